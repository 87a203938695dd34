// Configures a CMake preset once and builds it; for `wasm` it makes sure of Emscripten first.
// Not for the page (web/scripts/build.mjs).
import { existsSync } from "node:fs";
import { join } from "node:path";
import { installEmscripten } from "./install.mjs";
import { repositoryRoot } from "./locate.mjs";
import { CommandError, run, runQuietly } from "./run_command.mjs";

/** `preset` is one of CMakePresets.json. `targets` are all where none is named. */
export function buildPreset(preset, targets = []) {
  if (preset === "wasm") {
    try {
      installEmscripten();
    } catch (error) {
      throw new CommandError(error.message);
    }
  }
  if (!existsSync(join(repositoryRoot, "build", preset, "build.ninja"))) {
    console.log(`configuring build/${preset}`);
    runQuietly("cmake", ["--preset", preset]);
  }
  run("cmake", ["--build", "--preset", preset, ...(targets.length > 0 ? ["--target", ...targets] : [])]);
}
