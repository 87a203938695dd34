// `npm run fuzz:asyncio`, `npm run fuzz:language`: random programs (tests/fuzz/KIND_programs.mjs) by the native command
// and by CPython 3.13 under the virtual clock print the same; where there is no CPython 3.13, what it printed is known by
// its digest. Not for fuzzing with bytes (fuzz.mjs). A difference that it finds becomes a conformance program.
//
//     node tests/scripts/random_programs.mjs asyncio|language [--programs N] [--first SEED] [--build NAME] [--record]
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { repositoryRoot } from "../../wasm/toolchain/locate.mjs";
import { CommandError, main } from "../../wasm/toolchain/run_command.mjs";
import { findCpython, inParallel, runByBoundedCpython, runNatively } from "../conformance/run_program.mjs";
import * as asyncioPrograms from "../fuzz/asyncio_programs.mjs";
import * as languagePrograms from "../fuzz/language_programs.mjs";

/** One file has so many: CPython's start would else be most of the time. Digests are of whole files. */
const kInAFile = 40;
/** What there is, and how many are run where no number is asked for. */
const kinds = {
  asyncio: { ...asyncioPrograms, usual: 10_000 },
  language: { ...languagePrograms, usual: 20_000 },
};

const digestOf = ({ stdout, status }) =>
  createHash("sha256").update(`${status}\n${stdout}`).digest("base64url").slice(0, 22);

/** The first program of a file whose output differs, by its line "== pSEED". */
function firstDifference(expected, observed) {
  const [theirs, ours] = [expected, observed].map((text) => text.split(/^(?=== p)/m));
  const at = theirs.findIndex((part, index) => part !== ours[index]);
  const part = theirs[at] ?? "";
  const lines = part.split("\n");
  const other = (ours[at] ?? "").split("\n");
  const line = lines.findIndex((text, index) => text !== other[index]);
  return `${lines[0]}: CPython printed\n    ${lines[line] ?? "(no more)"}\n  and we\n    ${other[line] ?? "(no more)"}`;
}

await main(async () => {
  const { values, positionals } = parseArgs({
    options: {
      programs: { type: "string" },
      first: { type: "string", default: "1" },
      build: { type: "string", default: "native" },
      record: { type: "boolean", default: false },
    },
    allowPositionals: true,
  });
  const name = positionals[0] ?? "";
  if (!Object.hasOwn(kinds, name)) {
    throw new CommandError(`which programs? There are ${Object.keys(kinds).join(", ")}`);
  }
  const kind = kinds[name];
  const digestFile = join(repositoryRoot, `tests/fuzz/${name}_programs.digests.json`);
  const files = Math.ceil(Number(values.programs ?? kind.usual) / kInAFile);
  const firstFile = Math.floor((Number(values.first) - 1) / kInAFile);
  if (!(files > 0 && firstFile >= 0))
    throw new CommandError("--programs and --first want whole numbers from 1");
  const command = join(repositoryRoot, "build", values.build, "bin/loopscope");
  if (!existsSync(command)) throw new CommandError(`${command} is not built: cmake --preset ${values.build}`);
  const cpython = findCpython();
  /** @type {Record<string, string>} by the first seed of a file */
  const digests = existsSync(digestFile) ? JSON.parse(readFileSync(digestFile, "utf8")) : {};
  if (cpython === undefined && values.record) throw new CommandError("--record needs CPython 3.13");

  const folder = join(repositoryRoot, "build/random_programs", name);
  mkdirSync(folder, { recursive: true });
  const numbers = Array.from({ length: files }, (_, index) => (firstFile + index) * kInAFile + 1);
  const rows = await inParallel(numbers, async (seed) => {
    const file = `from_${seed}.py`;
    writeFileSync(join(folder, file), kind.programsFrom(seed, kInAFile));
    const program = { folder, file };
    const ours = await runNatively(command, program);
    if (cpython !== undefined) {
      const theirs = await runByBoundedCpython(cpython, program);
      if (theirs.stdout !== ours.stdout) return `${file} ${firstDifference(theirs.stdout, ours.stdout)}`;
      // A program may end in waiting for ever (97): then so must the other, and the file ends there.
      if (theirs.status !== ours.status) {
        return `${file}: CPython ended with ${theirs.status}, we with ${ours.status}\n${ours.stderr}`;
      }
      if (values.record) digests[seed] = digestOf(theirs);
    } else if (digests[seed] !== undefined && digests[seed] !== digestOf(ours)) {
      return `${file} does not print what CPython 3.13 printed`;
    }
    return "";
  });
  if (values.record) {
    const sorted = Object.entries(digests).sort(([left], [right]) => Number(left) - Number(right));
    writeFileSync(digestFile, `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`);
  }
  const differing = rows.filter((row) => row !== "");
  for (const row of differing) console.log(`FAILED ${row}`);
  const judge = cpython === undefined ? "recorded digests" : "CPython 3.13";
  console.log(
    `random ${name} programs against ${judge}: ${(files - differing.length) * kInAFile} passed, ` +
      `${differing.length * kInAFile} in files that differ`,
  );
  if (differing.length > 0) process.exitCode = 1;
});
