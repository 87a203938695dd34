// What the pointer is on: the lane and span below it, the lane that was picked, and the tooltip that follows it.
// Not for gestures (pointer_input.ts) and not for drawing.

import { type Microseconds, microseconds } from "../trace/microseconds";
import type { Span } from "../trace/trace_store";
import type { FrameModel, LaneRef } from "./frame_model";
import { AXIS_HEIGHT, rowAt } from "./layout";
import type { Tooltip } from "./tooltip";

const PLAYHEAD_GRIP = 6; // pixels to either side
const TOUCH_GRIP = 16;
const TICK_GRIP = 3;
const TICK_SPANS = 16;

/** Places are in pixels of the view; every answer is for the frame that was drawn last. */
export class Pointing {
  hovered: LaneRef | undefined;
  selected: LaneRef | undefined;
  /** Whom the span below the pointer waits for, or who woke it. */
  related: readonly number[] = [];
  private at_: { readonly x: number; readonly y: number } | undefined;
  private readonly tooltip_: Pick<Tooltip, "show" | "hide">;

  constructor(tooltip: Pick<Tooltip, "show" | "hide">) {
    this.tooltip_ = tooltip;
  }

  /** Other programs: nothing is hovered or picked any more. */
  reset(): void {
    this.leave();
    this.selected = undefined;
  }

  leave(): void {
    this.at_ = undefined;
    this.hovered = undefined;
    this.related = [];
    this.tooltip_.hide();
  }

  /** Takes a new place and returns the span there. */
  move(model: FrameModel, x: number, y: number): Span | undefined {
    this.at_ = { x, y };
    const hit = y < AXIS_HEIGHT ? undefined : rowAt(model.layout, y + model.scrollTop);
    const lane = hit?.lane;
    this.hovered = hit === undefined || lane === undefined ? undefined : { program: hit.program, lane };
    const span = this.span_(model, x);
    this.related = span?.targets ?? [];
    return span;
  }

  /** The program at a height, its header and strip included. */
  programAt(model: FrameModel, y: number): number | undefined {
    return rowAt(model.layout, y + model.scrollTop)?.program;
  }

  /** Whether a press here takes hold of the playhead: on the axis, or near its line. */
  onPlayhead(model: FrameModel, x: number, y: number, touch: boolean): boolean {
    if (x < model.gutter - TOUCH_GRIP) return false;
    if (y < AXIS_HEIGHT - 4) return true;
    return Math.abs(x - model.scale.x(model.playhead)) <= (touch ? TOUCH_GRIP : PLAYHEAD_GRIP);
  }

  /** Brings the tooltip up to date with a new frame: its span may have grown or gone. */
  refresh(model: FrameModel): void {
    const at = this.at_;
    const ref = this.hovered;
    const view = ref === undefined ? undefined : model.programs[ref.program];
    const span = at === undefined ? undefined : this.span_(model, at.x);
    const nothing = span === undefined && (at === undefined || at.x >= model.gutter);
    if (at === undefined || ref === undefined || view === undefined || nothing) {
      this.tooltip_.hide();
      return;
    }
    const room = { ...at, width: model.width, height: model.height };
    this.tooltip_.show(view.store, ref.lane, span, model.ends[ref.program], model.words, room);
  }

  private span_(model: FrameModel, x: number): Span | undefined {
    const ref = this.hovered;
    const store = ref === undefined ? undefined : model.programs[ref.program]?.store;
    if (ref === undefined || store === undefined || x < model.gutter) return undefined;
    const { perUs } = model.scale;
    const time = model.scale.time(x);
    if (time > model.ends[ref.program] + TICK_GRIP / perUs) return undefined;
    // A tick is four pixels wide however short the step was: on it, the step is what is pointed at.
    const from = microseconds(time - TICK_GRIP / perUs);
    const to = microseconds(time + TICK_GRIP / perUs);
    const isTick = ({ state, begin, end }: Span) =>
      state === "running" && begin >= from && begin <= to && ((end ?? time) - begin) * perUs < 2;
    return store.spans(ref.lane, from, to, TICK_SPANS).find(isTick) ?? this.lasting_(model, ref, time);
  }

  private lasting_(model: FrameModel, ref: LaneRef, time: Microseconds): Span | undefined {
    if (time > model.ends[ref.program]) return undefined;
    return model.programs[ref.program].store.spanOf(ref.lane, time);
  }
}
