// What is known of each lane besides its spans: names, creation, end, outcome, who asked it to stop. Lane 0 is the
// program itself, lane n is task n. Not for spans (span_table.ts).

import { roomFor, widenBytes, widenFloats, widenWords } from "./columns";

/** Lanes shown at most; tasks beyond are counted only, so that ids of a damaged batch cannot take the memory. */
export const MAX_LANES = 1 << 20;

/** How a task ended, as the page says it; undefined while it goes on. */
export type OutcomeName = "finished" | "failed" | "cancelled";

const OUTCOMES: readonly OutcomeName[] = ["finished", "failed", "cancelled"];

export const UNKNOWN_TIME = -1;

/** Columns by lane. Times are microseconds or UNKNOWN_TIME, strings are ids of the run's side table. */
export class LaneTable {
  count = 1;
  /** Tasks whose id lies beyond MAX_LANES. */
  beyond = 0;
  created = new Float64Array(16).fill(UNKNOWN_TIME);
  done = new Float64Array(16).fill(UNKNOWN_TIME);
  outcomes = new Uint8Array(16);
  /** LaneKind. */
  kinds = new Uint8Array(16);
  names = new Uint32Array(16);
  coroutines = new Uint32Array(16);
  parents = new Uint32Array(16);
  createdLines = new Uint32Array(16);
  errors = new Uint32Array(16);
  errorLines = new Uint32Array(16);
  cancelTimes = new Float64Array(16).fill(UNKNOWN_TIME);
  cancelledBy = new Uint32Array(16);
  /** The state that each lane is in now, and what its running step has announced to follow (WaitBegin, TaskReady). */
  current = new Uint8Array(16);
  nextStates = new Uint8Array(16);
  nextLines = new Uint32Array(16);
  nextValues = new Float64Array(16);

  /** Makes sure that `lane` has a row. False when it lies beyond the limit. */
  admit(lane: number): boolean {
    if (lane < this.count) return true;
    if (lane >= MAX_LANES) return false;
    if (lane >= this.current.length) this.widen_(roomFor(lane + 1));
    this.count = lane + 1;
    return true;
  }

  outcome(lane: number): OutcomeName | undefined {
    return this.done[lane] === UNKNOWN_TIME ? undefined : OUTCOMES[this.outcomes[lane]];
  }

  /** How many lanes were created at or before `time`. Tasks are numbered in the order of their creation. */
  createdBy(time: number): number {
    let low = 1;
    let high = this.count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.created[middle] <= time) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private widen_(capacity: number): void {
    const old = this.current.length;
    const times = (column: Float64Array<ArrayBuffer>) =>
      widenFloats(column, capacity).fill(UNKNOWN_TIME, old);
    this.created = times(this.created);
    this.done = times(this.done);
    this.cancelTimes = times(this.cancelTimes);
    this.kinds = widenBytes(this.kinds, capacity);
    this.outcomes = widenBytes(this.outcomes, capacity);
    this.names = widenWords(this.names, capacity);
    this.coroutines = widenWords(this.coroutines, capacity);
    this.parents = widenWords(this.parents, capacity);
    this.createdLines = widenWords(this.createdLines, capacity);
    this.errors = widenWords(this.errors, capacity);
    this.errorLines = widenWords(this.errorLines, capacity);
    this.cancelledBy = widenWords(this.cancelledBy, capacity);
    this.current = widenBytes(this.current, capacity);
    this.nextStates = widenBytes(this.nextStates, capacity);
    this.nextLines = widenWords(this.nextLines, capacity);
    this.nextValues = widenFloats(this.nextValues, capacity);
  }
}
