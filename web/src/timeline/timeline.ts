// The timeline's contract with the page: what it is told, what it tells. Not for how it works (mounted_timeline.ts).

import "./timeline.css";
import type { TraceError } from "../trace/decode_batch";
import type { Microseconds } from "../trace/microseconds";
import type { Span, TraceStore } from "../trace/trace_store";
import { MountedTimeline } from "./mounted_timeline";
import type { ProgramLabel } from "./program_view";
import type { TimeRange } from "./time_scale";
import type { Locale, RunState } from "./words";

export type { ProgramLabel } from "./program_view";
export type { Locale, RunState } from "./words";

export interface TimelineOptions {
  readonly locale: Locale;
  /**
   * The person moved the playhead, or let it follow a running program again by moving it to now. `program` is the one they
   * pointed at, undefined on the axis and by keyboard.
   */
  readonly onPlayhead?: (time: Microseconds | "live", program: number | undefined) => void;
  /** The span under the pointer, and undefined when there is none any more. */
  readonly onHoverSpan?: (span: Span | undefined, program: number | undefined) => void;
  readonly onSelectLane?: (program: number, task: number) => void;
}

export interface Timeline {
  /** Begins anew with these programs; what was drawn before is gone. */
  setPrograms(programs: readonly ProgramLabel[]): void;
  /** Reads a batch of the trace; takes the buffer over. An error is for the page to show; what was drawn stays. */
  append(program: number, batch: ArrayBuffer): TraceError | undefined;
  /** `endUs`: how long the run took, where that is known better than from its last record. */
  setState(program: number, state: RunState, endUs?: Microseconds): void;
  setPlayhead(time: Microseconds | "live"): void;
  /** Where the playhead is now. */
  playhead(): Microseconds;
  clear(): void;
  fit(): void;
  zoomTo(range: TimeRange): void;
  setLocale(locale: Locale): void;
  /** Shows the table in the picture's place, or the picture again. */
  showTable(shown: boolean): void;
  /** Resolves when nothing runs, nothing is left to be drawn, and the table is up to date. */
  idle(): Promise<void>;
  store(program: number): TraceStore;
  destroy(): void;
}

/** Mounts a timeline into an element, which gives it its size. The caller destroys it before removing the element. */
export function createTimeline(element: HTMLElement, options: TimelineOptions): Timeline {
  return new MountedTimeline(element, options);
}
