// One program on the timeline: its store, how its run stands, and where its end is now. Not for drawing it.

import { type Microseconds, microseconds } from "../trace/microseconds";
import { TraceStore } from "../trace/trace_store";
import { LiveClock } from "./live_clock";
import type { RunState } from "./words";

export interface ProgramLabel {
  readonly label: string;
  readonly mode: "as-written" | "blocking";
  /** With the real clock (the default) open spans grow with the wall clock between batches. */
  readonly clock?: "real" | "virtual";
}

const AHEAD_MS = 50; // a real clock is never that far ahead of the page's

export class ProgramView {
  readonly label: string;
  readonly mode: "as-written" | "blocking";
  readonly store = new TraceStore();
  state: RunState | "idle" = "idle";
  private real_: boolean;
  private startedMs_ = 0;
  private readonly clock_ = new LiveClock();
  private endUs_: Microseconds | undefined;

  constructor({ label, mode, clock }: ProgramLabel) {
    this.label = label;
    this.mode = mode;
    this.real_ = clock !== "virtual";
  }

  /** True while its open spans grow by themselves. */
  get grows(): boolean {
    return this.state === "running" && this.real_ && this.store.recordCount > 0;
  }

  heard(nowMs: number): void {
    // A record from the future: whatever the page said, this clock jumps.
    if (this.state === "running" && this.store.lastTime / 1000 > nowMs - this.startedMs_ + AHEAD_MS)
      this.real_ = false;
    this.clock_.heard(this.store.lastTime, nowMs);
  }

  /** `nowMs` is performance.now; the run begins with the first `running`. */
  setState(state: RunState, endUs: Microseconds | undefined, nowMs: number): void {
    if (state === "running" && this.state !== "running") this.startedMs_ = nowMs;
    this.state = state;
    this.endUs_ = state === "running" ? undefined : endUs;
  }

  /** Where open spans end: now while it runs, else where it ended. `nowMs` is performance.now. */
  end(nowMs: number): Microseconds {
    const last = this.store.lastTime;
    if (this.grows) return this.clock_.now(last, nowMs);
    return microseconds(Math.max(last, this.endUs_ ?? 0));
  }
}
