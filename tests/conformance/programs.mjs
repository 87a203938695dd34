// The conformance programs: where they and their .out files are, which of them CPython can judge.
// Not for what their outputs mean (expectation.mjs).
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL(".", import.meta.url));
/** Holds the virtual clock for CPython, no programs. */
const oracleFolder = "oracle";
/**
 * Programs that the virtual clock cannot judge under CPython: that make requests (it has neither the modules nor the
 * simulated network), or whose threads meet.
 */
const ownFolders = ["network", "threads"];

/** Programs that are wrong: all that is said of their lines is compared. */
const wholeStderrFolder = "mistakes";

export const oracleScript = join(folder, oracleFolder, "run_with_virtual_clock.py");

/**
 * @typedef {{ name: string, folder: string, file: string, path: string, expectationPath: string, byCpython: boolean, wholeStderr: boolean }} Program
 * `name` is topic/file without its ending; `file` is relative to `folder`, which is what tracebacks show.
 */

/** In the order of their names; only those whose name contains `filter`. @returns {Program[]} */
export function listPrograms(filter = "") {
  const topics = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const programs = topics
    .filter((topic) => topic.name !== oracleFolder)
    .flatMap((topic) =>
      readdirSync(join(folder, topic.name))
        .filter((file) => file.endsWith(".py"))
        .map((file) => ({
          name: `${topic.name}/${basename(file, ".py")}`,
          folder: join(folder, topic.name),
          file,
          path: join(folder, topic.name, file),
          expectationPath: join(folder, topic.name, `${basename(file, ".py")}.out`),
          byCpython: !ownFolders.includes(topic.name),
          wholeStderr: topic.name === wholeStderrFolder,
        })),
    );
  return programs
    .filter((program) => program.name.includes(filter))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** @param {Program} program */
export function readExpectation(program) {
  if (!existsSync(program.expectationPath)) {
    throw new Error(`${program.name} has no .out file: npm run conformance:record -- ${program.name}`);
  }
  return readFileSync(program.expectationPath, "utf8");
}
