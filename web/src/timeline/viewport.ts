// Which stretch of time is shown, and how it moves: fitting by itself while a run grows, zoomed and panned by hand, gliding
// from one to the other. Not for vertical scrolling, which is the browser's.

import { type Microseconds, microseconds } from "../trace/microseconds";
import type { TimeRange } from "./time_scale";

const SHORTEST_US = 20; // a view is never shorter: a microsecond is then some 40 pixels wide
const SHORTEST_FIT_US = 10;
const FIRST_LIVE_US = 1_000_000;
const GLIDE_MS = 70; // time constant of the glide
const ARRIVED = 2e-4; // of the view's length
const NICE = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];

/** The first round number of microseconds at or above `us`: where the axis of a growing run ends. */
export function niceEnd(us: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(us, 1)));
  for (const factor of NICE) if (factor * power >= us) return factor * power;
  return 10 * power;
}

export class Viewport {
  private from_ = 0;
  private to_ = FIRST_LIVE_US;
  private goalFrom_ = 0;
  private goalTo_ = FIRST_LIVE_US;
  private fitTo_ = FIRST_LIVE_US;
  private fits_ = true;
  private fresh_ = true; // nothing was shown yet: a recorded run stands there at once
  private lastMs_: number | undefined;
  private readonly still_: () => boolean;

  /** `still`: whether the person asked for no motion. */
  constructor(still: () => boolean) {
    this.still_ = still;
  }

  get range(): TimeRange {
    return { from: microseconds(this.from_), to: microseconds(this.to_) };
  }

  /** True while the view shows all of the run and follows its growth. */
  get fits(): boolean {
    return this.fits_;
  }

  /** Tells how long the runs are. While one grows the axis is longer, so that it does not move with every frame. */
  setExtent(end: Microseconds, growing: boolean): void {
    if (growing) {
      if (this.fitTo_ < end * 1.05 || this.fitTo_ > 4 * Math.max(end, FIRST_LIVE_US)) {
        this.fitTo_ = Math.max(FIRST_LIVE_US, niceEnd(end * 1.3));
      }
    } else {
      this.fitTo_ = Math.max(end, SHORTEST_FIT_US);
    }
    if (!this.fits_) return;
    this.goTo_(0, this.fitTo_);
    if (this.fresh_ && end > 0) {
      if (!growing) this.arrive();
      this.fresh_ = false;
    }
  }

  fit(): void {
    this.fits_ = true;
    this.goTo_(0, this.fitTo_);
  }

  /** Forgets the view of the last run; the next frame does not glide from it. */
  reset(): void {
    this.fits_ = true;
    this.fresh_ = true;
    this.fitTo_ = FIRST_LIVE_US;
    this.goTo_(0, FIRST_LIVE_US);
    this.arrive();
  }

  zoomTo(range: TimeRange): void {
    this.fits_ = false;
    this.goTo_(range.from, range.to);
  }

  /** Zooms so that `anchor` stays where it is; a factor above 1 shows less. */
  zoomAt(factor: number, anchor: number): void {
    const from = anchor - (anchor - this.goalFrom_) / factor;
    const to = anchor + (this.goalTo_ - anchor) / factor;
    if (to - from >= this.fitTo_) this.fit();
    else this.zoomTo({ from: microseconds(from), to: microseconds(to) });
  }

  panBy(us: number): void {
    if (this.fits_) return; // everything is in view
    this.goTo_(this.goalFrom_ + us, this.goalTo_ + us);
  }

  /** Brings a time into view when it is outside. */
  reveal(time: Microseconds): void {
    if (time >= this.goalFrom_ && time <= this.goalTo_) return;
    const length = this.goalTo_ - this.goalFrom_;
    this.goTo_(time - length / 2, time + length / 2);
  }

  /** Ends a glide at once: a drag must follow the finger. */
  arrive(): void {
    this.from_ = this.goalFrom_;
    this.to_ = this.goalTo_;
    this.lastMs_ = undefined;
  }

  /** Moves on to wall time `nowMs`; true while it has not arrived. */
  step(nowMs: number): boolean {
    const length = this.goalTo_ - this.goalFrom_;
    const distance = Math.abs(this.from_ - this.goalFrom_) + Math.abs(this.to_ - this.goalTo_);
    if (distance <= length * ARRIVED || this.still_()) {
      this.arrive();
      return false;
    }
    const passed = this.lastMs_ === undefined ? 16 : Math.min(100, Math.max(0, nowMs - this.lastMs_));
    this.lastMs_ = nowMs;
    const part = 1 - Math.exp(-passed / GLIDE_MS);
    this.from_ += (this.goalFrom_ - this.from_) * part;
    this.to_ += (this.goalTo_ - this.to_) * part;
    return true;
  }

  private goTo_(from: number, to: number): void {
    const length = Math.min(Math.max(to - from, SHORTEST_US, 1), Math.max(this.fitTo_, SHORTEST_US));
    const middle = (from + to) / 2;
    const last = Math.max(0, this.fitTo_ - length);
    this.goalFrom_ = Math.min(Math.max(0, length === to - from ? from : middle - length / 2), last);
    this.goalTo_ = this.goalFrom_ + length;
  }
}
