// Puts Emscripten into .toolchain/ from Debian's packages, where the system has none that is new enough.
// Not for the system's own packages (tests/scripts/system_packages.mjs): nothing outside .toolchain/ changes.
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { findEmscripten, findOnPath, toolchainFolder, versions } from "./locate.mjs";

const keyring = "/usr/share/keyrings/debian-archive-keyring.gpg";
// Position-independent libraries (which only dynamic linking wants) and the compiler's own tests: 1 GB of 1.7.
const leftOut = [
  "./usr/share/emscripten/cache/sysroot/lib/wasm32-emscripten/pic",
  "./usr/share/emscripten/cache/sysroot/lib/wasm32-emscripten/lto-pic",
  "./usr/share/emscripten/test",
  "./usr/share/doc",
];

function run(command, args, options = {}) {
  const done = spawnSync(command, args, { stdio: ["ignore", "pipe", "pipe"], encoding: "utf8", ...options });
  if (done.error !== undefined || done.status !== 0) {
    const reason = done.error?.message ?? done.stderr.trim().split("\n").slice(-5).join("\n");
    throw new Error(`${command} ${args.slice(-3).join(" ")} failed:\n${reason}`);
  }
  return done.stdout;
}

/** The mirror that this system's own apt uses for Debian 12. */
function debianMirror() {
  const format = ["--format", "$(REPO_URI) $(RELEASE)", "Created-By: Packages"];
  const row = run("apt-get", ["indextargets", ...format])
    .split("\n")
    .find((line) => line.endsWith(" bookworm"));
  if (row === undefined) {
    throw new Error("apt has no source for Debian 12: add its main archive to /etc/apt/sources.list.d");
  }
  return row.split(" ")[0].replace(/\/$/, "");
}

/** An apt that reads one suite, with lists and cache of its own: the system's apt never hears of it. */
function privateApt() {
  const folder = join(toolchainFolder, "apt");
  mkdirSync(join(folder, "lists/partial"), { recursive: true });
  mkdirSync(join(folder, "cache/archives/partial"), { recursive: true });
  const source = join(folder, "suite.list");
  writeFileSync(source, `deb [signed-by=${keyring}] ${debianMirror()} ${versions.debianSuite} main\n`);
  const settings = [
    `Dir::Etc::SourceList=${source}`,
    "Dir::Etc::SourceParts=/dev/null",
    `Dir::State::Lists=${join(folder, "lists")}`,
    `Dir::Cache=${join(folder, "cache")}`,
    "Acquire::Retries=3",
    // Its own user could not write into a folder below root's home.
    ...(process.getuid?.() === 0 ? ["APT::Sandbox::User=root"] : []),
  ];
  return settings.flatMap((setting) => ["-o", setting]);
}

function unpack(packageFile) {
  const exclude = leftOut.map((path) => `--exclude=${path}`);
  run("bash", [
    "-c",
    'set -o pipefail; dpkg-deb --fsys-tarfile "$1" | tar -x -C "$2" --no-same-owner "${@:3}"',
    "unpack",
    packageFile,
    toolchainFolder,
    ...exclude,
  ]);
}

/** Binaryen's tools want a newer libc than the system's: they run through the unpacked loader. */
function writeBinaryenWrappers() {
  const libraries = readdirSync(join(toolchainFolder, "usr/lib")).filter((name) =>
    name.endsWith("-linux-gnu"),
  );
  const library = join(toolchainFolder, "usr/lib", libraries[0]);
  const loader = readdirSync(library).find((name) => /^ld-linux.*\.so\.\d+$/.test(name));
  if (loader === undefined) throw new Error(`no dynamic loader in ${library}`);
  const wrappers = join(toolchainFolder, "binaryen/bin");
  mkdirSync(wrappers, { recursive: true });
  for (const tool of readdirSync(join(toolchainFolder, "usr/bin")).filter((name) =>
    name.startsWith("wasm"),
  )) {
    const script =
      `#!/bin/sh\nexec "${library}/${loader}" --library-path "${library}" ` +
      `"${join(toolchainFolder, "usr/bin", tool)}" "$@"\n`;
    writeFileSync(join(wrappers, tool), script);
    chmodSync(join(wrappers, tool), 0o755);
  }
}

function writeConfiguration() {
  const lines = [
    "NODE_JS = 'node'",
    `LLVM_ROOT = '/usr/lib/llvm-${versions.clang}/bin'`,
    `BINARYEN_ROOT = '${join(toolchainFolder, "binaryen")}'`,
    // The package holds every system library already built.
    "FROZEN_CACHE = True",
  ];
  writeFileSync(join(toolchainFolder, "usr/share/emscripten/.emscripten"), `${lines.join("\n")}\n`);
  // Emscripten's own scripts are CommonJS where they are named .js; the project's package.json says otherwise.
  writeFileSync(join(toolchainFolder, "package.json"), '{ "type": "commonjs" }\n');
}

/** Returns the folder of emcc.py; installs only what is missing. Throws an Error with words for the user. */
export function installEmscripten(say = console.log) {
  const present = findEmscripten();
  if (present !== undefined) return present;
  if (findOnPath("apt-get") === undefined || findOnPath("dpkg-deb") === undefined) {
    throw new Error(
      `The engine is built by Emscripten ${versions.emscripten} or newer. Install emsdk ` +
        "(https://emscripten.org/docs/getting_started/downloads.html), put emcc on the PATH and try again.",
    );
  }
  if (!existsSync(keyring))
    throw new Error("Install debian-archive-keyring, whose keys sign Emscripten's packages.");
  if (!existsSync(`/usr/lib/llvm-${versions.clang}/bin/wasm-ld`)) {
    throw new Error(`Emscripten needs LLVM ${versions.clang}: apt-get install clang-19 lld-19 llvm-19`);
  }
  say(`fetching Emscripten ${versions.emscripten} into .toolchain/ (250 MB)`);
  rmSync(toolchainFolder, { recursive: true, force: true });
  const options = privateApt();
  const downloads = join(toolchainFolder, "packages");
  mkdirSync(downloads);
  run("apt-get", [...options, "update"]);
  const wanted = versions.debianPackages.map((name) => `${name}/${versions.debianSuite}`);
  run("apt-get", [...options, "download", ...wanted], { cwd: downloads });
  for (const file of readdirSync(downloads)) unpack(join(downloads, file));
  writeBinaryenWrappers();
  writeConfiguration();
  rmSync(downloads, { recursive: true });
  rmSync(join(toolchainFolder, "apt"), { recursive: true });
  writeFileSync(join(toolchainFolder, "complete"), `${versions.emscripten}\n`);
  const root = findEmscripten();
  if (root === undefined)
    throw new Error("The fetched Emscripten is not usable: delete .toolchain/ and try again.");
  return root;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    console.log(installEmscripten());
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}
