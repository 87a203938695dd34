// What the trace store says about runs: lanes, states, queues, parked lines, console. Not for batches that are damaged
// (decode_batch.test.ts) and not for its speed (tests/bench).

import { describe, expect, test } from "vitest";
import { type Microseconds, microseconds } from "../../../web/src/trace/microseconds";
import { TraceStore } from "../../../web/src/trace/trace_store";
import { Kind, LaneKind, WaitKind } from "../../../web/src/trace/wire";
import { BatchWriter } from "./encode_batch";
import { everyState, fortyRequests, gatheredDelivery, manyLanes, syncDelivery } from "./sample_runs";

const seconds = (value: number): Microseconds => microseconds(value * 1_000_000);

function storeOf(writer: BatchWriter): TraceStore {
  const store = new TraceStore();
  expect(store.append(writer.take())).toBeUndefined();
  return store;
}

function told(store: TraceStore, task: number): string[] {
  return store.spans(task).map(({ state, begin, end }) => `${state} ${begin}-${end ?? ""}`);
}

describe("a program that blocks", () => {
  const store = storeOf(syncDelivery());

  test("is its own lane, blocked three times with a moment of running before each", () => {
    expect(store.showsProgram).toBe(true);
    expect(told(store, 0)).toEqual([
      "running 0-0",
      "blocked 0-5001000",
      "running 5001000-5001000",
      "blocked 5001000-8002000",
      "running 8002000-8002000",
      "blocked 8002000-12003000",
      "running 12003000-12003000",
    ]);
  });

  test("is blocked for all of its time, longest at line 8", () => {
    expect(store.totals.blockedBy(store.lastTime)).toBe(12_003_000);
    expect(store.totals.worstPlace(store.lastTime)).toEqual({ line: 8, by: "sleep", us: 12_003_000 });
    expect(store.totals.loopRan).toBe(false);
  });

  test("counts a block that still lasts", () => {
    const open = storeOf(new BatchWriter().step(0, 0, 1).blocks(10, 0, 2, 5_000_000));
    expect(open.totals.blockedBy(2_000_010)).toBe(2_000_000);
    expect(open.totals.worstPlace(2_000_010)?.line).toBe(2);
    expect(open.spans(0).at(-1)?.end).toBeUndefined();
  });
});

describe("a program that gathers", () => {
  const store = storeOf(gatheredDelivery());

  test("has a lane per task and none for the program, which only started the loop", () => {
    expect(store.laneCount).toBe(5);
    expect(store.showsProgram).toBe(false);
    expect(store.lane(1)).toMatchObject({
      name: "Task-1",
      coroutine: "main",
      outcome: "finished",
      parent: 0,
    });
    expect(store.lane(3)).toMatchObject({ coroutine: "delivery", createdLine: 18, parent: 1 });
    expect(store.lane(5)).toBeUndefined();
  });

  test("a task is ready, runs, sleeps until its deadline, is ready, runs", () => {
    expect(told(store, 2)).toEqual([
      "ready 0-200",
      "running 200-250",
      "sleep 250-5001000",
      "ready 5001000-5001020",
      "running 5001020-5001060",
    ]);
    expect(store.spans(2)[2]).toMatchObject({ line: 14, deadline: 5_000_200 });
  });

  test("main waits for all three", () => {
    const wait = store.spans(1).find(({ state }) => state === "waiting");
    expect(wait).toMatchObject({ reason: "task", targets: [2, 3, 4], line: 18 });
  });

  test("three waited at once", () => {
    expect(store.totals.peakWaiting).toBe(3);
    expect(store.totals.waiting).toBe(0);
    expect(store.totals.tasks).toBe(4);
  });

  test("at 2 s the tasks stand where they wait", () => {
    expect(store.parkedAt(seconds(2))).toEqual([
      { line: 18, lane: 1, state: "waiting" },
      { line: 14, lane: 2, state: "sleep" },
      { line: 14, lane: 3, state: "sleep" },
      { line: 14, lane: 4, state: "sleep" },
    ]);
    expect(store.parkedAt(seconds(2), 2)).toHaveLength(2);
    expect(store.parkedAt(seconds(4.5)).map(({ lane }) => lane)).toEqual([1, 2]);
    expect(store.parkedAt(seconds(6))).toEqual([]);
  });

  test("queue and heap at an instant", () => {
    expect(store.queuesAt(microseconds(100)).ready).toEqual([2, 3, 4]);
    const later = store.queuesAt(seconds(2));
    expect(later.ready).toEqual([]);
    expect(later.timers.map(({ task, deadline }) => [task, deadline])).toEqual([
      [3, 3_000_400],
      [4, 4_000_600],
      [2, 5_000_200],
    ]);
    expect(store.queuesAt(seconds(4.5)).timers.map(({ task }) => task)).toEqual([2]);
    expect(store.queuesAt(seconds(2), 1)).toMatchObject({ timerCount: 3, timers: [{ task: 3 }] });
  });

  test("never more than one task runs at an instant", () => {
    const strip = store.loopSpans().filter(({ state }) => state === "running");
    expect(strip.length).toBeGreaterThan(7);
    for (let i = 1; i < strip.length; i++)
      expect(strip[i].begin).toBeGreaterThanOrEqual(strip[i - 1].end ?? 0);
    expect(strip.map(({ task }) => task)).toContain(4);
  });

  test("console lines carry time and task", () => {
    expect(store.consoleLines).toHaveLength(6);
    expect(store.consoleLines[1]).toEqual({
      time: 400,
      task: 3,
      stream: "stdout",
      text: "B에게 배달 완료",
      complete: true,
    });
    expect(store.consoleLinesAt(seconds(3.5))).toHaveLength(4);
  });

  test("one batch or one per record: the same picture", () => {
    const whole = gatheredDelivery().take();
    const pieces = new TraceStore();
    const count = new Uint32Array(whole)[2];
    const strings = whole.slice(16 + count * 32);
    for (let i = 0; i < count; i++) {
      const piece = new Uint8Array(16 + 32 + (i === 0 ? strings.byteLength : 0));
      piece.set(new Uint8Array(whole, 0, 16));
      piece.set(new Uint8Array(whole, 16 + i * 32, 32), 16);
      new Uint32Array(piece.buffer).set([1, i === 0 ? new Uint32Array(whole)[3] : 0], 2);
      if (i === 0) piece.set(new Uint8Array(strings), 48);
      expect(pieces.append(piece.buffer)).toBeUndefined();
    }
    for (let task = 0; task < 5; task++) expect(pieces.spans(task)).toEqual(store.spans(task));
    expect(pieces.consoleLines).toEqual(store.consoleLines);
  });
});

describe("requests", () => {
  const store = storeOf(fortyRequests());

  test("a network wait knows its request and the answer", () => {
    const wait = store.spans(5).find(({ state }) => state === "network");
    expect(wait?.request).toMatchObject({
      what: "GET https://youtube.com/",
      status: 200,
      bytes: 51_200,
      task: 5,
    });
    expect(wait?.request?.end).toBeGreaterThan(wait?.begin ?? 0);
  });

  test("forty waited at once", () => {
    expect(store.totals.peakWaiting).toBe(40);
    expect(store.totals.requests).toBe(40);
  });
});

describe("ends and reasons", () => {
  const store = storeOf(everyState());

  test("finished, failed and cancelled tasks", () => {
    expect([1, 2, 3, 4, 5, 6, 8].map((task) => store.outcome(task))).toEqual([
      "finished",
      "finished",
      "finished",
      "cancelled",
      "failed",
      "cancelled",
      undefined,
    ]);
    expect(store.lane(5)).toMatchObject({ error: "aiohttp.ClientResponseError: 500", errorLine: 18 });
    expect(store.lane(6)).toMatchObject({ name: "심장 박동", cancelRequested: 1_001_000, cancelledBy: 1 });
  });

  test("what a task waits for: queue, lock, thread, a plain future", () => {
    const reasons = [3, 4, 7, 8].map(
      (task) => store.spans(task).find(({ state }) => state === "waiting")?.reason,
    );
    expect(reasons).toEqual(["queue", "lock", "thread", "future"]);
  });

  test("a task that queues itself is ready, not waiting", () => {
    expect(told(store, 8).slice(0, 4)).toEqual([
      "ready 0-800",
      "running 800-180000",
      "running 180000-220000",
      "waiting 220000-",
    ]);
  });

  test("a blocked task inside the loop holds it; the step goes on afterwards", () => {
    expect(store.stateAt(6, microseconds(300_000))).toBe("blocked");
    expect(store.loopSpans().find(({ state }) => state === "blocked")).toMatchObject({ task: 6, line: 22 });
  });
});

test("a line printed in pieces is one line, at the time of the first", () => {
  const w = new BatchWriter()
    .step(0, 0, 1)
    .prints(5, 0, "a")
    .prints(6, 0, "warn\n", 2)
    .prints(7, 0, "b\nc\n")
    .prints(8, 0, "d");
  expect(
    storeOf(w).consoleLines.map(({ time, stream, text, complete }) => [time, stream, text, complete]),
  ).toEqual([
    [5, "stdout", "ab", true],
    [6, "stderr", "warn", true],
    [7, "stdout", "c", true],
    [8, "stdout", "d", false],
  ]);
});

test("a task cancelled before its first step is over without having run", () => {
  const w = new BatchWriter()
    .loopBegin(0)
    .created(0, 1, 0, 3, "main")
    .ready(0, 1)
    .cancels(1, 1, 0, 4)
    .done(2, 1, 0, 2);
  const store = storeOf(w);
  expect(told(store, 1)).toEqual(["ready 0-2"]);
  expect(store.outcome(1)).toBe("cancelled");
  expect(store.queuesAt(microseconds(3)).ready).toEqual([]);
});

test("the queue is right at every instant of a long run, from its snapshots", () => {
  const store = storeOf(manyLanes(100, 200));
  const middle = microseconds(Math.floor(store.lastTime / 2));
  const { ready, timers, timerCount, known } = store.queuesAt(middle, 5000);
  expect(known).toBe(true);
  for (const task of ready) expect(store.stateAt(task, middle)).toBe("ready");
  expect(timerCount).toBeGreaterThan(100);
  expect(timers.every(({ deadline }, i) => i === 0 || deadline >= timers[i - 1].deadline)).toBe(true);
});

test("beyond the cap old detail goes first, lanes and long spans stay", () => {
  const store = new TraceStore(5_000);
  const w = manyLanes(10, 2_000);
  expect(store.append(w.take())).toBeUndefined();
  expect(store.spanTable.total).toBeLessThanOrEqual(5_000);
  expect(store.laneCount).toBe(12);
  expect(store.outcome(11)).toBe("finished");
  const spans = store.spans(5);
  for (let i = 1; i < spans.length; i++) expect(spans[i].begin).toBeGreaterThanOrEqual(spans[i - 1].end ?? 0);
  expect(store.spans(1).some(({ state, targets }) => state === "waiting" && targets.length === 3)).toBe(true);
  expect(store.queuesAt(microseconds(0)).known).toBe(false);
});

test("unknown kinds are passed over, lost records are counted, ids beyond the lanes are counted", () => {
  const w = new BatchWriter();
  w.record(0, 99, { subject: 7 }).record(1, Kind.Dropped, { value: 12 });
  w.record(2, Kind.TaskCreated, { subject: 0xffffffff }).record(3, Kind.StepBegin, { subject: 0xfffffff0 });
  const store = storeOf(w);
  expect(store.lost).toEqual({ records: 12, tasks: 1 });
  expect(store.laneCount).toBe(1);
});

describe("a thread of the script", () => {
  const writer = new BatchWriter();
  writer.step(0, 0, 3).record(0, Kind.TaskCreated, {
    detail: LaneKind.Thread,
    subject: 1,
    line: 3,
    value: writer.text("Thread-1 (work)"),
    high: 0,
  });
  const store = storeOf(
    writer
      .step(0, 1, 5)
      .record(0, Kind.WaitBegin, { detail: WaitKind.Sleep, subject: 1, line: 6, value: 2_000_000 })
      .stepEnd(0, 1, 6)
      .record(0, Kind.BlockBegin, { detail: WaitKind.Lock, line: 8 })
      .step(2_000_000, 1, 6)
      .stepEnd(2_000_000, 1, 6)
      .record(2_000_000, Kind.TaskDone, { subject: 1 })
      .record(2_000_000, Kind.BlockEnd)
      .stepEnd(2_000_000, 0, 9),
  );

  test("has a lane and is no task", () => {
    expect(store.lane(1)?.name).toBe("Thread-1 (work)");
    expect(store.totals.tasks).toBe(0);
    expect(told(store, 1)).toEqual(["running 0-0", "sleep 0-2000000", "running 2000000-2000000"]);
  });

  test("leaves the program blocked while it steps", () => {
    expect(told(store, 0)).toEqual(["running 0-0", "blocked 0-2000000", "running 2000000-2000000"]);
    expect(store.totals.worstPlace(store.lastTime)).toEqual({ line: 8, by: "lock", us: 2_000_000 });
  });
});
