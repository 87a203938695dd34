// The test suites, in the order in which they run: what each builds and which command judges it.
// Not for running them one after the other and counting (test.mjs).
import { existsSync, readdirSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { buildPreset } from "../../wasm/toolchain/build_preset.mjs";
import { repositoryRoot } from "../../wasm/toolchain/locate.mjs";
import { run } from "../../wasm/toolchain/run_command.mjs";
import { buildPage } from "../../web/scripts/build.mjs";

const jobs = String(availableParallelism());

function node(script, ...args) {
  run("node", [join(repositoryRoot, script), ...args]);
}

/** A page and an engine serve two suites: built once in a run. */
let pageIsBuilt = false;
function buildPageOnce() {
  if (!pageIsBuilt) buildPage();
  pageIsBuilt = true;
}

/** @type {{ name: string, what: string, run: () => void }[]} */
export const suites = [
  {
    name: "core",
    what: "C++ units (GoogleTest, by ctest) and the conformance programs under the sanitizers",
    run() {
      buildPreset("native-asan");
      run("ctest", ["--preset", "native-asan", "-j", jobs, "--no-tests=error"]);
      node("tests/scripts/conformance.mjs", "--build", "native-asan");
    },
  },
  {
    name: "conformance",
    what: "Python programs, written and random: the native command, and CPython itself where it is",
    run() {
      buildPreset("native");
      node("tests/scripts/conformance.mjs");
      node("tests/scripts/conformance.mjs", "--cpython");
      node("tests/scripts/random_programs.mjs", "asyncio", "--programs", "400");
      node("tests/scripts/random_programs.mjs", "language", "--programs", "400");
    },
  },
  {
    name: "units",
    what: "the wasm engine in Node and the page's modules (Vitest)",
    run() {
      buildPageOnce();
      node("node_modules/vitest/vitest.mjs", "run");
    },
  },
  {
    name: "e2e",
    what: "the page in Chromium (Playwright)",
    run() {
      buildPageOnce();
      node("node_modules/@playwright/test/cli.js", "test");
    },
  },
];

/** Names of the fuzz targets in tests/fuzz. */
export function fuzzTargets() {
  const folder = join(repositoryRoot, "tests/fuzz");
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith("_fuzz.cpp"))
    .map((file) => file.replace(/\.cpp$/, ""));
}
