// Where everything stands from top to bottom: programs, their loop strips, their lanes, in content pixels. Many lanes get
// lower rows. Not for time (time_scale.ts) and not for drawing.

import type { ProgramView } from "./program_view";

export const AXIS_HEIGHT = 30;
export const HEADER_HEIGHT = 24;
export const STRIP_HEIGHT = 20;
const PROGRAM_GAP = 14;
const BOTTOM_PAD = 14;

/** How high a lane's row is, and what fits into it. */
export interface Density {
  readonly row: number;
  readonly bar: number;
  readonly text: number;
  /** Badges and names at every row. */
  readonly named: boolean;
  /** Texts inside the bars. */
  readonly labelled: boolean;
}

const ROOMY: Density = { row: 28, bar: 18, text: 11.5, named: true, labelled: true };
const SNUG: Density = { row: 21, bar: 14, text: 10.5, named: true, labelled: true };
const SMALL: Density = { row: 14, bar: 9, text: 9, named: true, labelled: false };
const TINY: Density = { row: 8, bar: 5, text: 9, named: false, labelled: false };
const HAIR: Density = { row: 4, bar: 3, text: 9, named: false, labelled: false };

export interface ProgramRows {
  readonly top: number;
  readonly bottom: number;
  readonly stripTop: number;
  readonly lanesTop: number;
  /** The lane in the first row: 0 where the program shows, else 1. */
  readonly firstLane: number;
  readonly lanes: number;
}

export interface Layout {
  readonly density: Density;
  readonly programs: readonly ProgramRows[];
  /** Of the content, axis included. */
  readonly height: number;
  readonly lanes: number;
}

function densityFor(lanes: number, programs: number, height: number): Density {
  const fixed = AXIS_HEIGHT + programs * (PROGRAM_GAP + HEADER_HEIGHT + STRIP_HEIGHT) + BOTTOM_PAD;
  for (const density of [ROOMY, SNUG]) if (fixed + lanes * density.row <= height) return density;
  if (lanes <= 24) return ROOMY;
  if (lanes <= 60) return SNUG;
  if (lanes <= 400) return SMALL;
  return lanes <= 20_000 ? TINY : HAIR;
}

/** Lays out all programs for a view of `height` pixels. Linear in programs, not in lanes. */
export function layOut(programs: readonly ProgramView[], height: number): Layout {
  const rows = programs.map(({ store }) => {
    const firstLane = store.showsProgram ? 0 : 1;
    return { firstLane, lanes: store.recordCount === 0 ? 0 : store.laneCount - firstLane };
  });
  const lanes = rows.reduce((sum, row) => sum + row.lanes, 0);
  const density = densityFor(lanes, programs.length, height);
  let y = AXIS_HEIGHT;
  const placed = rows.map((row) => {
    const top = y;
    const stripTop = top + HEADER_HEIGHT;
    const lanesTop = stripTop + STRIP_HEIGHT;
    const bottom = lanesTop + row.lanes * density.row;
    y = bottom + PROGRAM_GAP;
    return { ...row, top, stripTop, lanesTop, bottom };
  });
  return { density, programs: placed, height: y + BOTTOM_PAD, lanes };
}

/** The program and lane at a height of the content; lane is undefined on a header or a strip. */
export interface RowHit {
  readonly program: number;
  readonly lane: number | undefined;
  readonly strip: boolean;
}

export function rowAt(layout: Layout, y: number): RowHit | undefined {
  for (let program = 0; program < layout.programs.length; program++) {
    const rows = layout.programs[program];
    if (y < rows.top || y >= rows.bottom + PROGRAM_GAP) continue;
    const index = Math.floor((y - rows.lanesTop) / layout.density.row);
    const lane = y >= rows.lanesTop && index < rows.lanes ? rows.firstLane + index : undefined;
    return { program, lane, strip: y >= rows.stripTop && y < rows.lanesTop };
  }
  return undefined;
}
