// Time to pixels and back, for one stretch of time over one stretch of pixels. Not for which stretch is shown
// (viewport.ts) and not for text (time_text.ts).

import { type Microseconds, microseconds } from "../trace/microseconds";

export interface TimeRange {
  readonly from: Microseconds;
  readonly to: Microseconds;
}

/** A plain linear scale. `perUs` is pixels for one microsecond. */
export class TimeScale {
  readonly from: Microseconds;
  readonly to: Microseconds;
  readonly left: number;
  readonly right: number;
  readonly perUs: number;

  constructor(range: TimeRange, left: number, right: number) {
    this.from = range.from;
    this.to = range.to;
    this.left = left;
    this.right = Math.max(right, left + 1);
    this.perUs = (this.right - this.left) / Math.max(range.to - range.from, 1e-3);
  }

  x(time: number): number {
    return this.left + (time - this.from) * this.perUs;
  }

  time(x: number): Microseconds {
    return microseconds(this.from + (x - this.left) / this.perUs);
  }
}

const NICE = [1, 2, 5];

/** The distance between ticks: 1, 2 or 5 times a power of ten, at least `room` pixels wide; whole microseconds. */
export function tickStep(scale: TimeScale, room: number): Microseconds {
  const least = Math.max(room / scale.perUs, 1);
  const power = 10 ** Math.floor(Math.log10(least));
  for (const factor of NICE) if (factor * power >= least * 0.999) return microseconds(factor * power);
  return microseconds(10 * power);
}

/** The ticks on the scale, from its left end to its right one. */
export function ticks(scale: TimeScale, step: Microseconds): Microseconds[] {
  const found: Microseconds[] = [];
  const last = Math.floor(scale.to / step + 1e-6);
  for (let i = Math.ceil(scale.from / step - 1e-6); i <= last && found.length < 1000; i++) {
    found.push(microseconds(Math.max(0, i * step)));
  }
  return found;
}
