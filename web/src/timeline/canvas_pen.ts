// The pen on a 2D canvas: one that has the size of what is visible, in device pixels. Owns its patterns and the widths of
// texts that it measured. Not for what is drawn where.

import type { Ink, Pattern } from "./appearance";
import type { Palette } from "./palette";
import type { Box, LineStyle, Pen, TextStyle } from "./pen";

const TINT = 0.14;
const EDGE = 0.65;
const PLAIN_WIDTH = 5; // pixels: a bar below it shows no pattern
const PLAIN_HEIGHT = 8;
const MEASURED_TEXTS = 4000;

/** Draws one repeat of a pattern into a tile of `size` CSS pixels; false where the pattern has none. */
function drawTile(context: CanvasRenderingContext2D, pattern: Pattern): boolean {
  switch (pattern) {
    case "dots":
      context.beginPath();
      context.arc(2, 2, 0.95, 0, 2 * Math.PI);
      context.arc(5, 5, 0.95, 0, 2 * Math.PI);
      context.fill();
      return true;
    case "stripes":
      context.fillRect(0, 0, 2, 6);
      return true;
    case "hatch":
      context.lineWidth = 3;
      context.beginPath();
      for (const shift of [-8, 0, 8]) {
        context.moveTo(shift - 2, 10);
        context.lineTo(shift + 10, -2);
      }
      context.stroke();
      return true;
    default:
      return false;
  }
}

const TILES: Partial<Record<Pattern, { readonly size: number; readonly alpha: number }>> = {
  dots: { size: 6, alpha: 0.5 },
  stripes: { size: 6, alpha: 0.24 },
  hatch: { size: 8, alpha: 0.4 },
};

export class CanvasPen implements Pen {
  private readonly context_: CanvasRenderingContext2D;
  private palette_: Palette;
  private scale_ = 1;
  private originX_ = 0;
  private readonly patterns_ = new Map<string, CanvasPattern | null>();
  private readonly widths_ = new Map<string, number>();
  private font_ = "";

  constructor(context: CanvasRenderingContext2D, palette: Palette) {
    this.context_ = context;
    this.palette_ = palette;
  }

  setPalette(palette: Palette): void {
    this.palette_ = palette;
    this.patterns_.clear();
    this.widths_.clear();
  }

  /** Empties the canvas for a frame. Patterns hang on `originX`, so that they move with the time axis. */
  begin(width: number, height: number, scale: number, originX: number): void {
    if (scale !== this.scale_) this.patterns_.clear();
    this.scale_ = scale;
    this.originX_ = originX;
    this.font_ = "";
    this.context_.setTransform(scale, 0, 0, scale, 0, 0);
    this.context_.clearRect(0, 0, width, height);
    this.context_.textBaseline = "middle";
  }

  fill(x: number, y: number, width: number, height: number, ink: Ink, alpha = 1, radius = 0): void {
    const context = this.context_;
    context.fillStyle = this.palette_.colors[ink];
    context.globalAlpha = alpha;
    if (radius > 0) {
      this.path_(x, y, width, height, radius);
      context.fill();
    } else {
      context.fillRect(x, y, width, height);
    }
    context.globalAlpha = 1;
  }

  outline(x: number, y: number, width: number, height: number, ink: Ink, alpha = 1, radius = 0): void {
    const context = this.context_;
    context.strokeStyle = this.palette_.colors[ink];
    context.globalAlpha = alpha;
    context.lineWidth = 1;
    this.path_(x + 0.5, y + 0.5, Math.max(width - 1, 0.5), height - 1, radius);
    context.stroke();
    context.globalAlpha = 1;
  }

  bar(x: number, y: number, width: number, height: number, ink: Ink, pattern: Pattern, radius: number): void {
    if (pattern === "solid") {
      this.fill(x, y, width, height, ink, 1, width < PLAIN_WIDTH ? 0 : radius);
      return;
    }
    if (width < PLAIN_WIDTH || height < PLAIN_HEIGHT) {
      this.fill(x, y, width, height, ink, 0.55);
      return;
    }
    const context = this.context_;
    this.path_(x + 0.5, y + 0.5, width - 1, height - 1, radius);
    context.fillStyle = this.palette_.colors[ink];
    context.globalAlpha = TINT;
    context.fill();
    const tile = this.pattern_(ink, pattern);
    if (tile !== null) {
      context.globalAlpha = 1;
      context.fillStyle = tile;
      context.fill();
    }
    context.strokeStyle = this.palette_.colors[ink];
    context.lineWidth = 1;
    context.globalAlpha = EDGE;
    context.stroke();
    context.globalAlpha = 1;
  }

  stroke(points: readonly number[], style: LineStyle): void {
    const context = this.context_;
    context.strokeStyle = this.palette_.colors[style.ink];
    context.lineWidth = style.width;
    context.globalAlpha = style.alpha ?? 1;
    context.lineCap = style.round === true ? "round" : "butt";
    context.lineJoin = style.round === true ? "round" : "miter";
    context.setLineDash(style.dash === undefined ? [] : [...style.dash]);
    context.beginPath();
    context.moveTo(points[0], points[1]);
    for (let i = 2; i + 1 < points.length; i += 2) context.lineTo(points[i], points[i + 1]);
    context.stroke();
    context.setLineDash([]);
    context.globalAlpha = 1;
  }

  text(text: string, x: number, middle: number, style: TextStyle): void {
    const context = this.context_;
    this.setFont_(style.size, style.bold === true);
    context.fillStyle = this.palette_.colors[style.ink];
    context.globalAlpha = style.alpha ?? 1;
    context.textAlign = style.align ?? "left";
    context.fillText(text, x, middle + 0.5);
    context.globalAlpha = 1;
  }

  textWidth(text: string, size: number, bold = false): number {
    const key = `${size}${bold ? "b" : " "}${text}`;
    const known = this.widths_.get(key);
    if (known !== undefined) return known;
    if (this.widths_.size >= MEASURED_TEXTS) this.widths_.clear();
    this.setFont_(size, bold);
    const width = this.context_.measureText(text).width;
    this.widths_.set(key, width);
    return width;
  }

  clip(box: Box, draw: () => void): void {
    const context = this.context_;
    context.save();
    context.beginPath();
    context.rect(box.x, box.y, box.width, box.height);
    context.clip();
    draw();
    context.restore();
    this.font_ = "";
  }

  private setFont_(size: number, bold: boolean): void {
    const font = `${bold ? 600 : 400} ${size}px ${this.palette_.font}`;
    if (font === this.font_) return;
    this.font_ = font;
    this.context_.font = font;
  }

  private path_(x: number, y: number, width: number, height: number, radius: number): void {
    this.context_.beginPath();
    this.context_.roundRect(x, y, width, height, Math.min(radius, width / 2, height / 2));
  }

  private pattern_(ink: Ink, pattern: Pattern): CanvasPattern | null {
    const key = `${ink} ${pattern}`;
    let tile = this.patterns_.get(key);
    if (tile === undefined) {
      tile = this.makePattern_(ink, pattern);
      this.patterns_.set(key, tile);
    }
    tile?.setTransform(new DOMMatrix([1 / this.scale_, 0, 0, 1 / this.scale_, this.originX_, 0]));
    return tile;
  }

  private makePattern_(ink: Ink, pattern: Pattern): CanvasPattern | null {
    const tile = TILES[pattern];
    const canvas = document.createElement("canvas");
    const context = tile === undefined ? null : canvas.getContext("2d");
    if (tile === undefined || context === null) return null;
    canvas.width = Math.round(tile.size * this.scale_);
    canvas.height = canvas.width;
    context.scale(canvas.width / tile.size, canvas.width / tile.size);
    context.fillStyle = this.palette_.colors[ink];
    context.strokeStyle = this.palette_.colors[ink];
    context.globalAlpha = tile.alpha;
    drawTile(context, pattern);
    return this.context_.createPattern(canvas, "repeat");
  }
}
