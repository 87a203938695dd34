// The engine as JavaScript sees it: checks texts, runs a scenario's programs one after the other, stops.
// Not for how one program runs (program_run.mts), nor for what the options mean (types.mts).
import type { MainModule } from "./loopscope_engine.mjs";
import { ProgramRun } from "./program_run.mjs";
import { readOptions } from "./run_options.mjs";
import type { Diagnostic, Engine, ProgramInfo, ProgramResult, RunOptions, RunResult } from "./types.mjs";

export class WasmEngine implements Engine {
  readonly #module: MainModule;
  #run: ProgramRun | null = null;
  #busy = false;
  #stopped = false;
  #broken: string | null = null;

  constructor(module: MainModule) {
    this.#module = module;
  }

  async run(source: string, options: RunOptions = {}): Promise<RunResult> {
    this.#expectText(source);
    if (this.#busy) throw new TypeError("this engine runs already: stop() it first, or create another one");
    const settings = readOptions(options);
    const all = this.programs(source);
    const chosen = all.flatMap(({ label }, index) =>
      settings.program === null || settings.program === label ? [{ label, index }] : [],
    );
    if (chosen.length === 0) {
      const labels = all.map(({ label }) => JSON.stringify(label)).join(", ");
      throw new TypeError(`no program ${JSON.stringify(settings.program)}: there are ${labels}`);
    }
    this.#busy = true;
    this.#stopped = false;
    try {
      const programs: ProgramResult[] = [];
      for (const { label, index } of chosen) {
        // Those that had not begun when the run was stopped have no result.
        if (this.#stopped) break;
        this.#run = this.#guarded(
          () => new ProgramRun(this.#module, source, index, label, settings, options),
        );
        programs.push(await this.#run.finish().catch((error: unknown) => this.#breakDown(error)));
      }
      return { version: 1, programs };
    } finally {
      this.#run = null;
      this.#busy = false;
    }
  }

  stop(): void {
    this.#stopped = true;
    this.#run?.stop();
  }

  check(source: string): Diagnostic[] {
    this.#expectText(source);
    return this.#guarded(() => this.#module.check(source));
  }

  programs(source: string): ProgramInfo[] {
    this.#expectText(source);
    return this.#guarded(() => this.#module.programs(source));
  }

  memoryBytes(): number {
    return this.#module.memoryBytes();
  }

  #expectText(source: unknown): void {
    if (typeof source !== "string") throw new TypeError(`source must be a string, not ${typeof source}`);
    if (this.#broken !== null) throw new Error(`${this.#broken}: create another engine`);
  }

  #guarded<T>(body: () => T): T {
    try {
      return body();
    } catch (error) {
      return this.#breakDown(error);
    }
  }

  /** Wasm that has trapped is in no known state; what a callback of the caller threw is the caller's. */
  #breakDown(error: unknown): never {
    if (error instanceof WebAssembly.RuntimeError || error instanceof RangeError) {
      this.#broken = `the engine broke down (${error.message})`;
      throw new Error(this.#broken, { cause: error });
    }
    throw error;
  }
}
