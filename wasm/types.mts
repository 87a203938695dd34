// The types of the engine's JavaScript surface, all that page, worker and Node see of it.
// Not for how any of it is done (engine.mts).

/** Where the wasm comes from; left out: beside the module, found by its URL. */
export interface EngineOptions {
  wasm?: URL | string | ArrayBuffer | Uint8Array<ArrayBuffer> | WebAssembly.Module;
}

export type Clock = "real" | "virtual";
export type Network = "simulated" | "internet";
export type Mode = "as-written" | "blocking";
export type OutputStream = "stdout" | "stderr";

export interface RunOptions {
  /** Default virtual: time jumps to the next event. */
  clock?: Clock;
  /** Default simulated. The internet means the real clock. */
  network?: Network;
  /** Default as-written. blocking: every wait holds the whole loop. */
  mode?: Mode;
  /** Of network jitter and unseeded random; a whole number from 0 to 2^53 - 1, default 1. */
  seed?: number;
  /** Nanoseconds that an instruction costs under the virtual clock, default 0. */
  cpu?: number;
  /** The run ends at that time of its own clock and says so; left out: it has all the time it wants. */
  timeLimitUs?: number;
  /** The label of the one program to run; left out: all, in order. */
  program?: string;
  /** Named in tracebacks, default "<scenario>". */
  fileName?: string;
  /**
   * Absolute URL of a path that a service worker answers (it ends with "net/"). Read with the real clock and the
   * simulated network; left out: the engine answers its requests by itself.
   */
  fetchBase?: string;
  /** Text as it is printed. `timeUs`: microseconds since the program's start; `task`: 0 outside of any task. */
  onOutput?: (stream: OutputStream, text: string, timeUs: number, task: number) => void;
  /**
   * A batch of the trace (core/trace/record.h); the buffer is the callee's own, to transfer if it likes. A promise that it
   * returns is waited for, so that a program that never rests does not run ahead of who reads its trace.
   */
  onTrace?: (batch: ArrayBuffer, program: string) => unknown;
}

/** Where a text is wrong. Lines and columns count from 1, those of the whole scenario, in code points. */
export interface SourceError {
  line: number;
  column: number;
  end_line: number;
  end_column: number;
  message: string;
}

export interface ProgramResult {
  label: string;
  mode: Mode;
  elapsed_s: number;
  /** asyncio tasks created, main included. */
  tasks: number;
  /** Most tasks that waited for a timer or the network at one instant. */
  peak_waiting: number;
  /** The loop held by blocking waits. */
  blocked_s: number;
  /** Steps executing. */
  loop_busy_s: number;
  requests: number;
  stdout: string;
  stderr: string;
  /** What `python3 FILE` would give; null after stop(). */
  exit_status: number | null;
  error?: SourceError;
  /** The program waits for ever: who waits for whom. */
  waiting_forever?: string[];
  /** The run ended at `timeLimitUs`. */
  time_limit_reached?: boolean;
}

export interface RunResult {
  version: 1;
  programs: ProgramResult[];
}

export interface Diagnostic {
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
  message: string;
}

export interface ProgramInfo {
  label: string;
  firstLine: number;
  lastLine: number;
  usesAsyncio: boolean;
}

export interface Engine {
  /** Runs a scenario's programs in order. Rejects with a TypeError for options that make no sense, and when it runs. */
  run(source: string, options?: RunOptions): Promise<RunResult>;
  /** Ends the run: its promise resolves with what there is. Nothing happens where nothing runs. */
  stop(): void;
  /** What is wrong with the text, without running it. */
  check(source: string): Diagnostic[];
  /** The programs of a scenario: at least one. */
  programs(source: string): ProgramInfo[];
  /** Bytes of memory that the engine holds. They are used again by later runs, and given back with the engine only. */
  memoryBytes(): number;
}
