// What the page and a worker with an engine say to each other, as types that both sides import.
// Not for: the engine's own surface, see wasm/loopscope.ts; what the page does with the answers, see engine_worker.ts.
import type { Diagnostic, ProgramInfo, ProgramResult } from "loopscope-engine";

export type { Diagnostic, ProgramInfo, ProgramResult };
export type Mode = "as-written" | "blocking";

/** One program of a scenario, as one worker runs it. */
export interface ProgramOrder {
  source: string;
  program: string;
  mode: Mode;
  clock: "real" | "virtual";
  network: "simulated" | "internet";
  seed: number;
  cpu: number;
  /** Of the program's own clock; null: as long as it likes. */
  timeLimitUs: number | null;
  /** Where the service worker answers; null: the engine answers by itself. */
  fetchBase: string | null;
}

export interface OutputPiece {
  stream: "stdout" | "stderr";
  text: string;
  /** Microseconds since the start of the run. */
  timeUs: number;
  task: number;
}

export type ToWorker =
  | { kind: "module"; module: WebAssembly.Module }
  | { kind: "run"; order: ProgramOrder }
  | { kind: "stop" }
  /** A batch of the trace was read. */
  | { kind: "taken" }
  | { kind: "check"; id: number; source: string };

export type FromWorker =
  | { kind: "ready" }
  | { kind: "failed"; message: string }
  | { kind: "trace"; batch: ArrayBuffer }
  | { kind: "output"; pieces: OutputPiece[] }
  /** `memoryBytes`: what the engine holds now. */
  | { kind: "done"; result: ProgramResult; memoryBytes: number }
  | { kind: "checked"; id: number; diagnostics: Diagnostic[]; programs: ProgramInfo[] };
