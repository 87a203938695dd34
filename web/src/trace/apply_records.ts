// What each record of the trace means for the tables: the one place where lanes change state. Runs once per record, so it
// allocates nothing on the common kinds. Not for questions about the result: see trace_store.ts.

import { ConsoleLog } from "./console_log";
import { damaged, type OpenBatch, type TraceError } from "./decode_batch";
import { LaneTable, UNKNOWN_TIME } from "./lane_table";
import { QueueLog } from "./queue_log";
import { RequestTable } from "./request_table";
import { type BlockedBy, RunTotals } from "./run_totals";
import { isBlocked, isOpenWait, SpanState, stateOfBlock, stateOfWait } from "./span_state";
import { SpanTable } from "./span_table";
import { WaitGroups } from "./wait_groups";
import { HEADER_WORDS, Kind, LaneKind, RECORD_WORDS, WaitKind } from "./wire";

/** Row of the span table that says what the loop does; a lane's row is its number plus one. */
export const LOOP_ROW = 0;

const HIGH = 2 ** 32;
const MAX_HIGH_WORD = 2 ** 21; // above it an integer is no longer exact in a double

/** The tables of one run, and the reader's own position in it. */
export class RunTables {
  readonly lanes = new LaneTable();
  readonly spans = new SpanTable();
  readonly queues = new QueueLog();
  readonly requests = new RequestTable();
  readonly console = new ConsoleLog();
  readonly totals = new RunTotals();
  readonly groups = new WaitGroups();
  readonly strings = new Map<number, string>();
  /** Time of the newest record. */
  lastTime = 0;
  recordCount = 0;
  /** Records that the engine could not keep. */
  lost = 0;
  loopRuns = false;
  /** True between the program's own StepBegin and StepEnd, however long the loop ran in between. */
  programSteps = false;
  stepBegan = UNKNOWN_TIME;

  text(id: number): string {
    return this.strings.get(id) ?? "";
  }
}

function change(
  run: RunTables,
  lane: number,
  state: number,
  time: number,
  line: number,
  value: number,
): void {
  const lanes = run.lanes;
  const old = lanes.current[lane];
  if (isOpenWait(old)) {
    if (!isOpenWait(state)) run.totals.waits(-1);
  } else if (isOpenWait(state)) {
    run.totals.waits(1);
  }
  lanes.current[lane] = state;
  run.spans.push(lane + 1, state, time, line, value);
}

function isStepping(state: number): boolean {
  return state === SpanState.Running || isBlocked(state);
}

// A task on the ready queue still stands on the line where it waited.
function lineOf(run: RunTables, lane: number): number {
  const at = run.spans.first(lane + 1) + run.spans.count(lane + 1) - 1;
  return run.spans.count(lane + 1) === 0 ? 0 : run.spans.line(at);
}

function stepBegins(run: RunTables, lane: number, time: number, line: number): void {
  if (run.lanes.kinds[lane] === LaneKind.Thread) {
    run.lanes.nextStates[lane] = SpanState.None;
    change(run, lane, SpanState.Running, time, line, 0);
    return;
  }
  run.stepBegan = time;
  run.spans.push(LOOP_ROW, SpanState.Running, time, line, lane);
  if (lane === 0) {
    if (run.loopRuns) return;
    run.programSteps = true;
  } else {
    run.queues.add(time, Kind.StepBegin, lane);
  }
  run.lanes.nextStates[lane] = SpanState.None;
  change(run, lane, SpanState.Running, time, line, 0);
}

function stepEnds(run: RunTables, lane: number, time: number, line: number): void {
  if (run.lanes.kinds[lane] !== LaneKind.Thread) {
    if (run.stepBegan !== UNKNOWN_TIME) run.totals.busyUs += time - run.stepBegan;
    run.stepBegan = UNKNOWN_TIME;
    run.spans.push(LOOP_ROW, SpanState.None, time, 0, 0);
  }
  const lanes = run.lanes;
  if (lane === 0) {
    if (!run.loopRuns) run.programSteps = false;
    change(run, 0, SpanState.None, time, 0, 0);
    return;
  }
  if (lanes.done[lane] !== UNKNOWN_TIME) {
    change(run, lane, SpanState.None, time, 0, 0);
    return;
  }
  const next = lanes.nextStates[lane];
  if (next === SpanState.None) change(run, lane, SpanState.WaitOther, time, line, 0);
  else change(run, lane, next, time, lanes.nextLines[lane] || line, lanes.nextValues[lane]);
}

function blockedBy(kind: number): BlockedBy {
  if (kind === WaitKind.Network) return "network";
  return kind === WaitKind.Lock ? "lock" : "sleep";
}

function blockBegins(
  run: RunTables,
  lane: number,
  kind: number,
  time: number,
  line: number,
  value: number,
): void {
  const state = stateOfBlock(kind);
  if (run.stepBegan !== UNKNOWN_TIME) run.totals.busyUs += time - run.stepBegan;
  run.stepBegan = UNKNOWN_TIME;
  run.totals.blockBegins(line, blockedBy(kind), time);
  run.spans.push(LOOP_ROW, state, time, line, lane);
  change(run, lane, state, time, line, value);
}

function blockEnds(run: RunTables, lane: number, time: number): void {
  const line = lineOf(run, lane);
  run.stepBegan = time;
  run.totals.blockEnds(time);
  run.spans.push(LOOP_ROW, SpanState.Running, time, line, lane);
  const state = lane === 0 && run.loopRuns ? SpanState.None : SpanState.Running;
  change(run, lane, state, time, line, 0);
}

function becomesReady(run: RunTables, lane: number, setter: number, time: number): void {
  const lanes = run.lanes;
  if (lanes.kinds[lane] !== LaneKind.Thread) run.queues.add(time, Kind.TaskReady, lane);
  if (isStepping(lanes.current[lane])) {
    lanes.nextStates[lane] = SpanState.Ready; // sleep(0): it queues itself before its step is over
    lanes.nextLines[lane] = 0;
    lanes.nextValues[lane] = setter;
  } else if (lanes.done[lane] === UNKNOWN_TIME) {
    change(run, lane, SpanState.Ready, time, lineOf(run, lane), setter);
  }
}

function waitBegins(
  run: RunTables,
  lane: number,
  kind: number,
  object: number,
  line: number,
  value: number,
): void {
  const lanes = run.lanes;
  lanes.nextStates[lane] = stateOfWait(kind);
  lanes.nextLines[lane] = line;
  lanes.nextValues[lane] = kind === WaitKind.Sleep ? value : object;
}

function taskCreated(
  run: RunTables,
  lane: number,
  kind: number,
  parent: number,
  time: number,
  line: number,
  low: number,
  high: number,
) {
  const lanes = run.lanes;
  lanes.kinds[lane] = kind;
  if (kind !== LaneKind.Thread) run.totals.tasks++;
  lanes.created[lane] = time;
  lanes.parents[lane] = parent;
  lanes.createdLines[lane] = line;
  lanes.names[lane] = low;
  lanes.coroutines[lane] = high;
}

function taskDone(
  run: RunTables,
  lane: number,
  outcome: number,
  error: number,
  time: number,
  line: number,
): void {
  const lanes = run.lanes;
  lanes.done[lane] = time;
  lanes.outcomes[lane] = outcome > 2 ? 1 : outcome;
  lanes.errors[lane] = error;
  lanes.errorLines[lane] = line;
  if (isStepping(lanes.current[lane])) return; // the end of the step ends the span
  run.queues.add(time, Kind.TaskDone, lane);
  change(run, lane, SpanState.None, time, 0, 0);
}

function loopBegins(run: RunTables, time: number): void {
  run.loopRuns = true;
  run.totals.loopRan = true;
  run.spans.push(LOOP_ROW, SpanState.None, time, 0, 0);
  change(run, 0, SpanState.None, time, 0, 0);
}

function loopEnds(run: RunTables, time: number): void {
  run.loopRuns = false;
  if (!run.programSteps) return;
  run.spans.push(LOOP_ROW, SpanState.Running, time, 0, 0);
  change(run, 0, SpanState.Running, time, 0, 0);
}

/** Reads every record of the batch into the tables. An error names the first bad record; those before it are read. */
export function applyRecords(run: RunTables, batch: OpenBatch): TraceError | undefined {
  const words = batch.words;
  const lanes = run.lanes;
  for (const [id, text] of batch.strings) run.strings.set(id, text);
  const end = HEADER_WORDS + batch.recordCount * RECORD_WORDS;
  for (let at = HEADER_WORDS; at < end; at += RECORD_WORDS) {
    const kind = words[at + 2] & 0xff;
    const subject = words[at + 3];
    const object = words[at + 4];
    const line = words[at + 5];
    const low = words[at + 6];
    const high = words[at + 7];
    if (words[at + 1] >= MAX_HIGH_WORD)
      return damaged(`record ${run.recordCount + 1} has an impossible time`);
    const time = words[at + 1] * HIGH + words[at];
    if (time < run.lastTime) return damaged(`time runs backwards at record ${run.recordCount + 1}`);
    run.lastTime = time;
    run.recordCount++;
    if (kind >= Kind.TaskCreated && kind <= Kind.CancelRequested && !lanes.admit(subject)) {
      if (kind === Kind.TaskCreated) lanes.beyond++;
      continue;
    }
    const detail = words[at + 2] >>> 16;
    switch (kind) {
      case Kind.LoopBegin:
        loopBegins(run, time);
        break;
      case Kind.LoopEnd:
        loopEnds(run, time);
        break;
      case Kind.TaskCreated:
        taskCreated(run, subject, detail, object, time, line, low, high);
        break;
      case Kind.TaskReady:
        becomesReady(run, subject, object, time);
        break;
      case Kind.StepBegin:
        stepBegins(run, subject, time, line);
        break;
      case Kind.StepEnd:
        stepEnds(run, subject, time, line);
        break;
      case Kind.WaitBegin:
        waitBegins(run, subject, detail, object, line, high * HIGH + low);
        break;
      case Kind.WaitOn:
        if (lanes.nextStates[subject] === SpanState.WaitTask) {
          lanes.nextValues[subject] = run.groups.add(lanes.nextValues[subject], object);
        }
        break;
      case Kind.BlockBegin:
        blockBegins(
          run,
          subject,
          detail,
          time,
          line,
          detail === WaitKind.Network ? object : high * HIGH + low,
        );
        break;
      case Kind.BlockEnd:
        blockEnds(run, subject, time);
        break;
      case Kind.TaskDone:
        taskDone(run, subject, detail, object, time, line);
        break;
      case Kind.CancelRequested:
        lanes.cancelTimes[subject] = time;
        lanes.cancelledBy[subject] = object;
        break;
      case Kind.TimerSet:
        run.queues.addTimer(time, subject, object, high * HIGH + low);
        break;
      case Kind.TimerFired:
      case Kind.TimerCancelled:
        run.queues.add(time, kind, subject);
        break;
      case Kind.CallbackBegin:
        run.spans.push(LOOP_ROW, SpanState.Running, time, 0, 0);
        break;
      case Kind.CallbackEnd:
        run.spans.push(LOOP_ROW, SpanState.None, time, 0, 0);
        break;
      case Kind.RequestBegin:
        run.totals.requests++;
        run.requests.begin(subject, object, line, run.text(low), time);
        break;
      case Kind.RequestEnd:
        run.requests.end(subject, detail, high * HIGH + low, time);
        break;
      case Kind.Output:
        run.console.add(time, subject, detail === 2 ? "stderr" : "stdout", run.text(object));
        break;
      case Kind.Dropped:
        run.lost += high * HIGH + low;
        break;
    }
  }
  return undefined;
}
