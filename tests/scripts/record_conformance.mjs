// Writes the .out files: what CPython 3.13 prints under the virtual clock; for network/ and threads/, where it
// cannot run, what the native command prints, to be read by a person before it is committed. Not for comparing.
//
//     npm run conformance:record -- [NAME PART]
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { repositoryRoot } from "../../wasm/toolchain/locate.mjs";
import { CommandError, main } from "../../wasm/toolchain/run_command.mjs";
import { formatExpectation, observe, parseExpectation } from "../conformance/expectation.mjs";
import { listPrograms } from "../conformance/programs.mjs";
import { findCpython, inParallel, runByCpython, runNatively } from "../conformance/run_program.mjs";

await main(async () => {
  const python = findCpython();
  const command = join(repositoryRoot, "build/native/bin/loopscope");
  const programs = listPrograms(process.argv[2]);
  if (programs.length === 0)
    throw new CommandError(`no conformance program is named like ${process.argv[2]}`);
  if (python === undefined && programs.some((program) => program.byCpython)) {
    throw new CommandError("Recording needs CPython 3.13 as python3.13, or by pyenv as 3.13.0.");
  }
  if (!existsSync(command) && programs.some((program) => !program.byCpython)) {
    throw new CommandError(`${command} is not built: cmake --preset native && cmake --build --preset native`);
  }
  let changed = 0;
  await inParallel(programs, async (program) => {
    const output = await (program.byCpython ? runByCpython(python, program) : runNatively(command, program));
    const text = formatExpectation(observe(output, program.wholeStderr));
    if (formatExpectation(parseExpectation(text)) !== text) {
      throw new CommandError(
        `${program.name} prints lines that an .out file cannot hold: none may begin with "=== "`,
      );
    }
    if (existsSync(program.expectationPath) && readFileSync(program.expectationPath, "utf8") === text) return;
    changed++;
    writeFileSync(program.expectationPath, text);
    console.log(
      `${program.byCpython ? "recorded" : "recorded from the native command, read it:"} ${program.name}`,
    );
  });
  console.log(`${programs.length} programs, ${changed} .out files written`);
});
