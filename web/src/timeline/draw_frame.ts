// Draws one frame of the timeline: grid, visible lanes, headers, axis, playhead, in this order. Only what can be seen is
// visited. Not for when a frame is drawn (timeline.ts).

import { drawAxis, drawGrid, drawPlayhead } from "./draw_axis";
import { LanePainter } from "./draw_lane";
import { drawHeader, drawStrip } from "./draw_program";
import { Ticks } from "./draw_ticks";
import type { FrameModel } from "./frame_model";
import { AXIS_HEIGHT, HEADER_HEIGHT, STRIP_HEIGHT } from "./layout";
import type { Pen } from "./pen";

const HEAD = HEADER_HEIGHT + STRIP_HEIGHT;
const ticks = new Ticks();

function drawLanes(pen: Pen, model: FrameModel, program: number, clipTop: number): void {
  const rows = model.layout.programs[program];
  const { row } = model.layout.density;
  const top = rows.lanesTop - model.scrollTop;
  const first = Math.max(0, Math.floor((clipTop - top) / row));
  const last = Math.min(rows.lanes, Math.ceil((model.height - top) / row));
  if (first >= last) return;
  const painter = new LanePainter(pen, model, program, ticks);
  const box = { x: 0, y: clipTop, width: model.width, height: model.height - clipTop };
  const marked = (ref: FrameModel["hovered"], index: number) =>
    ref !== undefined && ref.program === program && ref.lane === rows.firstLane + index;
  const related = new Set(model.hovered?.program === program ? model.related : []);
  pen.clip(box, () => {
    for (let i = first; i < last; i++) {
      if (marked(model.selected, i)) pen.fill(0, top + i * row, model.width, row, "accent", 0.12);
      else if (marked(model.hovered, i)) pen.fill(0, top + i * row, model.width, row, "ink", 0.05);
      else if (related.has(rows.firstLane + i)) pen.fill(0, top + i * row, model.width, row, "accent", 0.08);
    }
    for (let i = first; i < last; i++) painter.drawName(rows.firstLane + i, top + i * row);
  });
  pen.clip({ ...box, x: model.gutter, width: model.width - model.gutter }, () => {
    for (let i = first; i < last; i++) painter.drawBars(rows.firstLane + i, top + i * row);
  });
}

/** Draws the whole view. Costs what is visible: lanes in the view times pixels of the axis at most. */
export function drawFrame(pen: Pen, model: FrameModel): void {
  pen.clip({ x: model.gutter - 1, y: 0, width: model.width - model.gutter + 1, height: model.height }, () => {
    drawGrid(pen, model);
  });
  for (let program = 0; program < model.programs.length; program++) {
    const rows = model.layout.programs[program];
    const bottom = rows.bottom - model.scrollTop;
    const natural = rows.top - model.scrollTop;
    if (bottom < AXIS_HEIGHT - 4 || natural > model.height) continue;
    // The head of a program stays in view as long as one of its lanes does.
    const top = Math.max(natural, Math.min(AXIS_HEIGHT - 4, bottom - HEAD));
    drawLanes(pen, model, program, top > natural ? top + HEAD : Math.max(AXIS_HEIGHT - 4, natural + HEAD));
    if (top > natural) pen.fill(0, top, model.width, HEAD, "bg", 0.94);
    drawHeader(pen, model, program, top);
    drawStrip(pen, model, program, top + HEADER_HEIGHT, ticks);
  }
  drawAxis(pen, model);
  drawPlayhead(pen, model);
}
