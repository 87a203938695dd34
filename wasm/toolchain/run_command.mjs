// Runs one command of the set-up or the tests and says in words when it fails.
// Not for programs whose output is compared (tests/conformance/run_program.mjs).
import { spawn, spawnSync } from "node:child_process";
import { repositoryRoot } from "./locate.mjs";

/** A failure whose message is all that the user needs: no stack is printed. */
export class CommandError extends Error {}

/** Runs to the end with the output shown; throws a CommandError when it does not exit with 0. */
export function run(command, args, { env = {}, cwd = repositoryRoot } = {}) {
  const done = spawnSync(command, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ["ignore", "inherit", "inherit"],
  });
  if (done.error?.code === "ENOENT") throw new CommandError(`${command} is not installed`);
  if (done.error !== undefined) throw new CommandError(`${command}: ${done.error.message}`);
  if (done.status !== 0) {
    throw new CommandError(
      `${[command, ...args].join(" ")}: ended with ${done.signal ?? `exit status ${done.status}`}`,
    );
  }
}

/** Runs to the end and shows the output only when it fails. */
export function runQuietly(command, args, { env = {}, cwd = repositoryRoot } = {}) {
  const done = spawnSync(command, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  if (done.error?.code === "ENOENT") throw new CommandError(`${command} is not installed`);
  if (done.error !== undefined || done.status !== 0) {
    process.stdout.write(done.stdout ?? "");
    process.stderr.write(done.stderr ?? "");
    const ending = done.error?.message ?? done.signal ?? `exit status ${done.status}`;
    throw new CommandError(`${[command, ...args].join(" ")}: ended with ${ending}`);
  }
  return done.stdout;
}

/** Output of a short command, or undefined where it fails or is missing. */
export function outputOf(command, args, env = {}) {
  const done = spawnSync(command, args, {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "ignore"],
    encoding: "utf8",
  });
  return done.status === 0 ? done.stdout.trim() : undefined;
}

/** Runs with the output shown, without blocking the caller; resolves to whether it exited with 0. */
export function runBeside(command, args, { env = {}, cwd = repositoryRoot } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ["ignore", "inherit", "inherit"],
    });
    child.on("error", () => resolve(false));
    child.on("exit", (status) => resolve(status === 0));
  });
}

/** The last frame of a script: words for what a user can mend, a stack for what is our own mistake. */
export async function main(body) {
  try {
    await body();
  } catch (error) {
    console.error(error instanceof CommandError ? `\n${error.message}` : error);
    process.exitCode = 1;
  }
}
