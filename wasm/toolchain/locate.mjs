// Says which Emscripten builds the engine: one on the PATH that is new enough, else the private folder's.
// Not for fetching it (install.mjs). `node wasm/toolchain/locate.mjs` prints its folder, for CMake.
import { accessSync, constants, existsSync, readFileSync, realpathSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const repositoryRoot = fileURLToPath(new URL("../..", import.meta.url));
export const toolchainFolder = join(repositoryRoot, ".toolchain");
export const versions = JSON.parse(readFileSync(new URL("versions.json", import.meta.url), "utf8"));

const privateRoot = join(toolchainFolder, "usr/share/emscripten");

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The first file of that name on the PATH, or undefined. */
export function findOnPath(name) {
  const folders = (process.env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  return folders.map((folder) => join(folder, name)).find(isExecutable);
}

/** Negative, zero or positive, as "3.1.69" is older than, equal to or newer than the other. */
export function compareVersions(left, right) {
  const a = left.split(".").map((part) => Number.parseInt(part, 10));
  const b = right.split(".").map((part) => Number.parseInt(part, 10));
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function versionOf(root) {
  const file = join(root, "emscripten-version.txt");
  return existsSync(file) ? readFileSync(file, "utf8").replaceAll('"', "").trim() : undefined;
}

/** The folder of emcc.py, or undefined where an installation is needed. */
export function findEmscripten() {
  const onPath = findOnPath("emcc");
  if (onPath !== undefined) {
    const root = dirname(realpathSync(onPath));
    const version = versionOf(root);
    if (version !== undefined && compareVersions(version, versions.emscripten) >= 0) return root;
  }
  // The marker is written last: a folder without it is a half-done installation.
  if (existsSync(join(toolchainFolder, "complete")) && versionOf(privateRoot) !== undefined)
    return privateRoot;
  return undefined;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = findEmscripten();
  if (root === undefined) {
    console.error(
      `No Emscripten ${versions.emscripten} or newer is on the PATH and none is in .toolchain/.\n` +
        "On Debian or Ubuntu, run: node wasm/toolchain/install.mjs\n" +
        "Elsewhere, install emsdk (https://emscripten.org/docs/getting_started/downloads.html).",
    );
    process.exit(1);
  }
  console.log(root);
}
