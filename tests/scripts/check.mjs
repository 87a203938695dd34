// `npm run check`: layers, layout, clang-tidy, Biome and the type checker; every one runs, then their verdicts.
// Not for tests (test.mjs). `npm run check -- cpp` or `-- web` runs one side.
import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { buildPreset } from "../../wasm/toolchain/build_preset.mjs";
import { repositoryRoot } from "../../wasm/toolchain/locate.mjs";
import { ensureNpmPackages } from "../../wasm/toolchain/npm_packages.mjs";
import { CommandError, main, run, runQuietly } from "../../wasm/toolchain/run_command.mjs";
import { ensureSystemPackages } from "../../wasm/toolchain/system_packages.mjs";
import { brokenImports } from "./check_imports.mjs";
import { cppFiles } from "./source_files.mjs";

const projects = ["wasm", "web", "web/src/worker", "web/src/service-worker", "tests"];

function clangTidy() {
  runQuietly("cmake", ["--preset", "native-asan"]);
  // Generated headers must be there before they can be read.
  buildPreset("native-asan", ["loopscope_modules_library", "loopscope_python_library"]);
  // bindings.cpp needs Emscripten's headers: the wasm build itself is its check.
  const files = cppFiles().filter((file) => file.startsWith("core/") && file.endsWith(".cpp"));
  const jobs = String(availableParallelism());
  runQuietly("run-clang-tidy-19", [
    ...["-clang-tidy-binary", "clang-tidy-19", "-p", "build/native-asan", "-quiet", "-j", jobs],
    ...files.map((file) => join(repositoryRoot, file)),
  ]);
}

function webImports() {
  const rows = brokenImports();
  if (rows.length > 0) throw new CommandError(rows.join("\n"));
}

function types() {
  // The facade's types come out of the wasm build.
  if (!existsSync(join(repositoryRoot, "build/wasm/loopscope.d.mts"))) buildPreset("wasm");
  for (const project of projects) {
    run("node", ["node_modules/typescript/bin/tsc", "--project", project, "--noEmit"]);
  }
}

const checks = [
  { side: "cpp", name: "layers", run: () => run("cmake", ["-P", "core/cmake/check_layers.cmake"]) },
  {
    side: "cpp",
    name: "clang-format",
    run: () => run("clang-format-19", ["--dry-run", "-Werror", ...cppFiles()]),
  },
  { side: "cpp", name: "clang-tidy", run: clangTidy },
  {
    side: "web",
    name: "biome",
    run: () => run("node", ["node_modules/@biomejs/biome/bin/biome", "check", "."]),
  },
  { side: "web", name: "imports", run: webImports },
  { side: "web", name: "types", run: types },
];

await main(async () => {
  const side = process.argv[2];
  const chosen = checks.filter((check) => side === undefined || check.side === side);
  if (chosen.length === 0) throw new CommandError("npm run check -- cpp | web");
  ensureSystemPackages("tests");
  ensureNpmPackages();
  const failed = [];
  for (const check of chosen) {
    try {
      check.run();
      console.log(`ok ${check.name}`);
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      console.error(`FAILED ${check.name}\n${error.message}`);
      failed.push(check.name);
    }
  }
  console.log(`checks: ${chosen.length - failed.length} passed, ${failed.length} failed`);
  if (failed.length > 0) process.exitCode = 1;
});
