// Scripts in the wasm engine (Node) and in the native command, beside CPython 3.13 where there is one and beside
// JavaScript, in one run; and the bytes of a suspended task in wasm. Ratios are what to look at.
// Not for the page's own times (tests/bench/browser).

import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { repositoryRoot } from "../../../wasm/toolchain/locate.mjs";
import { findCpython } from "../../conformance/run_program.mjs";
import { prelude, rows } from "./script_programs.mjs";

const { values } = parseArgs({ options: { short: { type: "boolean", default: false } } });
const rounds = values.short ? 1 : 5;
const command = join(repositoryRoot, "build/native/bin/loopscope");
const { createEngine } = await import(join(repositoryRoot, "build/wasm/loopscope.mjs"));
const engine = await createEngine();
const cpython = findCpython();
const folder = mkdtempSync(join(tmpdir(), "loopscope-bench-"));

const median = (/** @type {number[]} */ numbers) =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;

function figureOf(/** @type {string} */ who, /** @type {string} */ stdout, /** @type {string} */ stderr) {
  const figure = Number.parseFloat(stdout);
  if (Number.isNaN(figure)) throw new Error(`${who} printed no figure: ${stdout}${stderr}`);
  return figure;
}

/** The program's own figure from a process of its own. */
function byProcess(/** @type {string} */ program, /** @type {string[]} */ args) {
  const done = spawnSync(program, args, { encoding: "utf8" });
  if (done.error !== undefined) throw done.error;
  return figureOf(program, done.stdout, done.stderr);
}

async function inWasm(/** @type {string} */ text, /** @type {object} */ options) {
  const { programs } = await engine.run(text, { clock: "real", ...options });
  return figureOf("the engine", programs[0].stdout, programs[0].stderr);
}

async function inJavaScript(/** @type {import("./script_programs.mjs").Row} */ row, /** @type {number} */ n) {
  const begin = performance.now();
  await row.javascript(n);
  return ((performance.now() - begin) * 1e6) / n;
}

/** @type {Record<string, (row: import("./script_programs.mjs").Row, n: number, text: string, file: string) => Promise<number>>} */
const runners = {
  JavaScript: (row, n) => inJavaScript(row, n),
  wasm: (_row, _n, text) => inWasm(text, {}),
  "wasm, traced": (_row, _n, text) => inWasm(text, { onTrace: () => {} }),
  native: async (_row, _n, _text, file) => byProcess(command, ["run", "--clock", "real", file]),
  ...(cpython === undefined
    ? {}
    : {
        "CPython 3.13": async (
          /** @type {unknown} */ _row,
          /** @type {unknown} */ _n,
          /** @type {unknown} */ _text,
          /** @type {string} */ file,
        ) => byProcess(cpython, [file]),
      }),
};
const names = Object.keys(runners);

console.log(`nanoseconds an operation, median of ${rounds}${cpython ? "; (x): times CPython's" : ""}`);
console.log(["".padEnd(38), ...names.map((name) => name.padStart(20))].join(""));
/** Of the interpreter's five rows, to CPython's. @type {Record<string, number[]>} */
const shares = {};
for (const row of rows) {
  const isFixed = row.name.startsWith("fib");
  const n = values.short && !isFixed ? Math.ceil(row.count / 50) : row.count;
  const text = `N = ${n}\n${prelude}${row.python}`;
  const file = join(folder, "program.py");
  writeFileSync(file, text);
  /** @type {Record<string, number>} */
  const figures = {};
  for (const name of names) {
    const runner = runners[name];
    if (runner === undefined) continue;
    const measured = [];
    for (let round = 0; round < rounds; round++) measured.push(await runner(row, n, text, file));
    figures[name] = median(measured);
  }
  const base = figures["CPython 3.13"];
  const cells = names.map((name) => {
    const figure = figures[name] ?? Number.NaN;
    if (base === undefined) return figure.toFixed(1).padStart(20);
    if (!row.python.includes("asyncio") && !row.python.includes("measure_async")) {
      shares[name] = [...(shares[name] ?? []), figure / base];
    }
    return `${figure.toFixed(1)} (${(figure / base).toFixed(2)})`.padStart(20);
  });
  console.log([row.name.padEnd(38), ...cells].join(""));
}
if (cpython !== undefined) {
  const cells = names.map((name) => {
    const list = shares[name] ?? [];
    const mean = Math.exp(list.reduce((sum, share) => sum + Math.log(share), 0) / list.length);
    return `(${mean.toFixed(2)})`.padStart(20);
  });
  console.log(["interpreter, geometric mean".padEnd(38), ...cells].join(""));
}

const sleepers = (/** @type {number} */ tasks) => `import asyncio
async def main():
    tasks = [asyncio.create_task(asyncio.sleep(60)) for _ in range(${tasks})]
    await asyncio.sleep(0)
    print("ready", flush=True)
    await asyncio.gather(*tasks)
asyncio.run(main())
`;

/** Bytes in memory of a process at the moment when all its tasks sleep. */
function residentWhenReady(/** @type {string} */ program, /** @type {string[]} */ args) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ["ignore", "pipe", "inherit"] });
    child.on("error", reject);
    child.stdout.once("data", () => {
      const status = readFileSync(`/proc/${child.pid}/status`, "utf8");
      child.kill("SIGKILL");
      resolve(Number(/VmRSS:\s*(\d+)/.exec(status)?.[1]) * 1024);
    });
  });
}

/** The module's whole memory, which grows in steps of a fifth: so much at most. */
async function memoryOfWasm(/** @type {string} */ text) {
  const { createEngine } = await import(join(repositoryRoot, "build/wasm/loopscope.mjs"));
  const engine = await createEngine();
  await engine.run(text);
  return engine.memoryBytes();
}

async function bytesOfATask(/** @type {(text: string) => Promise<number>} */ measure) {
  // Enough to make the module's memory grow.
  const tasks = values.short ? 50_000 : 200_000;
  return ((await measure(sleepers(tasks))) - (await measure(sleepers(1)))) / tasks;
}

async function inProcess(
  /** @type {string} */ text,
  /** @type {string} */ program,
  /** @type {string[]} */ args,
) {
  const file = join(folder, "sleepers.py");
  writeFileSync(file, text);
  return residentWhenReady(program, [...args, file]);
}

console.log("\nbytes of a task that sleeps (asyncio.sleep inside a task)");
const native = await bytesOfATask((text) => inProcess(text, command, ["run", "--clock", "real"]));
console.log(`native        ${native.toFixed(0).padStart(6)}`);
console.log(`wasm, at most ${(await bytesOfATask(memoryOfWasm)).toFixed(0).padStart(6)}`);
if (cpython !== undefined) {
  const bytes = await bytesOfATask((text) => inProcess(text, cpython, []));
  console.log(`CPython 3.13  ${bytes.toFixed(0).padStart(6)} (native ${(native / bytes).toFixed(2)} of it)`);
}
rmSync(folder, { recursive: true });
