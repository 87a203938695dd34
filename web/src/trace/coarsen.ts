// Keeps the memory of a long run bounded: old spans that are too short to be seen become one span per grain of time, with
// the state that lasted longest in it. Not for recent spans, and never for a span longer than the grain.

import type { SpanTable } from "./span_table";

const STATES = 16;
const FIRST_GRAINS = 4096; // more columns than a timeline has pixels

// Rewrites one row in place: what is written never overtakes what is still to be read.
function coarsenRow(spans: SpanTable, row: number, cutoff: number, grain: number, sums: Float64Array): void {
  const first = spans.first(row);
  const end = first + spans.count(row);
  let write = first;
  let read = first;
  while (read < end) {
    const groupBegin = spans.begin(read);
    let longest = read;
    let longestSum = -1;
    sums.fill(0);
    let next = read;
    while (next + 1 < end && spans.begin(next + 1) <= cutoff && spans.begin(next + 1) - groupBegin <= grain) {
      const state = spans.state(next);
      sums[state] += spans.begin(next + 1) - spans.begin(next);
      if (sums[state] > longestSum) {
        longestSum = sums[state];
        longest = next;
      }
      next++;
    }
    if (next === read) next = read + 1; // a long span, a recent one, or the last: it stays as it is
    spans.write(write, groupBegin, spans.value(longest), spans.line(longest), spans.state(longest));
    write++;
    read = next;
  }
  spans.shorten(row, write - first);
}

/** Coarsens spans that end before `cutoff` until at most `target` spans are left, or nothing more can be joined. */
export function coarsen(spans: SpanTable, cutoff: number, target: number): void {
  const sums = new Float64Array(STATES);
  for (let grain = cutoff / FIRST_GRAINS; spans.total > target && grain <= cutoff; grain *= 4) {
    for (let row = 0; row < spans.rowCount; row++) coarsenRow(spans, row, cutoff, grain, sums);
  }
}
