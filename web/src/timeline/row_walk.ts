// Walks one row of spans once per frame and says what to draw: bars that can be seen, columns where many spans share a
// pixel, ticks where something ran for less than a pixel. Costs a few steps per pixel, however many spans there are.
// Not for how they look.

import { SpanState } from "../trace/span_state";
import type { SpanTable } from "../trace/span_table";
import type { Ticks } from "./draw_ticks";
import type { TimeScale } from "./time_scale";

const COLUMN = 2; // pixels that short spans share
const LOOKED_AT = 24; // spans of a column that are weighed; further ones are passed over
const CODES = 16;
const OUTSIDE = 40; // pixels beside the axis that are drawn, too: ends of bars, marks of what ended

export interface RowVisitor {
  /** A span at least a column wide, in pixels clipped a little outside the view. `cut`: it began left of the view. */
  bar(x: number, right: number, code: number, index: number, cut: boolean): void;
  /** Neighbouring pixel columns of short spans; `code` lasted longest in each. */
  column(x: number, right: number, code: number): void;
}

const sums = new Float64Array(CODES);

/** Walks the spans of `row` that the scale shows. Open spans end at `openEnd`. Ticks are collected, oldest first. */
export function walkRow(
  spans: SpanTable,
  row: number,
  scale: TimeScale,
  openEnd: number,
  visitor: RowVisitor,
  ticks: Ticks,
): void {
  ticks.count = 0;
  const first = spans.first(row);
  const end = first + spans.count(row);
  const outside = OUTSIDE / scale.perUs;
  const from = scale.from - outside;
  const start = Math.max(first, spans.firstAfter(first, end, from) - 1);
  new RowWalk(spans, end, scale, openEnd, visitor, ticks).walk(start, from, scale.to + outside);
}

class RowWalk {
  private readonly spans_: SpanTable;
  private readonly end_: number;
  private readonly scale_: TimeScale;
  private readonly openEnd_: number;
  private readonly visitor_: RowVisitor;
  private readonly ticks_: Ticks;
  // Columns that were weighed and not yet told: neighbours with the same state are told as one.
  private columnLeft_ = 0;
  private columnRight_ = 0;
  private columnCode_: number = SpanState.None;

  constructor(
    spans: SpanTable,
    end: number,
    scale: TimeScale,
    openEnd: number,
    visitor: RowVisitor,
    ticks: Ticks,
  ) {
    this.spans_ = spans;
    this.end_ = end;
    this.scale_ = scale;
    this.openEnd_ = openEnd;
    this.visitor_ = visitor;
    this.ticks_ = ticks;
  }

  walk(start: number, from: number, to: number): void {
    const spans = this.spans_;
    const xFrom = this.scale_.x(from);
    const xTo = this.scale_.x(to);
    let i = start;
    while (i < this.end_ && spans.begin(i) <= to) {
      const code = spans.state(i);
      const endTime = i + 1 < this.end_ ? spans.begin(i + 1) : this.openEnd_;
      if (code === SpanState.None || endTime < from) {
        i++;
        continue;
      }
      const x = this.scale_.x(spans.begin(i));
      const right = this.scale_.x(endTime);
      if (right - x >= COLUMN) {
        this.flush_();
        this.visitor_.bar(Math.max(x, xFrom), Math.min(right, xTo), code, i, x < xFrom);
        i++;
      } else {
        i = this.walkColumn_(i, x);
      }
    }
    this.flush_();
  }

  // Weighs the short spans that begin in the column of span `i`; returns the first span after it.
  private walkColumn_(i: number, x: number): number {
    const spans = this.spans_;
    const columnEnd = this.scale_.time(x + COLUMN);
    sums.fill(0);
    let longest: number = SpanState.None;
    let next = i;
    let reached = spans.begin(i);
    const stop = Math.min(this.end_, i + LOOKED_AT);
    for (; next < stop; next++) {
      const endTime = next + 1 < this.end_ ? spans.begin(next + 1) : this.openEnd_;
      if (next > i && (endTime > columnEnd || spans.begin(next) > columnEnd)) break;
      const code = spans.state(next);
      if (code === SpanState.Running) this.ticks_.add(this.scale_.x(spans.begin(next)));
      sums[code] += endTime - spans.begin(next);
      if (longest === SpanState.None || sums[code] > sums[longest]) longest = code;
      reached = endTime;
    }
    if (next === stop && next < this.end_ && spans.begin(next) <= columnEnd) {
      next = Math.max(next, this.spans_.firstAfter(next, this.end_, columnEnd) - 1);
      reached = spans.begin(next);
    }
    this.column_(x, this.scale_.x(reached), longest);
    return next;
  }

  private column_(x: number, right: number, code: number): void {
    if (code === SpanState.None) return;
    if (code !== this.columnCode_ || x > this.columnRight_ + 1) {
      this.flush_();
      this.columnLeft_ = x;
      this.columnCode_ = code;
    }
    this.columnRight_ = Math.max(x, right);
  }

  private flush_(): void {
    if (this.columnCode_ === SpanState.None) return;
    this.visitor_.column(this.columnLeft_, this.columnRight_, this.columnCode_);
    this.columnCode_ = SpanState.None;
  }
}
