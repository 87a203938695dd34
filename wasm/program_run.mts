// One run of one program: pumps it, sleeps when it says so, and hands on its trace and its output.
// Not for choosing programs and options (engine.mts).
import type { MainModule, ProgramRun as NativeRun } from "./loopscope_engine.mjs";
import { outputRecords } from "./output_records.mjs";
import { RequestPort } from "./requests.mjs";
import type { RunSettings } from "./run_options.mjs";
import { Turnstile } from "./turnstile.mjs";
import type { ProgramResult, RunOptions } from "./types.mjs";

type Sinks = Pick<RunOptions, "onOutput" | "onTrace">;

/** The states of pump(), in the order of session::PumpState. */
enum PumpState {
  Running = 0,
  Waiting = 1,
  Finished = 2,
}

export class ProgramRun {
  readonly #native: NativeRun;
  readonly #requests: RequestPort;
  readonly #turnstile = new Turnstile();
  readonly #label: string;
  readonly #sinks: Sinks;
  #stopped = false;

  constructor(
    module: MainModule,
    source: string,
    index: number,
    label: string,
    settings: RunSettings,
    sinks: Sinks,
  ) {
    this.#label = label;
    this.#sinks = sinks;
    this.#requests = new RequestPort(settings.fetchBase);
    this.#native = new module.ProgramRun(
      source,
      index,
      {
        virtualClock: settings.clock === "virtual",
        internet: settings.network === "internet",
        throughServiceWorker: settings.fetchBase !== "",
        blocking: settings.mode === "blocking",
        seed: settings.seed,
        cpuNs: settings.cpu,
        fileName: settings.fileName,
        timeLimitUs: settings.timeLimitUs ?? -1,
        unixStartUs: Date.now() * 1000,
        utcOffsetSeconds: new Date().getTimezoneOffset() * -60,
      },
      this.#requests,
    );
    this.#requests.connect(this.#native, () => this.#turnstile.wake());
  }

  /** To its end, or to stop(). Once; then the run's memory is free again. */
  async finish(): Promise<ProgramResult> {
    try {
      while (!this.#stopped) {
        const state: PumpState = this.#native.pump();
        const taken = this.#handOn();
        if (state === PumpState.Finished) break;
        this.#requests.send(state === PumpState.Waiting);
        if (taken.length > 0) await Promise.all(taken);
        if (this.#stopped) break;
        if (state === PumpState.Running) await this.#turnstile.next();
        else await this.#turnstile.waitUntil(this.#wakeupMs());
      }
      if (this.#stopped) {
        this.#native.stop();
        // What coroutines say that are taken down by it is no output of the script.
        this.#handOn({ output: false });
      }
      const report: { programs: [ProgramResult] } = JSON.parse(this.#native.report());
      return report.programs[0];
    } finally {
      this.#requests.close();
      this.#turnstile.close();
      this.#native.delete();
    }
  }

  stop(): void {
    this.#stopped = true;
    this.#turnstile.wake();
  }

  #wakeupMs(): number | null {
    const ms = this.#native.wakeupMs();
    return ms < 0 ? null : ms;
  }

  /** What the receiver of the trace asks to wait for. */
  #handOn({ output } = { output: true }): Promise<unknown>[] {
    const { onOutput, onTrace } = this.#sinks;
    const taken: Promise<unknown>[] = [];
    // More than one where the run had to make room while it was pumped.
    for (let view = this.#native.drainTrace(); view !== null; view = this.#native.drainTrace()) {
      // The view is of the wasm memory: a copy outlives the next call.
      const batch = new Uint8Array(view).buffer;
      if (onOutput !== undefined && output) {
        for (const { stream, text, timeUs, task } of outputRecords(batch))
          onOutput(stream, text, timeUs, task);
      }
      const wait = onTrace?.(batch, this.#label);
      if (wait instanceof Promise) taken.push(wait);
    }
    return taken;
  }
}
