// Walks one row of spans once per frame and says what to draw: bars that can be seen, columns where many spans share a
// pixel, ticks where something ran for less than a pixel. Costs a few steps per pixel, however many spans there are.
// Not for how they look.

import { isBlocked, SpanState } from "../trace/span_state";
import type { SpanTable } from "../trace/span_table";
import type { TimeScale } from "./time_scale";

const COLUMN = 2; // pixels that short spans share
const LOOKED_AT = 24; // spans of a column that are weighed; further ones are passed over
const CODES = 16;
const OUTSIDE = 40; // pixels beside the axis that are drawn, too: ends of bars, marks of what ended

export interface RowVisitor {
  /** A span at least a column wide, in pixels clipped a little outside the view. `cut`: it began left of the view. */
  bar(x: number, right: number, code: number, index: number, cut: boolean): void;
  /** Short spans of one pixel column; `code` lasted longest in it. */
  column(x: number, right: number, code: number): void;
}

/** The moments at which a row ran for less than a column: their places and how far the next one is. */
export class Ticks {
  count = 0;
  xs = new Float64Array(256);

  add(x: number): void {
    if (this.count === this.xs.length) {
      const wide = new Float64Array(this.count * 2);
      wide.set(this.xs);
      this.xs = wide;
    }
    this.xs[this.count++] = x;
  }

  /** Pixels to the nearer neighbour of a tick. */
  room(index: number): number {
    const before = index > 0 ? this.xs[index] - this.xs[index - 1] : Number.POSITIVE_INFINITY;
    const after = index + 1 < this.count ? this.xs[index + 1] - this.xs[index] : Number.POSITIVE_INFINITY;
    return Math.min(before, after);
  }
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
  const { begins, states } = spans;
  const outside = OUTSIDE / scale.perUs;
  const from = scale.from - outside;
  const to = scale.to + outside;
  const xFrom = scale.x(from);
  const xTo = scale.x(to);
  let i = Math.max(first, spans.firstAfter(first, end, from) - 1);
  while (i < end && begins[i] <= to) {
    const code = states[i];
    const endTime = i + 1 < end ? begins[i + 1] : openEnd;
    if (code === SpanState.None || endTime < from) {
      i++;
      continue;
    }
    const x = scale.x(begins[i]);
    const right = scale.x(endTime);
    if (right - x >= COLUMN) {
      visitor.bar(Math.max(x, xFrom), Math.min(right, xTo), code, i, x < xFrom);
      i++;
      continue;
    }
    i = walkColumn(spans, i, end, scale, openEnd, visitor, ticks);
  }
}

// Weighs the short spans that begin in the column of span `i`; returns the first span after it.
function walkColumn(
  spans: SpanTable,
  i: number,
  end: number,
  scale: TimeScale,
  openEnd: number,
  visitor: RowVisitor,
  ticks: Ticks,
): number {
  const { begins, states } = spans;
  const x = scale.x(begins[i]);
  const columnEnd = scale.time(x + COLUMN);
  sums.fill(0);
  let longest: number = SpanState.None;
  let next = i;
  let reached = begins[i];
  const stop = Math.min(end, i + LOOKED_AT);
  for (; next < stop; next++) {
    const endTime = next + 1 < end ? begins[next + 1] : openEnd;
    if (next > i && (endTime > columnEnd || begins[next] > columnEnd)) break;
    const code = states[next];
    if (code === SpanState.Running || isBlocked(code)) {
      const at = scale.x(begins[next]);
      if (ticks.count === 0 || at - ticks.xs[ticks.count - 1] >= 1) ticks.add(at);
    }
    sums[code] += endTime - begins[next];
    if (longest === SpanState.None || sums[code] > sums[longest]) longest = code;
    reached = endTime;
  }
  if (next === stop && next < end && begins[next] <= columnEnd) {
    next = Math.max(next, spans.firstAfter(next, end, columnEnd) - 1);
    reached = begins[next];
  }
  if (longest !== SpanState.None) visitor.column(x, scale.x(reached), longest);
  return next;
}
