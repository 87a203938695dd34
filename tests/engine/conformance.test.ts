// Every conformance program in the wasm engine: it must print what is recorded beside the program.
// Not for the native command, which tests/scripts/conformance.mjs runs.
import { readFileSync } from "node:fs";
import { createEngine } from "loopscope-engine";
import { expect, test } from "vitest";
import { difference, observe, parseExpectation } from "../conformance/expectation.mjs";
import { listPrograms, readExpectation } from "../conformance/programs.mjs";

// One engine for all: a program must not hear of those before it.
const engine = await createEngine();

test.each(listPrograms())("$name", async (program) => {
  const source = readFileSync(program.path, "utf8");
  const { programs } = await engine.run(source, { fileName: program.file });
  const result = programs[0];
  expect(result, "a conformance program is a scenario of one program").toBeDefined();
  if (result === undefined) return;
  const { stdout, stderr, exit_status: status } = result;
  const expected = parseExpectation(readExpectation(program));
  expect(
    difference(expected, observe({ stdout, stderr, status: status ?? -1 }, program.wholeStderr)),
  ).toEqual([]);
});
