// One run as the page sees it: takes the trace's batches and answers questions about lanes, spans, queues and lines at any
// instant. Not for drawing and not for the wall clock: open spans have no end here.

import { applyRecords, LOOP_ROW, RunTables } from "./apply_records";
import { coarsen } from "./coarsen";
import type { ConsoleLine } from "./console_log";
import { isTraceError, openBatch, type TraceError } from "./decode_batch";
import { type OutcomeName, UNKNOWN_TIME } from "./lane_table";
import { type Microseconds, microseconds } from "./microseconds";
import type { QueueView } from "./queue_log";
import type { RequestInfo } from "./request_table";
import type { RunTotals } from "./run_totals";
import { isBlocked, SpanState, type StateName, stateName, type WaitReason, waitReason } from "./span_state";
import type { SpanTable } from "./span_table";

/** Records whose detail is kept; beyond it the oldest steps lose theirs first. */
export const MAX_RECORDS = 1_000_000;
const KEPT_AFTER_COARSENING = 0.75;
const PROGRAM_SHOWS_FROM_US = 10_000; // module code shorter than this beside an event loop is no lane worth a row

export interface Lane {
  /** 0: the program itself, n: task n. */
  readonly task: number;
  /** The task's name, "Task-2" or what the script set; empty for the program. */
  readonly name: string;
  readonly coroutine: string;
  readonly created: Microseconds | undefined;
  readonly createdLine: number;
  /** The task that created it; 0: the program. */
  readonly parent: number;
  readonly done: Microseconds | undefined;
  readonly outcome: OutcomeName | undefined;
  /** The last line of its error, empty where it did not fail. */
  readonly error: string;
  readonly errorLine: number;
  readonly cancelRequested: Microseconds | undefined;
  readonly cancelledBy: number;
}

export interface Span {
  readonly task: number;
  readonly state: StateName;
  readonly reason: WaitReason | undefined;
  readonly begin: Microseconds;
  /** Undefined while it lasts. */
  readonly end: Microseconds | undefined;
  /** 1-based line of the scenario's text; 0: unknown. */
  readonly line: number;
  /** When a sleep is due. */
  readonly deadline: Microseconds | undefined;
  readonly request: RequestInfo | undefined;
  /** The tasks it waits for; for `ready` the task that woke it, empty where a timer or the host did. */
  readonly targets: readonly number[];
}

export interface ParkedLine {
  readonly line: number;
  readonly lane: number;
  readonly state: StateName;
}

/** Owns the tables of one run. Every question is answered from what has arrived so far. */
export class TraceStore {
  private readonly run_ = new RunTables();
  private readonly maxRecords_: number;
  private version_ = 0;
  private coarsenAbove_: number; // spans

  constructor(maxRecords = MAX_RECORDS) {
    this.maxRecords_ = maxRecords;
    this.coarsenAbove_ = maxRecords;
  }

  /** Reads a batch. The store keeps no reference to it. An error leaves everything that was read before in place. */
  append(batch: ArrayBuffer): TraceError | undefined {
    const open = openBatch(batch);
    if (isTraceError(open)) return open;
    const error = applyRecords(this.run_, open);
    const { spans, queues } = this.run_;
    if (queues.count > this.maxRecords_) queues.forgetOlderHalf();
    if (spans.total > this.coarsenAbove_) this.coarsen_();
    this.version_++;
    return error;
  }

  /** Counts up with every batch, to see that something changed. */
  get version(): number {
    return this.version_;
  }

  /** Time of the newest record. */
  get lastTime(): Microseconds {
    return microseconds(this.run_.lastTime);
  }

  get recordCount(): number {
    return this.run_.recordCount;
  }

  /** Records that the engine lost because nobody drained them, and tasks beyond the number of lanes kept. */
  get lost(): { readonly records: number; readonly tasks: number } {
    return { records: this.run_.lost, tasks: this.run_.lanes.beyond };
  }

  get totals(): RunTotals {
    return this.run_.totals;
  }

  get consoleLines(): readonly ConsoleLine[] {
    return this.run_.console.lines;
  }

  /** Lines of the console that had begun at or before `time`. */
  consoleLinesAt(time: Microseconds): readonly ConsoleLine[] {
    return this.run_.console.lines.slice(0, this.run_.console.countAt(time));
  }

  /** Lanes including lane 0; tasks are numbered 1 to laneCount - 1. */
  get laneCount(): number {
    return this.run_.lanes.count;
  }

  /** The columns behind `spans()`, for the renderer: row 0 is the loop strip, a lane's row is its number plus one. */
  get spanTable(): SpanTable {
    return this.run_.spans;
  }

  /** Whether module code did something that its own lane should show: it blocked, ran long, or there is nothing else. */
  get showsProgram(): boolean {
    const { spans, lanes } = this.run_;
    if (lanes.count === 1) return spans.count(1) > 0;
    const first = spans.first(1);
    const end = first + spans.count(1);
    let ran = 0;
    for (let i = first; i < end; i++) {
      if (isBlocked(spans.state(i))) return true;
      if (spans.state(i) === SpanState.Running && i + 1 < end) ran += spans.begin(i + 1) - spans.begin(i);
      if (ran >= PROGRAM_SHOWS_FROM_US) return true;
    }
    return false;
  }

  lane(task: number): Lane | undefined {
    const { lanes } = this.run_;
    if (task < 0 || task >= lanes.count) return undefined;
    const time = (value: number) => (value === UNKNOWN_TIME ? undefined : microseconds(value));
    return {
      task,
      name: this.run_.text(lanes.names[task]),
      coroutine: this.run_.text(lanes.coroutines[task]),
      created: time(lanes.created[task]),
      createdLine: lanes.createdLines[task],
      parent: lanes.parents[task],
      done: time(lanes.done[task]),
      outcome: lanes.outcome(task),
      error: this.run_.text(lanes.errors[task]),
      errorLine: lanes.errorLines[task],
      cancelRequested: time(lanes.cancelTimes[task]),
      cancelledBy: lanes.cancelledBy[task],
    };
  }

  /** When the lane was over, and how; allocates nothing, for the renderer. -1 while it goes on. */
  doneTime(task: number): number {
    return task < this.run_.lanes.count ? this.run_.lanes.done[task] : UNKNOWN_TIME;
  }

  outcome(task: number): OutcomeName | undefined {
    return this.run_.lanes.outcome(task);
  }

  spanCount(task: number): number {
    return this.run_.spans.count(task + 1);
  }

  /** At most `limit` spans of a lane, in order of time, that touch [from, to]. Gaps are left out. */
  spans(task: number, from?: Microseconds, to?: Microseconds, limit = Number.POSITIVE_INFINITY): Span[] {
    return this.spansOfRow_(task + 1, from, to, limit);
  }

  /** The same for the loop strip; `task` is whose code runs. */
  loopSpans(from?: Microseconds, to?: Microseconds, limit = Number.POSITIVE_INFINITY): Span[] {
    return this.spansOfRow_(LOOP_ROW, from, to, limit);
  }

  /** The span at an index of the columns; undefined for a gap. */
  spanAt(row: number, index: number): Span | undefined {
    const { spans } = this.run_;
    const code = spans.state(index);
    const state = stateName(code);
    const begin = spans.begin(index);
    if (state === undefined) return undefined;
    const last = index + 1 >= spans.first(row) + spans.count(row);
    const value = spans.value(index);
    const network = code === SpanState.Network || code === SpanState.BlockedNetwork;
    const sleeps = code === SpanState.Sleep || code === SpanState.BlockedSleep;
    return {
      task: row === LOOP_ROW ? value : row - 1,
      state,
      reason: waitReason(code),
      begin: microseconds(begin),
      end: last ? undefined : microseconds(spans.begin(index + 1)),
      line: spans.line(index),
      deadline: sleeps && row !== LOOP_ROW ? microseconds(value) : undefined,
      request: network ? this.run_.requests.get(value) : undefined,
      targets: row !== LOOP_ROW ? this.targetsOf_(code, value) : [],
    };
  }

  /** What the lane does at `time`; undefined where it does nothing. */
  stateAt(task: number, time: Microseconds): StateName | undefined {
    const at = this.run_.spans.find(task + 1, time);
    return at < 0 ? undefined : stateName(this.run_.spans.state(at));
  }

  /** The span of a lane at `time`; undefined in a gap. */
  spanOf(task: number, time: Microseconds): Span | undefined {
    const at = this.run_.spans.find(task + 1, time);
    return at < 0 ? undefined : this.spanAt(task + 1, at);
  }

  /** Ready queue and timer heap after everything that happened up to `time`. */
  queuesAt(time: Microseconds, limit = 1000): QueueView {
    return this.run_.queues.at(time, limit);
  }

  /** Where each lane stands in the code at `time`, in the order of lanes, at most `limit` of them. */
  parkedAt(time: Microseconds, limit = 1000): ParkedLine[] {
    const { lanes, spans } = this.run_;
    const parked: ParkedLine[] = [];
    const end = lanes.createdBy(time);
    for (let lane = 0; lane < end && parked.length < limit; lane++) {
      const done = lanes.done[lane];
      if (done !== UNKNOWN_TIME && done <= time) continue;
      const at = spans.find(lane + 1, time);
      if (at < 0 || spans.line(at) === 0) continue;
      const state = stateName(spans.state(at));
      if (state !== undefined) parked.push({ line: spans.line(at), lane, state });
    }
    return parked;
  }

  // Old spans first, then all. Where long spans alone are too many, the next try waits until there are a quarter more.
  private coarsen_(): void {
    const { spans, lastTime } = this.run_;
    const target = this.maxRecords_ * KEPT_AFTER_COARSENING;
    coarsen(spans, lastTime / 2, target);
    if (spans.total > target) coarsen(spans, lastTime, target);
    this.coarsenAbove_ = Math.max(this.maxRecords_, spans.total * 1.25);
  }

  private targetsOf_(code: number, value: number): readonly number[] {
    if (code === SpanState.WaitTask) return this.run_.groups.tasks(value);
    return code === SpanState.Ready && value > 0 ? [value] : [];
  }

  private spansOfRow_(
    row: number,
    from: Microseconds | undefined,
    to: Microseconds | undefined,
    limit: number,
  ): Span[] {
    const { spans } = this.run_;
    const first = spans.first(row);
    const end = first + spans.count(row);
    const begin = from === undefined ? first : Math.max(first, spans.find(row, from));
    const found: Span[] = [];
    for (let i = begin; i < end && found.length < limit; i++) {
      if (to !== undefined && spans.begin(i) > to) break;
      const span = this.spanAt(row, i);
      if (span !== undefined) found.push(span);
    }
    return found;
  }
}
