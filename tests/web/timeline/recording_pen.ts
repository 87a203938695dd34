// A pen that writes down what is drawn, for tests: each call as one line of data. Text is seven pixels per letter.
// Not for pictures.

import type { Ink, Pattern } from "../../../web/src/timeline/appearance";
import type { Box, LineStyle, Pen, TextStyle } from "../../../web/src/timeline/pen";

export type Stroke =
  | { kind: "fill" | "outline"; x: number; y: number; width: number; height: number; ink: Ink; alpha: number }
  | { kind: "bar"; x: number; y: number; width: number; height: number; ink: Ink; pattern: Pattern }
  | { kind: "stroke"; points: readonly number[]; ink: Ink; dashed: boolean }
  | { kind: "text"; text: string; x: number; y: number; ink: Ink };

export class RecordingPen implements Pen {
  readonly strokes: Stroke[] = [];
  readonly clips: Box[] = [];

  fill(x: number, y: number, width: number, height: number, ink: Ink, alpha = 1): void {
    this.strokes.push({ kind: "fill", x, y, width, height, ink, alpha });
  }

  outline(x: number, y: number, width: number, height: number, ink: Ink, alpha = 1): void {
    this.strokes.push({ kind: "outline", x, y, width, height, ink, alpha });
  }

  bar(x: number, y: number, width: number, height: number, ink: Ink, pattern: Pattern): void {
    this.strokes.push({ kind: "bar", x, y, width, height, ink, pattern });
  }

  stroke(points: readonly number[], style: LineStyle): void {
    this.strokes.push({ kind: "stroke", points, ink: style.ink, dashed: style.dash !== undefined });
  }

  text(text: string, x: number, middle: number, style: TextStyle): void {
    this.strokes.push({ kind: "text", text, x, y: middle, ink: style.ink });
  }

  textWidth(text: string): number {
    return text.length * 7;
  }

  clip(box: Box, draw: () => void): void {
    this.clips.push(box);
    draw();
  }

  texts(): string[] {
    return this.strokes.flatMap((stroke) => (stroke.kind === "text" ? [stroke.text] : []));
  }

  bars(pattern?: Pattern) {
    return this.strokes.flatMap((stroke) =>
      stroke.kind === "bar" && (pattern === undefined || stroke.pattern === pattern) ? [stroke] : [],
    );
  }
}
