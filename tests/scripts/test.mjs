// `npm test`: sets up what is missing, runs every suite to its end and says which of them failed.
// Not for what a suite does (suites.mjs). `npm test -- core e2e` runs only those.

import { ensureNpmPackages, requireNode } from "../../wasm/toolchain/npm_packages.mjs";
import { CommandError, main } from "../../wasm/toolchain/run_command.mjs";
import { ensureSystemPackages } from "../../wasm/toolchain/system_packages.mjs";
import { suites } from "./suites.mjs";

function chosenSuites(names) {
  const unknown = names.filter((name) => !suites.some((suite) => suite.name === name));
  if (unknown.length > 0) {
    throw new CommandError(
      `no suite ${unknown.join(", ")}: there are ${suites.map((suite) => suite.name).join(", ")}`,
    );
  }
  return names.length === 0 ? suites : suites.filter((suite) => names.includes(suite.name));
}

function passes(suite) {
  console.log(`\n== ${suite.name}: ${suite.what}`);
  try {
    suite.run();
    return true;
  } catch (error) {
    console.error(error instanceof CommandError ? error.message : error);
    return false;
  }
}

await main(async () => {
  const chosen = chosenSuites(process.argv.slice(2));
  requireNode();
  ensureSystemPackages("tests");
  ensureNpmPackages();
  const rows = chosen.map((suite) => ({ name: suite.name, passed: passes(suite) }));
  console.log("");
  for (const row of rows) console.log(`${row.passed ? "passed" : "FAILED"} ${row.name}`);
  const failed = rows.filter((row) => !row.passed).length;
  console.log(`suites: ${rows.length - failed} passed, ${failed} failed`);
  if (failed > 0) process.exitCode = 1;
});
