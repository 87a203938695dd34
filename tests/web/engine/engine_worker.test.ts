// How the page holds its workers: one program at a time, Stop within 200 ms, failures as words, used ones taken back.
// Not for: the engine's own behaviour, see tests/engine.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { EngineWorker, type WorkerPort } from "../../../web/src/engine/engine_worker";
import type { FromWorker, ProgramOrder, ProgramResult, ToWorker } from "../../../web/src/engine/messages";
import { type Confinement, WorkerPool } from "../../../web/src/engine/worker_pool";

const module = new WebAssembly.Module(new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]));

const order: ProgramOrder = {
  source: "",
  program: "sync",
  mode: "as-written",
  clock: "virtual",
  network: "simulated",
  seed: 1,
  cpu: 0,
  timeLimitUs: null,
  fetchBase: null,
};

const result: ProgramResult = {
  label: "sync",
  mode: "as-written",
  elapsed_s: 1,
  tasks: 0,
  peak_waiting: 0,
  blocked_s: 0,
  loop_busy_s: 0,
  requests: 0,
  stdout: "",
  stderr: "",
  exit_status: 0,
};

class RecordingPort implements WorkerPort {
  readonly heard: ToWorker[] = [];
  terminated = false;
  onmessage: WorkerPort["onmessage"] = null;
  onerror: WorkerPort["onerror"] = null;

  postMessage(message: ToWorker): void {
    this.heard.push(message);
  }

  terminate(): void {
    this.terminated = true;
  }

  say(message: FromWorker): void {
    this.onmessage?.(new MessageEvent("message", { data: message }));
  }
}

const listener = { onTrace: () => undefined, onOutput: () => undefined };

async function readyWorker(): Promise<{ worker: EngineWorker; port: RecordingPort }> {
  const port = new RecordingPort();
  const worker = new EngineWorker(port, Promise.resolve(module));
  await Promise.resolve();
  port.say({ kind: "ready" });
  await worker.ready;
  return { worker, port };
}

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

describe("a worker with an engine", () => {
  it("is given the compiled module and says when it is ready", async () => {
    const { port } = await readyWorker();
    expect(port.heard).toEqual([{ kind: "module", module }]);
  });

  it("resolves a run with the result, after the trace and the output that came before it", async () => {
    const { worker, port } = await readyWorker();
    const seen: string[] = [];
    const run = worker.run(order, {
      onTrace: (batch) => seen.push(`trace ${batch.byteLength}`),
      onOutput: (pieces) => seen.push(`output ${pieces[0]?.text}`),
    });
    port.say({ kind: "trace", batch: new ArrayBuffer(16) });
    port.say({ kind: "output", pieces: [{ stream: "stdout", text: "hello", timeUs: 0, task: 1 }] });
    port.say({ kind: "done", result, memoryBytes: 1 });
    expect(await run).toEqual(result);
    expect(seen).toEqual(["trace 16", "output hello"]);
  });

  it("hears of each batch that it was read, so that it does not run ahead of the page", async () => {
    const { worker, port } = await readyWorker();
    void worker.run(order, listener);
    port.say({ kind: "trace", batch: new ArrayBuffer(16) });
    port.say({ kind: "trace", batch: new ArrayBuffer(16) });
    expect(port.heard.filter(({ kind }) => kind === "taken")).toHaveLength(2);
  });

  it("is stopped by a message, and keeps the result when it answers in time", async () => {
    const { worker, port } = await readyWorker();
    const run = worker.run(order, listener);
    worker.stop();
    expect(port.heard.at(-1)).toEqual({ kind: "stop" });
    vi.advanceTimersByTime(199);
    expect(port.terminated).toBe(false);
    port.say({ kind: "done", result: { ...result, exit_status: null }, memoryBytes: 1 });
    expect((await run)?.exit_status).toBeNull();
    vi.advanceTimersByTime(1000);
    expect(port.terminated).toBe(false);
  });

  it("is ended after 200 ms without an answer, and its run resolves with null", async () => {
    const { worker, port } = await readyWorker();
    const run = worker.run(order, listener);
    worker.stop();
    vi.advanceTimersByTime(200);
    expect(port.terminated).toBe(true);
    expect(await run).toBeNull();
  });

  it("rejects its run with the engine's words when the engine fails", async () => {
    const { worker, port } = await readyWorker();
    const run = worker.run(order, listener);
    port.say({ kind: "failed", message: "out of order" });
    await expect(run).rejects.toThrow("out of order");
  });

  it("answers checks by their number, in any order", async () => {
    const { worker, port } = await readyWorker();
    const first = worker.check("a");
    const second = worker.check("b");
    port.say({ kind: "checked", id: 2, diagnostics: [], programs: [] });
    port.say({
      kind: "checked",
      id: 1,
      diagnostics: [{ line: 1, column: 1, endLine: 1, endColumn: 2, message: "SyntaxError: invalid syntax" }],
      programs: [],
    });
    expect((await second).diagnostics).toHaveLength(0);
    expect((await first).diagnostics).toHaveLength(1);
  });

  it("says why it is not ready when the module cannot be compiled", async () => {
    const worker = new EngineWorker(new RecordingPort(), Promise.reject(new Error("404")));
    await expect(worker.ready).rejects.toThrow("404");
  });
});

describe("the pool", () => {
  function poolOf(): {
    pool: WorkerPool;
    ports: RecordingPort[];
    spawned: Confinement[];
    compiled: () => number;
  } {
    const ports: RecordingPort[] = [];
    const spawned: Confinement[] = [];
    let compiled = 0;
    const pool = new WorkerPool({
      compile: () => {
        compiled += 1;
        return Promise.resolve(module);
      },
      spawn: (confinement) => {
        const port = new RecordingPort();
        ports.push(port);
        spawned.push(confinement);
        return port;
      },
    });
    return { pool, ports, spawned, compiled: () => compiled };
  }

  it("compiles once, whatever it starts", async () => {
    const { pool, ports, compiled } = poolOf();
    pool.keepWarm(2);
    const taken = pool.take(3, "confined");
    for (const port of ports) port.say({ kind: "ready" });
    expect(await taken).toHaveLength(3);
    expect(compiled()).toBe(1);
    expect(ports).toHaveLength(3);
  });

  it("gives the internet's runs workers without the page's policy, and nothing else", async () => {
    const { pool, ports, spawned } = poolOf();
    pool.keepWarm(1);
    const taken = pool.take(1, "open");
    for (const port of ports) port.say({ kind: "ready" });
    await taken;
    expect(spawned).toEqual(["confined", "open"]);
  });

  it("keeps at most four warm and ends what is too many", () => {
    const { pool, ports } = poolOf();
    pool.keepWarm(40);
    expect(ports).toHaveLength(4);
    pool.keepWarm(1);
    expect(ports.filter((port) => port.terminated)).toHaveLength(3);
  });

  it("tries again from the start after a failure", async () => {
    const { pool, ports, compiled } = poolOf();
    const taken = pool.take(1, "confined");
    ports[0]?.say({ kind: "failed", message: "no memory" });
    await expect(taken).rejects.toThrow("no memory");
    const again = pool.take(1, "confined");
    ports[1]?.say({ kind: "ready" });
    expect(await again).toHaveLength(1);
    expect(compiled()).toBe(2);
  });

  it("takes back a worker that has run, for the next run", async () => {
    const { pool, ports } = poolOf();
    const taken = pool.take(1, "confined");
    ports[0]?.say({ kind: "ready" });
    const [worker] = await taken;
    if (worker === undefined) throw new Error("no worker was given");
    const run = worker.run(order, listener);
    ports[0]?.say({ kind: "done", result, memoryBytes: 16 * 1024 * 1024 });
    await run;
    pool.giveBack([worker], "confined");
    expect(await pool.take(1, "confined")).toEqual([worker]);
    expect(ports).toHaveLength(1);
  });

  it.each<[string, Confinement, (worker: EngineWorker, port: RecordingPort) => void]>([
    ["still runs", "confined", () => undefined],
    ["has failed", "confined", (_, port) => port.say({ kind: "failed", message: "out of order" })],
    ["has been ended", "confined", (worker) => worker.end()],
    ["holds much memory", "confined", (_, port) => port.say({ kind: "done", result, memoryBytes: 2 ** 27 })],
    ["may reach the internet", "open", (_, port) => port.say({ kind: "done", result, memoryBytes: 1 })],
  ])("ends a worker that is given back and %s", async (_, confinement, happens) => {
    const { pool, ports } = poolOf();
    const taken = pool.take(1, confinement);
    ports[0]?.say({ kind: "ready" });
    const [worker] = await taken;
    if (worker === undefined || ports[0] === undefined) throw new Error("no worker was given");
    worker.run(order, listener).catch(() => undefined);
    happens(worker, ports[0]);
    pool.giveBack([worker], confinement);
    expect(ports[0].terminated).toBe(true);
  });
});
