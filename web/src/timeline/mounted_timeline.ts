// A timeline in the page: owns programs, view and playhead, and draws a frame when one of them changed. Not for the
// contract with the page (timeline.ts) and not for how things look (draw_frame.ts and beside it).

import type { TraceError } from "../trace/decode_batch";
import { type Microseconds, microseconds, START } from "../trace/microseconds";
import type { TraceStore } from "../trace/trace_store";
import { CanvasPen } from "./canvas_pen";
import { nearestChange } from "./change_times";
import { drawFrame } from "./draw_frame";
import { FrameLoop } from "./frame_loop";
import type { FrameModel } from "./frame_model";
import { listenToKeys, type PlayheadStep } from "./keyboard_input";
import { layOut } from "./layout";
import { readPalette, watchTheme } from "./palette";
import { listenToPointer } from "./pointer_input";
import { Pointing } from "./pointing";
import { type ProgramLabel, ProgramView } from "./program_view";
import { type TimeRange, TimeScale } from "./time_scale";
import type { Timeline, TimelineOptions } from "./timeline";
import { TimelineElements } from "./timeline_elements";
import { Viewport } from "./viewport";
import { type Locale, type RunState, wordsOf } from "./words";

const GUTTER = 148;
const PHONE_GUTTER = 104;
const PHONE_WIDTH = 560;
const RIGHT_PAD = 30; // room for the mark of a task that ends with the run
const LEFT_PAD = 6;
const MIRROR_MS = 250; // between two updates of the table while something runs

export class MountedTimeline implements Timeline {
  private readonly options_: TimelineOptions;
  private readonly elements_: TimelineElements;
  private readonly pointing_: Pointing;
  private readonly viewport_: Viewport;
  private readonly frames_: FrameLoop;
  private readonly pen_: CanvasPen | undefined;
  private readonly stops_: Array<() => void> = [];

  private locale_: Locale;
  private programs_: ProgramView[] = [];
  private playhead_: Microseconds | "live" = "live";
  private model_: FrameModel | undefined;
  private tableShown_ = false;
  private mirrorTimer_: ReturnType<typeof setTimeout> | undefined;
  private mirrorStale_ = false;
  private idlers_: Array<() => void> = [];

  constructor(element: HTMLElement, options: TimelineOptions) {
    this.options_ = options;
    this.locale_ = options.locale;
    const calm = matchMedia("(prefers-reduced-motion: reduce)");
    this.viewport_ = new Viewport(() => calm.matches);
    this.frames_ = new FrameLoop((nowMs) => this.frame_(nowMs));
    this.elements_ = new TimelineElements(element, {
      zoomBy: (factor) => this.zoomBy_(factor),
      fit: () => this.fit(),
      toggleTable: () => this.showTable(!this.tableShown_),
    });
    this.pointing_ = new Pointing(this.elements_.tooltip);
    const context = this.elements_.canvas.getContext("2d");
    this.pen_ = context === null ? undefined : new CanvasPen(context, readPalette(this.elements_.root));
    this.listen_();
    this.setLocale(options.locale);
  }

  setPrograms(programs: readonly ProgramLabel[]): void {
    this.programs_ = programs.map((program) => new ProgramView(program));
    this.pointing_.reset();
    this.elements_.table.clear();
    this.viewport_.reset();
    this.playhead_ = "live";
    this.elements_.scroll.scrollTop = 0;
    this.changed_();
  }

  append(program: number, batch: ArrayBuffer): TraceError | undefined {
    const view = this.program_(program);
    const error = view.store.append(batch);
    view.heard(performance.now());
    this.changed_();
    return error;
  }

  setState(program: number, state: RunState, endUs?: Microseconds): void {
    this.program_(program).setState(state, endUs, performance.now());
    this.changed_();
  }

  setPlayhead(time: Microseconds | "live"): void {
    this.playhead_ = time;
    this.changed_();
  }

  playhead(): Microseconds {
    return this.playhead_ === "live" ? this.extent_(performance.now()) : this.playhead_;
  }

  clear(): void {
    this.setPrograms([]);
  }

  fit(): void {
    this.measure_();
    this.viewport_.fit();
    this.frames_.request();
  }

  zoomTo(range: TimeRange): void {
    this.measure_();
    this.viewport_.zoomTo(range);
    this.frames_.request();
  }

  setLocale(locale: Locale): void {
    this.locale_ = locale;
    const words = wordsOf(locale);
    this.elements_.root.setAttribute("aria-label", words.timeline);
    this.elements_.scroll.setAttribute("aria-label", words.timelineHelp);
    this.elements_.toolbar.setWords(words);
    this.pointing_.leave();
    this.elements_.table.clear();
    this.changed_();
  }

  showTable(shown: boolean): void {
    this.tableShown_ = shown;
    this.elements_.showTable(shown);
    this.changed_();
  }

  async idle(): Promise<void> {
    while (this.programs_.some(({ state }) => state === "running")) {
      await new Promise<void>((resolve) => this.idlers_.push(resolve));
    }
    await this.frames_.idle();
    this.mirror_();
  }

  store(program: number): TraceStore {
    return this.program_(program).store;
  }

  destroy(): void {
    clearTimeout(this.mirrorTimer_);
    this.frames_.stop();
    for (const stop of this.stops_) stop();
    this.programs_ = [];
    this.settle_();
    this.elements_.root.remove();
  }

  private program_(index: number): ProgramView {
    const view = this.programs_[index];
    if (view === undefined)
      throw new RangeError(`The timeline has no program ${index}; call setPrograms first.`);
    return view;
  }

  private listen_(): void {
    const request = () => this.frames_.request();
    const resize = new ResizeObserver(request);
    resize.observe(this.elements_.scroll);
    this.elements_.scroll.addEventListener("scroll", () => this.leave_(), { passive: true });
    const pixels = (change: number) => change / (this.model_?.scale.perUs ?? 1);
    this.stops_.push(
      () => resize.disconnect(),
      watchTheme(() => {
        this.pen_?.setPalette(readPalette(this.elements_.root));
        request();
      }),
      listenToPointer(this.elements_.canvas, {
        onPlayheadHandle: (x, y, touch) =>
          this.model_ !== undefined && this.pointing_.onPlayhead(this.model_, x, y, touch),
        hover: (x, y) => this.hover_(x, y),
        leave: () => this.leave_(),
        click: (x, y) => this.click_(x, y),
        scrub: (x) => this.movePlayhead_(this.model_?.scale.time(x) ?? START, undefined),
        canPan: () => !this.viewport_.fits,
        panBy: (change) => {
          this.viewport_.panBy(pixels(change));
          this.viewport_.arrive();
          request();
        },
        zoomAt: (factor, x, glide) => {
          this.viewport_.zoomAt(factor, this.model_?.scale.time(x) ?? START);
          if (!glide) this.viewport_.arrive();
          request();
        },
      }),
      listenToKeys(this.elements_.scroll, this.elements_.slider.element, {
        zoomBy: (factor) => this.zoomBy_(factor),
        fit: () => this.fit(),
        panByPart: (part) => {
          const { from, to } = this.viewport_.range;
          this.viewport_.panBy((to - from) * part);
          request();
        },
        step: (step) => this.step_(step),
        escape: () => {
          this.pointing_.selected = undefined;
          this.leave_();
        },
      }),
    );
  }

  /** Something that the table says changed, too. */
  private changed_(): void {
    this.mirrorStale_ = true;
    if (this.mirrorTimer_ === undefined) {
      this.mirrorTimer_ = setTimeout(() => this.mirror_(), MIRROR_MS);
    }
    this.frames_.request();
    if (!this.programs_.some(({ state }) => state === "running")) this.settle_();
  }

  private settle_(): void {
    const idlers = this.idlers_;
    this.idlers_ = [];
    for (const resolve of idlers) resolve();
  }

  private mirror_(): void {
    clearTimeout(this.mirrorTimer_);
    this.mirrorTimer_ = undefined;
    if (!this.mirrorStale_) return;
    this.mirrorStale_ = false;
    const now = performance.now();
    const words = wordsOf(this.locale_);
    const ends = this.programs_.map((view) => view.end(now));
    this.elements_.table.update(this.programs_, ends, words);
    this.elements_.slider.tell(this.programs_, this.playhead(), this.extent_(now), words);
  }

  private extent_(nowMs: number): Microseconds {
    return microseconds(this.programs_.reduce((end, view) => Math.max(end, view.end(nowMs)), 0));
  }

  private measure_(): void {
    const running = this.programs_.some(({ state }) => state === "running");
    this.viewport_.setExtent(this.extent_(performance.now()), running);
  }

  private frame_(nowMs: number): boolean {
    const growing = this.programs_.some(({ grows }) => grows);
    const running = this.programs_.some(({ state }) => state === "running");
    const width = this.elements_.scroll.clientWidth;
    const height = this.elements_.scroll.clientHeight;
    if (this.pen_ === undefined || this.tableShown_ || width === 0 || height === 0) return false;
    const ends = this.programs_.map((view) => view.end(nowMs));
    const extent = microseconds(Math.max(0, ...ends));
    this.viewport_.setExtent(extent, running);
    const gliding = this.viewport_.step(nowMs);
    const layout = layOut(this.programs_, height);
    const dpr = this.elements_.fit(width, height, layout.height);
    const gutter = width < PHONE_WIDTH ? PHONE_GUTTER : GUTTER;
    const scale = new TimeScale(this.viewport_.range, gutter + LEFT_PAD, width - RIGHT_PAD);
    const playhead = this.playhead_ === "live" ? extent : this.playhead_;
    this.model_ = {
      width,
      height,
      gutter,
      scrollTop: this.elements_.scroll.scrollTop,
      scale,
      layout,
      programs: this.programs_,
      ends,
      playhead,
      live: this.playhead_ === "live" && running,
      rests: this.playhead_ === "live" && !running,
      hovered: this.pointing_.hovered,
      selected: this.pointing_.selected,
      related: this.pointing_.related,
      words: wordsOf(this.locale_),
    };
    this.pen_.begin(width, height, dpr, scale.x(0));
    if (this.programs_.length > 0) drawFrame(this.pen_, this.model_);
    const x = scale.x(playhead);
    this.elements_.slider.place(x, x >= scale.left - 1 && x <= width && this.programs_.length > 0);
    this.pointing_.refresh(this.model_);
    return growing || gliding;
  }

  private movePlayhead_(time: number, program: number | undefined): void {
    const extent = this.extent_(performance.now());
    if (time >= extent && this.programs_.some(({ state }) => state === "running")) {
      this.setPlayhead("live"); // at the edge of now: follow it again
      this.options_.onPlayhead?.("live", program);
      return;
    }
    const at = microseconds(Math.round(Math.min(Math.max(0, time), extent)));
    this.setPlayhead(at);
    this.options_.onPlayhead?.(at, program);
  }

  private hover_(x: number, y: number): void {
    const model = this.model_;
    if (model === undefined) return;
    const span = this.pointing_.move(model, x, y);
    this.elements_.canvas.style.cursor = this.pointing_.onPlayhead(model, x, y, false) ? "ew-resize" : "";
    this.options_.onHoverSpan?.(span, this.pointing_.hovered?.program);
    this.frames_.request();
  }

  private leave_(): void {
    this.pointing_.leave();
    this.options_.onHoverSpan?.(undefined, undefined);
    this.frames_.request();
  }

  private click_(x: number, y: number): void {
    this.hover_(x, y);
    const model = this.model_;
    if (model === undefined) return;
    const picked = this.pointing_.hovered;
    if (picked !== undefined) {
      this.pointing_.selected = picked;
      this.options_.onSelectLane?.(picked.program, picked.lane);
    }
    if (x >= model.gutter) this.movePlayhead_(model.scale.time(x), this.pointing_.programAt(model, y));
  }

  private zoomBy_(factor: number): void {
    const { from, to } = this.viewport_.range;
    const playhead = this.playhead();
    const inView = this.playhead_ !== "live" && playhead >= from && playhead <= to;
    this.viewport_.zoomAt(factor, inView ? playhead : (from + to) / 2);
    this.frames_.request();
  }

  private step_(step: PlayheadStep): void {
    const { from, to } = this.viewport_.range;
    const now = this.playhead();
    const stores = this.programs_.map(({ store }) => store);
    const goals: Record<PlayheadStep, () => number | undefined> = {
      back: () => now - (to - from) / 100,
      on: () => now + (to - from) / 100,
      "far-back": () => now - (to - from) / 10,
      "far-on": () => now + (to - from) / 10,
      "event-back": () => nearestChange(stores, now, -1),
      "event-on": () => nearestChange(stores, now, 1),
      start: () => 0,
      end: () => this.extent_(performance.now()),
    };
    const goal = goals[step]();
    if (goal === undefined) return;
    this.movePlayhead_(goal, undefined);
    this.viewport_.reveal(this.playhead());
    this.mirror_();
  }
}
