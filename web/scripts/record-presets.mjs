// Records every example with the engine in Node, so that the page draws its first run without an engine.
// Not for: reading recordings, see web/src/state/recording_form.ts, which describes their form.
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { createEngine } from "../../build/wasm/loopscope.mjs";

const presetsFolder = new URL("../presets/", import.meta.url);
const recordingsFolder = new URL("../../build/recordings/", import.meta.url);
const kMagic = 0x3152534c; // "LSR1"
const kHeaderBytes = 8;
const kAlignment = 8;

function aligned(length) {
  return Math.ceil(length / kAlignment) * kAlignment;
}

/** The programs that a press of Run would start: a program that stands alone is compared with its blocking twin. */
function plan(programs) {
  const planned = programs.map(({ label }) => ({ label, mode: "as-written" }));
  if (programs.length === 1 && programs[0].usesAsyncio)
    planned.push({ label: programs[0].label, mode: "blocking" });
  return planned;
}

async function record(source, { label, mode }, cpu) {
  const engine = await createEngine();
  const output = [];
  const batches = [];
  const { programs } = await engine.run(source, {
    program: label,
    mode,
    cpu,
    clock: "virtual",
    network: "simulated",
    seed: 1,
    onOutput: (stream, text, timeUs, task) => output.push({ stream, text, timeUs, task }),
    onTrace: (batch) => batches.push(new Uint8Array(batch)),
  });
  return { label, mode, result: programs[0], output, batches };
}

function pack(source, sections, programs) {
  const described = programs.map((program) => ({
    ...program,
    batches: program.batches.map((batch) => batch.length),
  }));
  const json = Buffer.from(JSON.stringify({ source, sections, programs: described }));
  const headerLength = aligned(json.length);
  const batches = programs.flatMap((program) => program.batches);
  const total = batches.reduce((sum, batch) => sum + aligned(batch.length), kHeaderBytes + headerLength);
  const bytes = Buffer.alloc(total);
  bytes.writeUInt32LE(kMagic, 0);
  bytes.writeUInt32LE(headerLength, 4);
  bytes.fill(" ", kHeaderBytes, kHeaderBytes + headerLength);
  json.copy(bytes, kHeaderBytes);
  let at = kHeaderBytes + headerLength;
  for (const batch of batches) {
    bytes.set(batch, at);
    at += aligned(batch.length);
  }
  return bytes;
}

const presets = JSON.parse(await readFile(new URL("presets.json", presetsFolder), "utf8"));
await rm(recordingsFolder, { recursive: true, force: true });
await mkdir(recordingsFolder, { recursive: true });
const checker = await createEngine();
let total = 0;
for (const { name, cpu = 0 } of presets) {
  for (const language of ["ko", "en"]) {
    const source = await readFile(new URL(`${name}.${language}.py`, presetsFolder), "utf8");
    const faults = checker.check(source);
    if (faults.length > 0) throw new Error(`${name}.${language}.py:${faults[0].line}: ${faults[0].message}`);
    const sections = checker.programs(source);
    const programs = [];
    for (const planned of plan(sections)) programs.push(await record(source, planned, cpu));
    const bytes = pack(source, sections, programs);
    await writeFile(new URL(`${name}.${language}.lsr`, recordingsFolder), bytes);
    total += bytes.length;
  }
}
const count = (await readdir(recordingsFolder)).length;
console.log(
  `recorded ${count} runs of ${presets.length} examples, ${total} bytes, in ${fileURLToPath(recordingsFolder)}`,
);
