// The moments at which a row ran for less than a pixel: collected while its spans are walked, drawn over its bars.
// Not for runs that can be seen, which are bars.

import type { Pen } from "./pen";

const LEAST_APART = 1; // pixels: nearer ones are one tick
const EDGE = 2;
const HAZE_BELOW = 3; // pixels between ticks that would touch: they become one haze

/** Places of ticks from left to right; the store grows and is used again for the next row. */
export class Ticks {
  count = 0;
  xs = new Float64Array(256);

  add(x: number): void {
    if (this.count > 0 && x - this.xs[this.count - 1] < LEAST_APART) return;
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

// Ticks that touch would hide what lies between them: of a high row only the edges are drawn.
function drawHaze(pen: Pen, left: number, y: number, width: number, height: number, alpha: number): void {
  if (height < 12) {
    pen.fill(left, y, width, height, "run", alpha);
    return;
  }
  pen.fill(left, y, width, EDGE, "run", 0.55);
  pen.fill(left, y + height - EDGE, width, EDGE, "run", 0.55);
}

/** Draws them at most `widest` pixels wide, thinner and fainter the closer they stand, never fainter than `faintest`. */
export function drawTicks(
  pen: Pen,
  ticks: Ticks,
  y: number,
  height: number,
  widest: number,
  faintest: number,
): void {
  let hazeFrom = -1;
  for (let i = 0; i <= ticks.count; i++) {
    const room = i < ticks.count ? ticks.room(i) : Number.POSITIVE_INFINITY;
    if (room < HAZE_BELOW) {
      if (hazeFrom < 0) hazeFrom = i;
      if (i === hazeFrom || ticks.xs[i] - ticks.xs[i - 1] < HAZE_BELOW) continue;
    }
    if (hazeFrom >= 0) {
      const left = ticks.xs[hazeFrom];
      drawHaze(pen, left, y, Math.max(1, ticks.xs[i - 1] - left), height, faintest);
      hazeFrom = room < HAZE_BELOW ? i : -1;
    }
    if (i === ticks.count || room < HAZE_BELOW) continue;
    const width = Math.max(1, Math.min(widest, room * 0.4));
    const alpha = Math.max(faintest, Math.min(1, room / 8));
    pen.fill(ticks.xs[i] - width / 2, y, width, height, "run", alpha, width >= 2.5 ? 2 : 0);
  }
}
