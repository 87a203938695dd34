// Configures a CMake preset once and builds it; for `wasm` it makes sure of Emscripten first.
// Not for the page (web/scripts/build.mjs).
import { existsSync } from "node:fs";
import { join } from "node:path";
import { installEmscripten } from "./install.mjs";
import { repositoryRoot } from "./locate.mjs";
import { CommandError, outputOf, run, runQuietly } from "./run_command.mjs";

/**
 * Emscripten's compiler is a Python script, started once for each file: by the interpreter itself, not by a shim that
 * looks for it each time (pyenv's takes longer than the compiler), and without checking itself again.
 */
function emscriptenEnvironment() {
  const python = process.env.EMSDK_PYTHON ?? outputOf("python3", ["-c", "import sys; print(sys.executable)"]);
  return { EMCC_SKIP_SANITY_CHECK: "1", ...(python ? { EMSDK_PYTHON: python } : {}) };
}

/** `preset` is one of CMakePresets.json. `targets` are all where none is named. */
export function buildPreset(preset, targets = []) {
  const env = preset === "wasm" ? emscriptenEnvironment() : {};
  if (preset === "wasm") {
    try {
      installEmscripten();
    } catch (error) {
      throw new CommandError(error.message);
    }
  }
  if (!existsSync(join(repositoryRoot, "build", preset, "build.ninja"))) {
    console.log(`configuring build/${preset}`);
    runQuietly("cmake", ["--preset", preset], { env });
  }
  const chosen = targets.length > 0 ? ["--target", ...targets] : [];
  run("cmake", ["--build", "--preset", preset, ...chosen], { env });
}
