// One worker with one engine, as the page holds it: started, asked to run or check, stopped, ended.
// Not for: how many there are and which is next, see worker_pool.ts; the other side, see worker/engine_worker.ts.
import type {
  Diagnostic,
  FromWorker,
  OutputPiece,
  ProgramInfo,
  ProgramOrder,
  ProgramResult,
  ToWorker,
} from "./messages";

export interface ProgramListener {
  onTrace(batch: ArrayBuffer): void;
  onOutput(pieces: OutputPiece[]): void;
}

export interface CheckedText {
  diagnostics: Diagnostic[];
  programs: ProgramInfo[];
}

/** What a Worker is to us; tests give one of their own. */
export interface WorkerPort {
  postMessage(message: ToWorker): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<FromWorker>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

/** An engine's memory does not shrink: one that has grown beyond this is not kept. */
const kMostBytesKept = 64 * 1024 * 1024;

/** Milliseconds that Stop waits for the engine's answer before it ends the worker. */
const kStopPatience = 200;

type Settled<T> = { resolve: (value: T) => void; reject: (reason: Error) => void };

export class EngineWorker {
  /** Resolves when the engine can be used; rejects with words when it cannot. */
  readonly ready: Promise<void>;

  private readySettled: Settled<void> | null = null;
  private running: { settled: Settled<ProgramResult | null>; listener: ProgramListener } | null = null;
  private readonly checks = new Map<number, Settled<CheckedText>>();
  private nextCheck = 1;
  private stopTimer: ReturnType<typeof setTimeout> | null = null;
  private ended = false;
  private failed = false;
  private memoryBytes = 0;

  constructor(
    private readonly port: WorkerPort,
    module: Promise<WebAssembly.Module>,
  ) {
    this.ready = new Promise((resolve, reject) => {
      this.readySettled = { resolve, reject };
    });
    // A worker that is thrown away before anybody waited for it has failed nobody.
    this.ready.catch(() => undefined);
    port.onmessage = (event) => this.hear(event.data);
    port.onerror = (event) => this.fail(event.message || "the worker's script could not be loaded");
    module.then(
      (compiled) => {
        if (!this.ended) port.postMessage({ kind: "module", module: compiled });
      },
      (reason: unknown) => this.fail(reason instanceof Error ? reason.message : String(reason)),
    );
  }

  /** Whether another run may have it: it is idle, sound and of moderate size. */
  get reusable(): boolean {
    return !this.ended && !this.failed && this.running === null && this.memoryBytes <= kMostBytesKept;
  }

  /** Resolves with the result; with null when the engine had to be ended without one. One run at a time. */
  run(order: ProgramOrder, listener: ProgramListener): Promise<ProgramResult | null> {
    return new Promise((resolve, reject) => {
      this.running = { settled: { resolve, reject }, listener };
      this.port.postMessage({ kind: "run", order });
    });
  }

  check(source: string): Promise<CheckedText> {
    const id = this.nextCheck;
    this.nextCheck += 1;
    return new Promise((resolve, reject) => {
      this.checks.set(id, { resolve, reject });
      this.port.postMessage({ kind: "check", id, source });
    });
  }

  /** The run ends within 200 ms, whatever the program does. */
  stop(): void {
    if (this.running === null || this.stopTimer !== null) return;
    this.port.postMessage({ kind: "stop" });
    this.stopTimer = setTimeout(() => this.end(), kStopPatience);
  }

  /** Ends the worker; a run under way resolves with null. */
  end(): void {
    if (this.ended) return;
    this.ended = true;
    if (this.stopTimer !== null) clearTimeout(this.stopTimer);
    this.port.onmessage = null;
    this.port.onerror = null;
    this.port.terminate();
    this.running?.settled.resolve(null);
    this.running = null;
    const gone = new Error("the worker was ended");
    this.readySettled?.reject(gone);
    for (const check of this.checks.values()) check.reject(gone);
    this.checks.clear();
  }

  private hear(message: FromWorker): void {
    switch (message.kind) {
      case "ready":
        this.readySettled?.resolve();
        this.readySettled = null;
        return;
      case "trace":
        this.running?.listener.onTrace(message.batch);
        this.port.postMessage({ kind: "taken" });
        return;
      case "output":
        this.running?.listener.onOutput(message.pieces);
        return;
      case "done":
        if (this.stopTimer !== null) clearTimeout(this.stopTimer);
        this.stopTimer = null;
        this.memoryBytes = message.memoryBytes;
        this.running?.settled.resolve(message.result);
        this.running = null;
        return;
      case "checked":
        this.checks
          .get(message.id)
          ?.resolve({ diagnostics: message.diagnostics, programs: message.programs });
        this.checks.delete(message.id);
        return;
      case "failed":
        this.fail(message.message);
    }
  }

  private fail(reason: string): void {
    const error = new Error(reason);
    this.failed = true;
    this.readySettled?.reject(error);
    this.readySettled = null;
    this.running?.settled.reject(error);
    this.running = null;
    for (const check of this.checks.values()) check.reject(error);
    this.checks.clear();
  }
}
