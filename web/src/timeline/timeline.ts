// The timeline as the page mounts it: takes batches and states, owns view and playhead, draws when something changed.
// Not for decoding (trace/) and not for how things look (draw_frame.ts and beside it).

import type { TraceError } from "../trace/decode_batch";
import { type Microseconds, microseconds, START } from "../trace/microseconds";
import type { Span, TraceStore } from "../trace/trace_store";
import { CanvasPen } from "./canvas_pen";
import { nearestChange } from "./change_times";
import { drawFrame } from "./draw_frame";
import { FrameLoop } from "./frame_loop";
import type { FrameModel, LaneRef } from "./frame_model";
import { listenToKeys, type PlayheadStep } from "./keyboard_input";
import { AXIS_HEIGHT, type Layout, layOut, rowAt } from "./layout";
import { readPalette, watchTheme } from "./palette";
import { PlayheadSlider } from "./playhead_slider";
import { listenToPointer } from "./pointer_input";
import { type ProgramLabel, ProgramView } from "./program_view";
import { TableView } from "./table_view";
import { type TimeRange, TimeScale } from "./time_scale";
import "./timeline.css";
import { Toolbar } from "./toolbar";
import { Tooltip } from "./tooltip";
import { Viewport } from "./viewport";
import { type Locale, type RunState, wordsOf } from "./words";

export type { ProgramLabel } from "./program_view";
export type { Locale, RunState } from "./words";

export interface TimelineOptions {
  readonly locale: Locale;
  /** The person moved the playhead; `program` is the one they pointed at, undefined on the axis and by keyboard. */
  readonly onPlayhead?: (time: Microseconds, program: number | undefined) => void;
  /** The span under the pointer, and undefined when there is none any more. */
  readonly onHoverSpan?: (span: Span | undefined, program: number | undefined) => void;
  readonly onSelectLane?: (program: number, task: number) => void;
}

export interface Timeline {
  /** Begins anew with these programs; what was drawn before is gone. */
  setPrograms(programs: readonly ProgramLabel[]): void;
  /** Reads a batch of the trace; takes the buffer over. An error is for the page to show; what was drawn stays. */
  append(program: number, batch: ArrayBuffer): TraceError | undefined;
  /** `endUs`: how long the run took, where that is known better than from its last record. */
  setState(program: number, state: RunState, endUs?: Microseconds): void;
  setPlayhead(time: Microseconds | "live"): void;
  /** Where the playhead is now. */
  playhead(): Microseconds;
  clear(): void;
  fit(): void;
  zoomTo(range: TimeRange): void;
  setLocale(locale: Locale): void;
  /** Shows the table in the picture's place, or the picture again. */
  showTable(shown: boolean): void;
  /** Resolves when nothing runs, nothing is left to be drawn, and the table is up to date. */
  idle(): Promise<void>;
  store(program: number): TraceStore;
  destroy(): void;
}

const GUTTER = 148;
const PHONE_GUTTER = 104;
const PHONE_WIDTH = 560;
const RIGHT_PAD = 30; // room for the mark of a task that ends with the run
const LEFT_PAD = 6;
const PLAYHEAD_GRIP = 6;
const TOUCH_GRIP = 16;
const MIRROR_MS = 250; // between two updates of the table while something runs

/** Mounts a timeline into an element, which gives it its size. The caller destroys it before removing the element. */
export function createTimeline(element: HTMLElement, options: TimelineOptions): Timeline {
  return new MountedTimeline(element, options);
}

class MountedTimeline implements Timeline {
  private readonly options_: TimelineOptions;
  private readonly root_ = document.createElement("section");
  private readonly stage_ = document.createElement("div");
  private readonly scroll_ = document.createElement("div");
  private readonly space_ = document.createElement("div");
  private readonly canvas_ = document.createElement("canvas");
  private readonly toolbar_: Toolbar;
  private readonly tooltip_ = new Tooltip();
  private readonly slider_ = new PlayheadSlider();
  private readonly table_ = new TableView();
  private readonly viewport_: Viewport;
  private readonly frames_: FrameLoop;
  private readonly pen_: CanvasPen | undefined;
  private readonly stops_: Array<() => void> = [];

  private locale_: Locale;
  private programs_: ProgramView[] = [];
  private playhead_: Microseconds | "live" = "live";
  private hovered_: LaneRef | undefined;
  private selected_: LaneRef | undefined;
  private pointer_: { x: number; y: number } | undefined;
  private model_: FrameModel | undefined;
  private width_ = 0;
  private height_ = 0;
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
    this.toolbar_ = new Toolbar({
      zoomBy: (factor) => this.zoomBy_(factor),
      fit: () => this.fit(),
      toggleTable: () => this.showTable(!this.tableShown_),
    });
    this.build_(element);
    const context = this.canvas_.getContext("2d");
    this.pen_ = context === null ? undefined : new CanvasPen(context, readPalette(this.root_));
    this.listen_();
    this.setLocale(options.locale);
  }

  setPrograms(programs: readonly ProgramLabel[]): void {
    this.programs_ = programs.map((program) => new ProgramView(program));
    this.selected_ = undefined;
    this.hovered_ = undefined;
    this.tooltip_.hide();
    this.table_.clear();
    this.viewport_.reset();
    this.playhead_ = "live";
    this.scroll_.scrollTop = 0;
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
    this.program_(program).setState(state, endUs);
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
    this.root_.setAttribute("aria-label", words.timeline);
    this.scroll_.setAttribute("aria-label", words.timelineHelp);
    this.toolbar_.setWords(words);
    this.tooltip_.hide();
    this.table_.clear();
    this.changed_();
  }

  showTable(shown: boolean): void {
    this.tableShown_ = shown;
    this.root_.classList.toggle("ls-as-table", shown);
    this.table_.show(shown);
    this.toolbar_.showTable(shown);
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
    this.root_.remove();
  }

  private program_(index: number): ProgramView {
    const view = this.programs_[index];
    if (view === undefined)
      throw new RangeError(`The timeline has no program ${index}; call setPrograms first.`);
    return view;
  }

  private build_(element: HTMLElement): void {
    this.root_.className = "ls-timeline";
    this.root_.dataset.testid = "timeline";
    this.stage_.className = "ls-stage";
    this.scroll_.className = "ls-scroll";
    this.scroll_.tabIndex = 0;
    this.scroll_.setAttribute("role", "group");
    this.space_.className = "ls-space";
    this.canvas_.className = "ls-canvas";
    this.canvas_.dataset.testid = "timeline-canvas";
    this.canvas_.setAttribute("aria-hidden", "true"); // the table says the same
    this.space_.append(this.canvas_);
    this.scroll_.append(this.space_);
    this.stage_.append(this.scroll_, this.slider_.element, this.tooltip_.element);
    this.root_.append(this.toolbar_.element, this.stage_, this.table_.element);
    element.append(this.root_);
  }

  private listen_(): void {
    const request = () => this.frames_.request();
    const resize = new ResizeObserver(request);
    resize.observe(this.scroll_);
    this.scroll_.addEventListener("scroll", request, { passive: true });
    const pixels = (change: number) => change / (this.model_?.scale.perUs ?? 1);
    this.stops_.push(
      () => resize.disconnect(),
      watchTheme(() => {
        this.pen_?.setPalette(readPalette(this.root_));
        request();
      }),
      listenToPointer(this.canvas_, {
        onPlayheadHandle: (x, y, touch) => this.onHandle_(x, y, touch),
        hover: (x, y) => this.hover_(x, y),
        leave: () => this.leave_(),
        click: (x, y) => this.click_(x, y),
        scrub: (x) => this.movePlayhead_(this.model_?.scale.time(x) ?? START, undefined),
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
      listenToKeys(this.scroll_, this.slider_.element, {
        zoomBy: (factor) => this.zoomBy_(factor),
        fit: () => this.fit(),
        panByPart: (part) => {
          const { from, to } = this.viewport_.range;
          this.viewport_.panBy((to - from) * part);
          request();
        },
        step: (step) => this.step_(step),
        escape: () => {
          this.selected_ = undefined;
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
    this.table_.update(this.programs_, ends, words);
    this.slider_.tell(this.programs_, this.playhead(), this.extent_(now), words);
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
    const width = this.scroll_.clientWidth;
    const height = this.scroll_.clientHeight;
    if (this.pen_ === undefined || this.tableShown_ || width === 0 || height === 0) return false;
    const ends = this.programs_.map((view) => view.end(nowMs));
    const extent = microseconds(Math.max(0, ...ends));
    this.viewport_.setExtent(extent, running);
    const gliding = this.viewport_.step(nowMs);
    const layout = layOut(this.programs_, height);
    const dpr = this.fitCanvas_(width, height, layout);
    const gutter = width < PHONE_WIDTH ? PHONE_GUTTER : GUTTER;
    const scale = new TimeScale(this.viewport_.range, gutter + LEFT_PAD, width - RIGHT_PAD);
    const playhead = this.playhead_ === "live" ? extent : this.playhead_;
    this.model_ = {
      width,
      height,
      gutter,
      scrollTop: this.scroll_.scrollTop,
      scale,
      layout,
      programs: this.programs_,
      ends,
      playhead,
      live: this.playhead_ === "live" && running,
      rests: this.playhead_ === "live" && !running,
      hovered: this.hovered_,
      selected: this.selected_,
      words: wordsOf(this.locale_),
    };
    this.pen_.begin(width, height, dpr, scale.x(0));
    if (this.programs_.length > 0) drawFrame(this.pen_, this.model_);
    const x = scale.x(playhead);
    this.slider_.place(x, x >= scale.left - 1 && x <= width && this.programs_.length > 0);
    if (this.pointer_ !== undefined) this.showTooltip_(this.model_);
    return growing || gliding;
  }

  private fitCanvas_(width: number, height: number, layout: Layout): number {
    const dpr = Math.min(3, devicePixelRatio || 1);
    const content = Math.max(height, layout.height);
    if (this.space_.style.height !== `${content}px`) this.space_.style.height = `${content}px`;
    if (width !== this.width_ || height !== this.height_ || this.canvas_.width !== Math.round(width * dpr)) {
      this.width_ = width;
      this.height_ = height;
      this.canvas_.width = Math.round(width * dpr);
      this.canvas_.height = Math.round(height * dpr);
      this.canvas_.style.width = `${width}px`;
      this.canvas_.style.height = `${height}px`;
    }
    return dpr;
  }

  private onHandle_(x: number, y: number, touch: boolean): boolean {
    const model = this.model_;
    if (model === undefined || x < model.gutter - TOUCH_GRIP) return false;
    if (y < AXIS_HEIGHT - 4) return true;
    return Math.abs(x - model.scale.x(model.playhead)) <= (touch ? TOUCH_GRIP : PLAYHEAD_GRIP);
  }

  private movePlayhead_(time: number, program: number | undefined): void {
    const extent = this.extent_(performance.now());
    const at = microseconds(Math.round(Math.min(Math.max(0, time), extent)));
    this.setPlayhead(at);
    this.options_.onPlayhead?.(at, program);
  }

  private hover_(x: number, y: number): void {
    this.pointer_ = { x, y };
    this.canvas_.style.cursor = this.onHandle_(x, y, false) ? "ew-resize" : "";
    const model = this.model_;
    const hit = model === undefined || y < AXIS_HEIGHT ? undefined : rowAt(model.layout, y + model.scrollTop);
    const lane = hit?.lane;
    this.hovered_ = hit === undefined || lane === undefined ? undefined : { program: hit.program, lane };
    const span = this.spanUnder_(x);
    this.options_.onHoverSpan?.(span, this.hovered_?.program);
    this.frames_.request();
  }

  private spanUnder_(x: number): Span | undefined {
    const model = this.model_;
    const ref = this.hovered_;
    if (model === undefined || ref === undefined || x < model.gutter) return undefined;
    const { store } = this.program_(ref.program);
    const time = model.scale.time(x);
    if (time > model.ends[ref.program]) return undefined;
    // A tick is four pixels wide however short the step was: within it, the step is what is pointed at.
    const near = store.spans(
      ref.lane,
      microseconds(time - 3 / model.scale.perUs),
      microseconds(time + 3 / model.scale.perUs),
      16,
    );
    const tick = near.find(
      ({ state, begin, end }) =>
        state === "running" &&
        Math.abs(begin - time) * model.scale.perUs <= 3 &&
        ((end ?? time) - begin) * model.scale.perUs < 2,
    );
    return tick ?? store.spanOf(ref.lane, time);
  }

  private showTooltip_(model: FrameModel): void {
    const ref = this.hovered_;
    const pointer = this.pointer_;
    const view = ref === undefined ? undefined : this.programs_[ref.program];
    if (
      ref === undefined ||
      pointer === undefined ||
      view === undefined ||
      ref.lane >= view.store.laneCount
    ) {
      this.tooltip_.hide();
      return;
    }
    const span = this.spanUnder_(pointer.x);
    if (span === undefined && pointer.x >= model.gutter) {
      this.tooltip_.hide();
      return;
    }
    const room = { ...pointer, width: model.width, height: model.height };
    this.tooltip_.show(view.store, ref.lane, span, model.ends[ref.program], model.words, room);
  }

  private leave_(): void {
    this.pointer_ = undefined;
    this.hovered_ = undefined;
    this.tooltip_.hide();
    this.options_.onHoverSpan?.(undefined, undefined);
    this.frames_.request();
  }

  private click_(x: number, y: number): void {
    this.hover_(x, y);
    const model = this.model_;
    if (model === undefined) return;
    const hit = rowAt(model.layout, y + model.scrollTop);
    if (this.hovered_ !== undefined) {
      this.selected_ = this.hovered_;
      this.options_.onSelectLane?.(this.hovered_.program, this.hovered_.lane);
    }
    if (x >= model.gutter) this.movePlayhead_(model.scale.time(x), hit?.program);
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
