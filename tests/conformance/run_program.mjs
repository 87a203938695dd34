// Runs a conformance program, by the native command or by CPython under the virtual clock, and keeps what it prints.
// Not for judging it (expectation.mjs).
import { spawn, spawnSync } from "node:child_process";
import { availableParallelism } from "node:os";
import { oracleScript } from "./programs.mjs";

/** A program that hangs fails; none needs more than a few seconds, the sanitizers included. */
const timeLimitMs = 120_000;
/** What is kept of an output: a program may print for ever until its time is over. */
const mostOutputBytes = 64 << 20;
/** What the native command lets a program take where it is not told otherwise. */
const memoryLimitKb = 256 << 10;

/** What the sanitizers find at the end, leaks above all, is no end that a program could have by itself. */
const environment = { ...process.env, ASAN_OPTIONS: "exitcode=99" };

/** @typedef {import("./programs.mjs").Program} Program @typedef {import("./expectation.mjs").Output} Output */

/** What a stream gives, the first `mostOutputBytes` of it. @param {import("node:stream").Readable} stream */
function collected(stream) {
  /** @type {Buffer[]} */ const chunks = [];
  let size = 0;
  stream.on("data", (chunk) => {
    if (size < mostOutputBytes) chunks.push(chunk.subarray(0, mostOutputBytes - size));
    size += chunk.length;
  });
  return chunks;
}

/**
 * @param {string} command @param {string[]} args @param {Program} program
 * @returns {Promise<Output>}
 */
function runToEnd(command, args, program) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: program.folder,
      env: environment,
      stdio: ["ignore", "pipe", "pipe"],
      timeout: timeLimitMs,
      killSignal: "SIGKILL",
    });
    const stdout = collected(child.stdout);
    const stderr = collected(child.stderr);
    child.on("error", reject);
    child.on("close", (status, signal) => {
      const words = signal === null ? "" : `\nended by ${signal} (limit ${timeLimitMs / 1000} s)\n`;
      resolve({
        stdout: Buffer.concat(stdout).toString("utf8"),
        stderr: Buffer.concat(stderr).toString("utf8") + words,
        status: status ?? 255,
      });
    });
  });
}

/** @param {string} command path of the native command @param {Program} program */
export function runNatively(command, program) {
  return runToEnd(command, ["run", program.file], program);
}

/** @param {string} python path of CPython 3.13 @param {Program} program */
export function runByCpython(python, program) {
  return runToEnd(python, [oracleScript, program.file], program);
}

/**
 * CPython with the memory that the native command has: what is too large for one is too large for the other.
 * @param {string} python path of CPython 3.13 @param {Program} program
 */
export function runByBoundedCpython(python, program) {
  const words = `ulimit -d ${memoryLimitKb}; exec "$0" "$@"`;
  return runToEnd("sh", ["-c", words, python, oracleScript, program.file], program);
}

/**
 * The path of CPython 3.13, or undefined where there is none. Of the program itself: a version manager's wrapper takes
 * longer to start than a test to run.
 */
export function findCpython() {
  const question = "import sys; print(sys.implementation.name, *sys.version_info[:2], sys.executable)";
  for (const [command, env] of [
    ["python3.13", {}],
    ["python3", {}],
    ["python3", { PYENV_VERSION: "3.13.0" }],
  ]) {
    const answer = spawnSync(command, ["-c", question], {
      env: { ...process.env, ...env },
      encoding: "utf8",
    });
    const [, path] = /^cpython 3 13 (.+)$/.exec(answer.stdout?.trim() ?? "") ?? [];
    if (path !== undefined) return path;
  }
  return undefined;
}

/**
 * Calls `body` for each item, as many at a time as there are processors, and returns the results in order.
 * @template T, R @param {T[]} items @param {(item: T) => Promise<R>} body @returns {Promise<R[]>}
 */
export async function inParallel(items, body) {
  /** @type {R[]} */ const results = new Array(items.length);
  let next = 0;
  const worker = async () => {
    while (next < items.length) {
      const index = next++;
      results[index] = await body(/** @type {T} */ (items[index]));
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
  return results;
}
