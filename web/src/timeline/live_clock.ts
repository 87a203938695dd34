// What time it is inside a run while it goes on: the wall clock, set by the batches that arrive. Not for the virtual
// clock, which jumps: there the newest record is now.

import { type Microseconds, microseconds } from "../trace/microseconds";

/**
 * A batch can only arrive late, so the earliest guess of when the run began is the best one. Until a batch arrived the run
 * stands at 0; it never runs behind its newest record and never backwards.
 */
export class LiveClock {
  private startedMs_ = Number.POSITIVE_INFINITY;
  private shown_ = 0;

  /** A batch arrived at wall time `nowMs` (performance.now) whose newest record is of `recordTime`. */
  heard(recordTime: Microseconds, nowMs: number): void {
    this.startedMs_ = Math.min(this.startedMs_, nowMs - recordTime / 1000);
  }

  now(recordTime: Microseconds, nowMs: number): Microseconds {
    const elapsed = Number.isFinite(this.startedMs_) ? (nowMs - this.startedMs_) * 1000 : 0;
    this.shown_ = Math.max(this.shown_, recordTime, elapsed);
    return microseconds(Math.floor(this.shown_));
  }
}
