// The sums that a sentence about a run needs: how long it was blocked and where, how many waited at once, how long steps
// took. Not for the official results: those come from the engine.

export type BlockedBy = "sleep" | "network" | "lock";

/** Where a run was blocked, and by what. */
export interface BlockedPlace {
  readonly line: number;
  readonly by: BlockedBy;
  readonly us: number;
}

/** Fed by the record reader; every length is in microseconds. */
export class RunTotals {
  busyUs = 0;
  blockedUs = 0;
  waiting = 0;
  peakWaiting = 0;
  tasks = 0;
  requests = 0;
  loopRan = false;
  private openBlock_: { readonly line: number; readonly by: BlockedBy; readonly begin: number } | undefined;
  private readonly places_ = new Map<number, { by: BlockedBy; us: number }>();

  waits(change: number): void {
    this.waiting += change;
    if (this.waiting > this.peakWaiting) this.peakWaiting = this.waiting;
  }

  blockBegins(line: number, by: BlockedBy, begin: number): void {
    this.openBlock_ = { line, by, begin };
  }

  blockEnds(end: number): void {
    const block = this.openBlock_;
    if (block === undefined) return;
    this.openBlock_ = undefined;
    this.blockedUs += end - block.begin;
    const place = this.places_.get(block.line);
    if (place === undefined) {
      this.places_.set(block.line, { by: block.by, us: end - block.begin });
    } else {
      place.us += end - block.begin;
    }
  }

  /** Blocked time up to `now`, a block that still lasts included. */
  blockedBy(now: number): number {
    return this.blockedUs + (this.openBlock_ === undefined ? 0 : Math.max(0, now - this.openBlock_.begin));
  }

  /** The line that blocked longest up to `now`; undefined where nothing did. */
  worstPlace(now: number): BlockedPlace | undefined {
    const open = this.openBlock_;
    let worst: BlockedPlace | undefined =
      open === undefined ? undefined : { line: open.line, by: open.by, us: now - open.begin };
    for (const [line, { by, us }] of this.places_) {
      const length = us + (open?.line === line ? now - open.begin : 0);
      if (worst === undefined || length > worst.us) worst = { line, by, us: length };
    }
    return worst;
  }
}
