// Installs the system's packages that a build or a test wants, by apt, only those that are missing.
// Not for Emscripten, which stays in the checkout (install.mjs), nor for npm's packages (npm_packages.mjs).
import { findOnPath } from "./locate.mjs";
import { CommandError, outputOf, run } from "./run_command.mjs";

const forBuild = ["cmake", "ninja-build", "python3", "clang-19", "lld-19", "llvm-19"];
const forTests = [
  "libclang-rt-19-dev",
  "clang-format-19",
  "clang-tidy-19",
  "libgtest-dev",
  "libbenchmark-dev",
  "chromium",
  "fonts-noto-cjk",
];
export const packageSets = { build: forBuild, tests: [...forBuild, ...forTests] };

// What stands for the packages where there is no apt: commands that must be on the PATH.
const commands = {
  build: ["cmake", "ninja", "python3", "clang++-19"],
  tests: ["cmake", "ninja", "python3", "clang++-19", "clang-format-19"],
};

function installedPackages(names) {
  const rows = outputOf("sh", [
    "-c",
    'dpkg-query -W -f "\\${Package} \\${db:Status-Status}\\n" "$@" 2>/dev/null || true',
    "sh",
    ...names,
  ]);
  const installed = (rows ?? "").split("\n").filter((row) => row.endsWith(" installed"));
  return new Set(installed.map((row) => row.split(" ")[0].split(":")[0]));
}

function checkCommands(set) {
  const missing = commands[set].filter((command) => findOnPath(command) === undefined);
  if (missing.length === 0) return;
  throw new CommandError(
    `Missing on this system: ${missing.join(", ")}.\n` +
      "Loopscope sets itself up on Debian 12 and newer. Elsewhere, install CMake 3.25, Ninja, Python 3, clang 19 and lld 19 " +
      "(as clang++-19 on the PATH)" +
      (set === "tests" ? ", GoogleTest, clang-format-19 and Chromium." : "."),
  );
}

/** `set` is "build" or "tests". Returns the packages it installed; throws a CommandError with words for the user. */
export function ensureSystemPackages(set) {
  if (findOnPath("apt-get") === undefined || findOnPath("dpkg-query") === undefined) {
    checkCommands(set);
    return [];
  }
  const installed = installedPackages(packageSets[set]);
  const missing = packageSets[set].filter((name) => !installed.has(name));
  if (missing.length === 0) return [];
  const install = `apt-get install --no-install-recommends ${missing.join(" ")}`;
  if (process.getuid?.() !== 0) {
    throw new CommandError(`Packages are missing. As root, run:\n  apt-get update && ${install}`);
  }
  console.log(`installing ${missing.join(" ")}`);
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  try {
    run("apt-get", ["update", "-qq"], { env });
    run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...missing], { env });
  } catch (error) {
    throw new CommandError(
      `${error.message}\nThe packages come from Debian 12 or newer; install them by hand:\n  ${install}`,
    );
  }
  return missing;
}
