// What the timeline draws with: few shapes, in CSS pixels, with colours by name. A canvas draws them on the page, a
// recorder counts them in tests; an export writes them as SVG. Not for what is drawn where.

import type { Ink, Pattern } from "./appearance";

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface TextStyle {
  readonly ink: Ink;
  readonly size: number;
  readonly bold?: boolean;
  readonly align?: "left" | "center" | "right";
  /** 0 to 1. */
  readonly alpha?: number;
}

export interface LineStyle {
  readonly ink: Ink;
  readonly width: number;
  readonly dash?: readonly number[];
  readonly alpha?: number;
  readonly round?: boolean;
}

/** Text stands on its vertical middle. Alpha is 1 unless told. */
export interface Pen {
  fill(x: number, y: number, width: number, height: number, ink: Ink, alpha?: number, radius?: number): void;
  outline(
    x: number,
    y: number,
    width: number,
    height: number,
    ink: Ink,
    alpha?: number,
    radius?: number,
  ): void;
  /** A bar of a state: a tint of the ink with the pattern over it. `solid` fills it. */
  bar(x: number, y: number, width: number, height: number, ink: Ink, pattern: Pattern, radius: number): void;
  /** An open line through the points x1, y1, x2, y2 ... */
  stroke(points: readonly number[], style: LineStyle): void;
  text(text: string, x: number, middle: number, style: TextStyle): void;
  textWidth(text: string, size: number, bold?: boolean): number;
  /** Draws inside the box only. */
  clip(box: Box, draw: () => void): void;
}

/** The longest beginning of `text` that fits into `room` pixels, with an ellipsis where something is left out. */
export function fitText(pen: Pen, text: string, room: number, size: number, bold = false): string {
  if (pen.textWidth(text, size, bold) <= room) return text;
  const glyphs = [...text];
  let low = 0;
  let high = glyphs.length;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (pen.textWidth(`${glyphs.slice(0, middle).join("")}…`, size, bold) <= room) low = middle;
    else high = middle - 1;
  }
  return low === 0 ? "" : `${glyphs.slice(0, low).join("").trimEnd()}…`;
}
