// Everything a frame is drawn from, as plain data: what the page shows now. Not for how it is drawn.

import type { Microseconds } from "../trace/microseconds";
import type { Layout } from "./layout";
import type { ProgramView } from "./program_view";
import type { TimeScale } from "./time_scale";
import type { Words } from "./words";

export interface LaneRef {
  readonly program: number;
  readonly lane: number;
}

export interface FrameModel {
  readonly width: number;
  readonly height: number;
  /** Pixels left of the time axis, for badges and names. */
  readonly gutter: number;
  readonly scrollTop: number;
  readonly scale: TimeScale;
  readonly layout: Layout;
  readonly programs: readonly ProgramView[];
  /** Where each program's open spans end, in the order of `programs`. */
  readonly ends: readonly Microseconds[];
  readonly playhead: Microseconds;
  /** The playhead is at now and follows it. */
  readonly live: boolean;
  /** The playhead stands at the end because nobody moved it. */
  readonly rests: boolean;
  readonly hovered: LaneRef | undefined;
  readonly selected: LaneRef | undefined;
  /** Lanes of the hovered program that the hovered span waits for or was woken by. */
  readonly related: readonly number[];
  readonly words: Words;
}
