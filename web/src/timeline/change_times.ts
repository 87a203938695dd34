// The next or the last moment at which anything changed, over all programs: where the playhead steps to.
// Not for the playhead itself.

import { type Microseconds, microseconds } from "../trace/microseconds";
import type { TraceStore } from "../trace/trace_store";

const LANES_LOOKED_AT = 2000; // of each run; the loop strip has the rest

/** The nearest change strictly after (`direction` 1) or before (-1) `time`; undefined where there is none. */
export function nearestChange(
  stores: readonly TraceStore[],
  time: Microseconds,
  direction: 1 | -1,
): Microseconds | undefined {
  let best: number | undefined;
  for (const store of stores) {
    const spans = store.spanTable;
    const rows = Math.min(spans.rowCount, LANES_LOOKED_AT);
    for (let row = 0; row < rows; row++) {
      const first = spans.first(row);
      const end = first + spans.count(row);
      let at = spans.firstAfter(first, end, time);
      if (direction < 0) {
        at--;
        while (at >= first && spans.begin(at) >= time) at--;
      }
      if (at < first || at >= end) continue;
      const found = spans.begin(at);
      if (best === undefined || (direction > 0 ? found < best : found > best)) best = found;
    }
  }
  return best === undefined ? undefined : microseconds(best);
}
