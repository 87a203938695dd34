// Draws one lane: badge and name in the gutter, bars with their texts, ticks where it ran, and how it ended.
// Not for which lanes are visible (draw_frame.ts).

import { isBlocked, SpanState } from "../trace/span_state";
import { appearanceOf, type Ink } from "./appearance";
import { barLabel, laneName, shortBarLabel } from "./bar_label";
import { drawTicks, type Ticks } from "./draw_ticks";
import type { FrameModel } from "./frame_model";
import type { Density } from "./layout";
import { fitText, type Pen } from "./pen";
import type { ProgramView } from "./program_view";
import { type RowVisitor, walkRow } from "./row_walk";

const BADGE_LEFT = 10;
const LABEL_INSET = 8;
const MAX_BADGES = 12;

/** A rounded number, filled for what the task does, as in the editor's gutter. Returns its width. */
export function drawBadge(
  pen: Pen,
  text: string,
  x: number,
  middle: number,
  ink: Ink,
  quiet: boolean,
  size: number,
): number {
  const width = Math.max(size + 5, Math.ceil(pen.textWidth(text, size - 1.5, true)) + 8);
  const height = size + 4;
  pen.fill(x, middle - height / 2, width, height, ink, quiet ? 0.9 : 1, 4);
  pen.text(text, x + width / 2, middle, {
    ink: quiet ? "dim" : "bg",
    size: size - 1.5,
    bold: true,
    align: "center",
  });
  return width;
}

/** Room for the widest badge of a program. */
export function badgeColumn(pen: Pen, lanes: number, density: Density): number {
  return Math.max(
    density.text + 5,
    Math.ceil(pen.textWidth(String(Math.max(lanes, 1)), density.text - 1.5, true)) + 8,
  );
}

/** Draws lanes of one program, one after the other; keeps its scratch space between lanes. */
export class LanePainter implements RowVisitor {
  private readonly pen_: Pen;
  private readonly model_: FrameModel;
  private readonly view_: ProgramView;
  private readonly end_: number;
  private readonly badges_: number;
  private readonly ticks_: Ticks;
  private row_ = 0;
  private told_ = 0; // bars and columns of the lane in view
  private middle_ = 0;

  constructor(pen: Pen, model: FrameModel, program: number, ticks: Ticks) {
    this.pen_ = pen;
    this.model_ = model;
    this.view_ = model.programs[program];
    this.end_ = model.ends[program];
    this.badges_ = badgeColumn(pen, this.view_.store.laneCount - 1, model.layout.density);
    this.ticks_ = ticks;
  }

  /** The time part of a lane whose row begins at `top`, in pixels of the view. */
  drawBars(lane: number, top: number): void {
    const { density } = this.model_.layout;
    const store = this.view_.store;
    this.row_ = lane + 1;
    this.middle_ = top + density.row / 2;
    this.told_ = 0;
    walkRow(store.spanTable, this.row_, this.model_.scale, this.end_, this, this.ticks_);
    if (this.told_ === 0) this.drawWhereabouts_();
    const height = Math.min(density.row - 1, density.bar + 4);
    drawTicks(this.pen_, this.ticks_, this.middle_ - height / 2, height, density.labelled ? 4 : 3, 0.2);
    this.drawEnd_(lane);
  }

  /** The gutter part of a lane. */
  drawName(lane: number, top: number): void {
    const { density } = this.model_.layout;
    if (!density.named) {
      const every = Math.ceil(18 / density.row);
      if (lane % every !== 0) return;
      this.pen_.text(String(lane), this.model_.gutter - 12, top + density.row / 2, {
        ink: "dim",
        size: 9,
        align: "right",
      });
      return;
    }
    const store = this.view_.store;
    const middle = top + density.row / 2;
    const at = store.spanTable.find(lane + 1, this.model_.playhead);
    const done = store.doneTime(lane);
    const over = at < 0 || (done >= 0 && done <= this.model_.playhead);
    const code = over ? SpanState.None : store.spanTable.state(at);
    const quiet = code === SpanState.None;
    drawBadge(this.pen_, String(lane), BADGE_LEFT, middle, appearanceOf(code).ink, quiet, density.text);
    const x = BADGE_LEFT + this.badges_ + 7;
    const name = laneName(store.lane(lane), this.model_.words);
    const text = fitText(this.pen_, name, this.model_.gutter - x - 8, density.text + 0.5);
    this.pen_.text(text, x, middle, { ink: "ink", size: density.text + 0.5 });
  }

  bar(x: number, right: number, code: number, index: number, cut: boolean): void {
    this.told_++;
    const { density } = this.model_.layout;
    const { ink, pattern } = appearanceOf(code);
    const half = density.bar / 2;
    const width = right - x;
    if (pattern === "dashes") {
      this.drawWaiting_(x, right, index, cut);
      return;
    }
    if (pattern === "outline") {
      const height = Math.max(3, Math.round(density.bar * 0.5));
      this.pen_.outline(x, this.middle_ - height / 2, width, height, ink, 0.9, 2);
      return;
    }
    // What holds the loop is a little higher than what waits.
    const grow = code === SpanState.Running || isBlocked(code) ? Math.min(2, density.bar / 8) : 0;
    const y = this.middle_ - half - grow;
    const height = density.bar + 2 * grow;
    this.pen_.bar(x, y, width, height, ink, pattern, density.bar >= 12 ? 4 : 2);
    if (density.labelled) this.drawLabel_(x, right, index, code === SpanState.Running ? "bg" : ink);
  }

  column(x: number, right: number, code: number): void {
    this.told_++;
    const { bar } = this.model_.layout.density;
    const { ink, pattern } = appearanceOf(code);
    const width = Math.max(right - x, 1);
    if (pattern === "dashes") this.pen_.fill(x, this.middle_ - 0.75, width, 1.5, ink, 0.7);
    else if (pattern === "outline") this.pen_.fill(x, this.middle_ - bar / 4, width, bar / 2, ink, 0.35);
    else if (width >= 12) this.pen_.bar(x, this.middle_ - bar / 2, width, bar, ink, pattern, 2);
    else this.pen_.fill(x, this.middle_ - bar / 2, width, bar, ink, pattern === "solid" ? 0.9 : 0.5);
  }

  private drawLabel_(x: number, right: number, index: number, ink: Ink): void {
    const { density } = this.model_.layout;
    const left = Math.max(x, this.model_.scale.left) + LABEL_INSET;
    const room = Math.min(right, this.model_.width) - left - 6;
    if (room < 16) return;
    const span = this.view_.store.spanAt(this.row_, index);
    if (span === undefined) return;
    let label = barLabel(span, this.model_.words);
    let width = this.pen_.textWidth(label, density.text, true);
    if (width > room && shortBarLabel(span, this.model_.words) !== "") {
      label = shortBarLabel(span, this.model_.words);
      width = this.pen_.textWidth(label, density.text, true);
    }
    if (width > room) {
      const short = room >= 40 ? fitText(this.pen_, label, room, density.text, true) : "";
      if (short === "") return;
      this.drawGround_(left, this.pen_.textWidth(short, density.text, true), ink);
      this.pen_.text(short, left, this.middle_, { ink, size: density.text, bold: true });
      return;
    }
    const line = span.line === 0 ? "" : this.model_.words.line(span.line);
    const size = density.text - 1;
    const lineWidth = line === "" ? 0 : this.pen_.textWidth(line, size) + 8;
    const withLine = lineWidth > 0 && width + lineWidth + 6 <= room;
    this.drawGround_(left, width + (withLine ? lineWidth : 0), ink);
    this.pen_.text(label, left, this.middle_, { ink, size: density.text, bold: true });
    if (withLine) this.pen_.text(line, left + width + 8, this.middle_, { ink, size, alpha: 0.9 });
  }

  // Quiets the pattern below a text.
  private drawGround_(left: number, width: number, ink: Ink): void {
    if (ink === "bg") return;
    const height = this.model_.layout.density.bar - 3;
    this.pen_.fill(left - 3, this.middle_ - height / 2, width + 6, height, "bg", 0.62, 3);
  }

  private drawWaiting_(x: number, right: number, index: number, cut: boolean): void {
    const { density } = this.model_.layout;
    let from = cut ? x : x + 3;
    if (density.labelled) from = this.drawTargets_(Math.max(x, this.model_.scale.left), right, index, from);
    if (right - from < 2) return;
    this.pen_.stroke([from, this.middle_, right - 2, this.middle_], {
      ink: "wait",
      width: 1.5,
      dash: density.labelled ? [2, 4] : [2, 2],
      alpha: 0.9,
    });
  }

  // Writes whom a wait is for at its beginning; returns where its line goes on.
  private drawTargets_(x: number, right: number, index: number, from: number): number {
    const { density } = this.model_.layout;
    const left = x + LABEL_INSET;
    const room = right - left - 10;
    const span = this.view_.store.spanAt(this.row_, index);
    if (span === undefined || room < 18) return from;
    const label = barLabel(span, this.model_.words);
    if (label !== "") {
      const text = fitText(this.pen_, label, room, density.text);
      if (text === "") return from;
      this.pen_.text(text, left, this.middle_, { ink: "wait", size: density.text });
      return left + this.pen_.textWidth(text, density.text) + 5;
    }
    let at = left + 13;
    let shown = 0;
    const size = density.text - 0.5;
    for (const task of span.targets) {
      const width = Math.max(size + 5, this.pen_.textWidth(String(task), size - 1.5, true) + 8);
      const more = span.targets.length - shown > 1 ? 34 : 0;
      if (shown === MAX_BADGES || at + width + more > left + room) break;
      this.pen_.outline(at, this.middle_ - size / 2 - 2, width, size + 4, "wait", 0.8, 4);
      this.pen_.text(String(task), at + width / 2, this.middle_, {
        ink: "wait",
        size: size - 1.5,
        bold: true,
        align: "center",
      });
      at += width + 3;
      shown++;
    }
    if (shown === 0) return from;
    const tip = left + 9;
    this.pen_.stroke([left, this.middle_, tip, this.middle_], { ink: "wait", width: 1.5 });
    this.pen_.stroke([tip - 3, this.middle_ - 3, tip, this.middle_, tip - 3, this.middle_ + 3], {
      ink: "wait",
      width: 1.5,
    });
    if (shown < span.targets.length) {
      const rest = `+${span.targets.length - shown}`;
      this.pen_.text(rest, at + 1, this.middle_, { ink: "wait", size });
      at += this.pen_.textWidth(rest, size) + 4;
    }
    return at + 2;
  }

  // A lane with nothing in view: a small arrow says on which side of the view it lived.
  private drawWhereabouts_(): void {
    const { scale, layout, width } = this.model_;
    const spans = this.view_.store.spanTable;
    if (spans.count(this.row_) === 0 || layout.density.row < 12) return;
    const later = spans.begin(spans.first(this.row_)) > scale.to;
    const tip = later ? width - 6 : this.model_.gutter + 3;
    const back = later ? tip - 4 : tip + 4;
    const points = [back, this.middle_ - 4, tip, this.middle_, back, this.middle_ + 4];
    this.pen_.stroke(points, { ink: "dim", width: 1.5, round: true, alpha: 0.8 });
  }

  private drawEnd_(lane: number): void {
    const store = this.view_.store;
    const { density } = this.model_.layout;
    let time = store.doneTime(lane);
    let outcome = store.outcome(lane);
    if (lane === 0 && this.view_.state !== "running" && this.view_.state !== "idle") {
      time = this.end_;
      outcome =
        this.view_.state === "failed" ? "failed" : this.view_.state === "finished" ? "finished" : undefined;
    }
    if (outcome === undefined || time < 0) return;
    const x = this.model_.scale.x(time);
    if (x < this.model_.scale.left - 12 || x > this.model_.width + 4) return;
    const s = Math.min(1, density.row / 22);
    const y = this.middle_;
    const left = x + 5;
    if (density.row < 10) {
      if (outcome !== "finished")
        this.pen_.fill(x + 1, y - 1.5, 3, 3, outcome === "failed" ? "fail" : "wait");
      return;
    }
    const style = { width: 2.3 * Math.max(s, 0.7), round: true };
    if (outcome === "finished") {
      this.pen_.stroke([left, y, left + 4 * s, y + 4 * s, left + 11 * s, y - 4 * s], {
        ...style,
        ink: "done",
      });
    } else if (outcome === "failed") {
      this.pen_.stroke([left + s, y - 4 * s, left + 9 * s, y + 4 * s], { ...style, ink: "fail" });
      this.pen_.stroke([left + 9 * s, y - 4 * s, left + s, y + 4 * s], { ...style, ink: "fail" });
    } else {
      this.pen_.outline(left, y - 5.5 * s, 11 * s, 11 * s, "wait", 1, 6);
      this.pen_.stroke([left + 2 * s, y + 3.5 * s, left + 9 * s, y - 3.5 * s], {
        ...style,
        width: 1.6,
        ink: "wait",
      });
    }
  }
}
