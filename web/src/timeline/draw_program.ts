// Draws what stands above a program's lanes: its name, the sentence, and the loop strip that shows who holds the loop.
// Not for lanes (draw_lane.ts).

import { LOOP_ROW } from "../trace/apply_records";
import { appearanceOf } from "./appearance";
import { drawTicks, type Ticks } from "./draw_ticks";
import type { FrameModel } from "./frame_model";
import { HEADER_HEIGHT, STRIP_HEIGHT } from "./layout";
import { fitText, type Pen } from "./pen";
import { type RowVisitor, walkRow } from "./row_walk";
import { sentence } from "./sentence";

const BAR = 9;

/** Name and sentence, with their own ground so that lanes can pass below. `top` is in pixels of the view. */
export function drawHeader(pen: Pen, model: FrameModel, program: number, top: number): void {
  const view = model.programs[program];
  const middle = top + HEADER_HEIGHT / 2 + 1;
  const named = model.words.programLabel(view.label);
  const title = view.mode === "blocking" ? model.words.blockingTwin(named) : named;
  const label = fitText(pen, title, model.width * 0.45, 13, true);
  pen.text(label, 10, middle, { ink: "ink", size: 13, bold: true });
  const x = Math.max(model.scale.left - 2, 10 + pen.textWidth(label, 13, true) + 14);
  const said = sentence(view.store, view.mode, view.state, model.ends[program], model.words);
  const text = fitText(pen, said, model.width - x - 8, 12);
  pen.fill(x - 4, top + 3, pen.textWidth(text, 12) + 8, HEADER_HEIGHT - 4, "bg"); // no grid line through the words
  pen.text(text, x, middle, { ink: "dim", size: 12 });
}

/** The strip: a quiet track as long as the run, on it what ran and what blocked. */
export function drawStrip(pen: Pen, model: FrameModel, program: number, top: number, ticks: Ticks): void {
  const { scale } = model;
  const store = model.programs[program].store;
  const middle = top + STRIP_HEIGHT / 2 - 2;
  const y = middle - BAR / 2;
  const label = fitText(
    pen,
    store.totals.loopRan ? model.words.loop : model.words.thread,
    model.gutter - 18,
    11,
  );
  pen.text(label, 10, middle, { ink: "dim", size: 11 });
  if (store.recordCount === 0) return;
  const visitor: RowVisitor = {
    bar: (x, right, code) => pen.fill(x, y, right - x, BAR, appearanceOf(code).ink, 1, right - x > 6 ? 3 : 1),
    column: (x, right, code) => pen.fill(x, y, Math.max(1, right - x), BAR, appearanceOf(code).ink, 0.8),
  };
  pen.clip({ x: model.gutter, y: y - 1, width: model.width - model.gutter, height: BAR + 2 }, () => {
    const left = Math.max(scale.x(0), model.gutter - 8);
    pen.fill(left, y, Math.max(2, scale.x(model.ends[program]) - left), BAR, "line", 0.75, 3);
    walkRow(store.spanTable, LOOP_ROW, scale, model.ends[program], visitor, ticks);
    drawTicks(pen, ticks, y, BAR, 3, 0.35);
  });
}
