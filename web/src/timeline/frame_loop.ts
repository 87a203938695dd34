// One animation frame for the whole timeline, asked for only when something changed; and the promise that nothing is left
// to draw. Not for what a frame does.

/** Hidden pages get no animation frames; a timer keeps `idle` honest there. */
const HIDDEN_MS = 100;

export class FrameLoop {
  private readonly draw_: (nowMs: number) => boolean;
  private asked_ = false;
  private stopped_ = false;
  private waiting_: Array<() => void> = [];

  /** `draw` returns true when it wants another frame. */
  constructor(draw: (nowMs: number) => boolean) {
    this.draw_ = draw;
  }

  request(): void {
    if (this.asked_ || this.stopped_) return;
    this.asked_ = true;
    if (document.hidden) setTimeout(() => this.frame_(), HIDDEN_MS);
    else requestAnimationFrame(() => this.frame_());
  }

  /** Resolves once no frame is asked for. */
  idle(): Promise<void> {
    if (!this.asked_) return Promise.resolve();
    return new Promise((resolve) => this.waiting_.push(resolve));
  }

  stop(): void {
    this.stopped_ = true;
    this.asked_ = false;
    this.settle_();
  }

  private frame_(): void {
    if (this.stopped_) return;
    this.asked_ = false;
    if (this.draw_(performance.now())) this.request();
    if (!this.asked_) this.settle_();
  }

  private settle_(): void {
    const waiting = this.waiting_;
    this.waiting_ = [];
    for (const resolve of waiting) resolve();
  }
}
