// Draws the one time axis with its grid, and the playhead that crosses all programs. Not for lanes.

import type { FrameModel } from "./frame_model";
import { AXIS_HEIGHT } from "./layout";
import type { Pen } from "./pen";
import { tickStep, ticks } from "./time_scale";
import { pointText, tickText } from "./time_text";

const TICK_ROOM = 76; // pixels between two texts at least
const PILL_HEIGHT = 19;

/** Vertical lines behind everything. */
export function drawGrid(pen: Pen, model: FrameModel): void {
  const { scale } = model;
  for (const time of ticks(scale, tickStep(scale, TICK_ROOM))) {
    const x = Math.round(scale.x(time)) + 0.5;
    pen.stroke([x, AXIS_HEIGHT - 4, x, model.height], { ink: "line", width: 1 });
  }
}

/** The texts on top, on their own ground. */
export function drawAxis(pen: Pen, model: FrameModel): void {
  const { scale } = model;
  pen.fill(0, 0, model.width, AXIS_HEIGHT - 4, "bg");
  const step = tickStep(scale, TICK_ROOM);
  for (const time of ticks(scale, step)) {
    const text = tickText(time, step);
    const half = pen.textWidth(text, 11) / 2;
    const x = Math.min(scale.x(time), model.width - half - 4);
    if (x + half < model.gutter - 14) continue;
    pen.text(text, x, 13, { ink: "dim", size: 11, align: "center" });
  }
}

/** Line and pill; nothing where the playhead is outside of the view. */
export function drawPlayhead(pen: Pen, model: FrameModel): void {
  const { scale } = model;
  const x = scale.x(model.playhead);
  if (x < scale.left - 1 || x > model.width) return;
  const ink = model.live ? "accent" : "ink";
  const alpha = model.rests ? 0.35 : 0.9; // at the end of a run it must not hide how the tasks ended
  pen.stroke([Math.round(x) + 0.5, PILL_HEIGHT, Math.round(x) + 0.5, model.height], {
    ink,
    width: 1.5,
    alpha,
  });
  const text = pointText(model.playhead, 1 / scale.perUs);
  const width = pen.textWidth(text, 11, true) + 14;
  const left = Math.min(Math.max(x - width / 2, 2), model.width - width - 2);
  pen.fill(left, 3, width, PILL_HEIGHT, ink, 1, 6);
  pen.text(text, left + width / 2, 3 + PILL_HEIGHT / 2, { ink: "bg", size: 11, bold: true, align: "center" });
}
