// Builds what a frame is drawn from out of made-up runs, for tests of the drawing. Not for the page.

import type { FrameModel } from "../../../web/src/timeline/frame_model";
import { layOut } from "../../../web/src/timeline/layout";
import { ProgramView } from "../../../web/src/timeline/program_view";
import { TimeScale } from "../../../web/src/timeline/time_scale";
import { wordsOf } from "../../../web/src/timeline/words";
import { type Microseconds, microseconds } from "../../../web/src/trace/microseconds";
import type { BatchWriter } from "../trace/encode_batch";

export function programOf(label: string, run: BatchWriter): ProgramView {
  const view = new ProgramView({ label, mode: "as-written", clock: "virtual" });
  view.store.append(run.take());
  view.setState("finished", undefined, 0);
  return view;
}

export interface FrameWishes {
  readonly from?: number;
  readonly to?: number;
  readonly playhead?: number;
  readonly height?: number;
  readonly scrollTop?: number;
  readonly hovered?: FrameModel["hovered"];
}

/** A frame 900 pixels wide, the time axis from 154 to 870, over all of the runs unless wished otherwise. */
export function frameOf(programs: readonly ProgramView[], wishes: FrameWishes = {}): FrameModel {
  const height = wishes.height ?? 600;
  const ends = programs.map((view) => view.end(0));
  const end: Microseconds = microseconds(Math.max(...ends));
  const range = { from: microseconds(wishes.from ?? 0), to: microseconds(wishes.to ?? end) };
  return {
    width: 900,
    height,
    gutter: 148,
    scrollTop: wishes.scrollTop ?? 0,
    scale: new TimeScale(range, 154, 870),
    layout: layOut(programs, height),
    programs,
    ends,
    playhead: microseconds(wishes.playhead ?? end),
    live: false,
    rests: wishes.playhead === undefined,
    hovered: wishes.hovered,
    selected: undefined,
    related: [],
    words: wordsOf("en"),
  };
}
