// Runs the conformance programs and prints what differs from their .out files.
// Not for recording those (record_conformance.mjs), nor for the wasm engine (tests/engine/conformance.test.ts).
//
//     node tests/scripts/conformance.mjs [--build native|native-asan] [--command PATH] [--cpython] [NAME PART]
import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { repositoryRoot } from "../../wasm/toolchain/locate.mjs";
import { CommandError, main } from "../../wasm/toolchain/run_command.mjs";
import { difference, observe, parseExpectation } from "../conformance/expectation.mjs";
import { listPrograms, readExpectation } from "../conformance/programs.mjs";
import { findCpython, inParallel, runByCpython, runNatively } from "../conformance/run_program.mjs";

async function judge(programs, runProgram) {
  const rows = await inParallel(programs, async (program) => {
    try {
      const expected = parseExpectation(readExpectation(program));
      return difference(expected, observe(await runProgram(program), program.wholeStderr));
    } catch (error) {
      return [error.message];
    }
  });
  let failed = 0;
  for (const [index, program] of programs.entries()) {
    if (rows[index].length === 0) continue;
    failed++;
    console.log(`FAILED ${program.name}\n  ${rows[index].join("\n  ")}`);
  }
  return failed;
}

await main(async () => {
  const { values, positionals } = parseArgs({
    options: {
      build: { type: "string", default: "native" },
      command: { type: "string" },
      cpython: { type: "boolean", default: false },
    },
    allowPositionals: true,
  });
  let programs = listPrograms(positionals[0]);
  if (programs.length === 0) throw new CommandError(`no conformance program is named like ${positionals[0]}`);

  let runProgram;
  if (values.cpython) {
    const python = findCpython();
    if (python === undefined) {
      console.log(
        "conformance against CPython: no CPython 3.13 on the PATH, the recorded outputs stand for it",
      );
      return;
    }
    programs = programs.filter((program) => program.byCpython);
    runProgram = (program) => runByCpython(python, program);
  } else {
    const command = values.command ?? join(repositoryRoot, "build", values.build, "bin/loopscope");
    if (!existsSync(command))
      throw new CommandError(`${command} is not built: cmake --preset ${values.build}`);
    runProgram = (program) => runNatively(command, program);
  }
  const failed = await judge(programs, runProgram);
  const who = values.cpython ? "CPython 3.13 against the recorded outputs" : "the native command";
  console.log(`conformance, ${who}: ${programs.length - failed} passed, ${failed} failed`);
  if (failed > 0) process.exitCode = 1;
});
