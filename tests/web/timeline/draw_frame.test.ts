// What a frame of the timeline draws, in which order, and how much of it. Not for pixels.

import { describe, expect, test } from "vitest";
import { drawFrame } from "../../../web/src/timeline/draw_frame";
import type { FrameModel } from "../../../web/src/timeline/frame_model";
import { BatchWriter } from "../trace/encode_batch";
import {
  everyState,
  fortyRequests,
  fortyRequestsInARow,
  gatheredDelivery,
  manyLanes,
  syncDelivery,
} from "../trace/sample_runs";
import { frameOf, programOf } from "./frame_of";
import { RecordingPen } from "./recording_pen";

function drawn(model: FrameModel): RecordingPen {
  const pen = new RecordingPen();
  drawFrame(pen, model);
  return pen;
}

describe("the drawing's two programs", () => {
  const programs = [programOf("sync", syncDelivery()), programOf("concurrent", gatheredDelivery())];
  const pen = drawn(frameOf(programs, { playhead: 2_350_000 }));

  test("three hatched blocks and three dotted sleeps, each with its call and its line", () => {
    expect(pen.bars("hatch")).toHaveLength(3);
    expect(pen.bars("dots")).toHaveLength(3);
    const texts = pen.texts();
    for (const label of ["sleep(5)", "sleep(3)", "sleep(4)"]) {
      expect(texts.filter((text) => text === label)).toHaveLength(2);
    }
    expect(texts.filter((text) => text === "line 8")).toHaveLength(3);
    expect(texts.filter((text) => text === "line 14")).toHaveLength(3);
  });

  test("one axis for both: a bar of 5 s is as long in one program as in the other", () => {
    const [block] = pen.bars("hatch");
    const [sleep] = pen.bars("dots");
    expect(Math.abs(block.width - sleep.width)).toBeLessThan(1);
    expect(block.width).toBeCloseTo((5_001_000 / 12_003_000) * 716, 0);
  });

  test("main waits on a dashed line behind the numbers of the three tasks", () => {
    expect(pen.strokes.filter((stroke) => stroke.kind === "stroke" && stroke.dashed)).toHaveLength(1);
    expect(pen.strokes.filter((s) => s.kind === "outline" && s.ink === "wait")).toHaveLength(3);
  });

  test("five ticks of success, names, sentences", () => {
    expect(pen.strokes.filter((s) => s.kind === "stroke" && s.ink === "done")).toHaveLength(5);
    expect(pen.texts()).toEqual(
      expect.arrayContaining([
        "sync",
        "concurrent",
        "main thread",
        "event loop",
        "program",
        "main",
        "delivery",
        "Blocked for all 12 s · line 8, time.sleep",
        "Up to 3 waited at once",
      ]),
    );
  });

  test("the axis has round ticks, the playhead its pill, drawn last", () => {
    expect(pen.texts()).toEqual(expect.arrayContaining(["0", "2 s", "4 s", "12 s"]));
    expect(pen.texts().at(-1)).toBe("2.35 s");
  });

  test("badges have the colour of what the task does at the playhead", () => {
    const badges = pen.strokes.filter((s) => s.kind === "fill" && s.x === 10 && s.ink !== "line");
    expect(badges.map((s) => s.kind === "fill" && s.ink)).toEqual([
      "block",
      "wait",
      "sleep",
      "sleep",
      "sleep",
    ]);
  });
});

test("where a bar has no room for the call, it says how long the sleep is", () => {
  const pen = drawn(frameOf([programOf("concurrent", gatheredDelivery())], { to: 60_000_000 }));
  expect(pen.texts()).toEqual(expect.arrayContaining(["5 s", "4 s"]));
  expect(pen.texts().filter((text) => text.startsWith("sleep"))).toEqual([]);
});

test("a busy step is a solid bar, a blocked loop a hatch, waiting in the queue an outline", () => {
  const pen = drawn(frameOf([programOf("all", everyState())]));
  expect(pen.bars("solid").length).toBeGreaterThan(2);
  expect(pen.bars("hatch")).toHaveLength(1);
  expect(pen.bars("stripes")).toHaveLength(1);
  expect(pen.strokes.some((s) => s.kind === "outline" && s.ink === "run")).toBe(true);
  expect(pen.texts()).toEqual(
    expect.arrayContaining(["httpbin.org", "waits for a lock", "waits for a queue"]),
  );
});

test("a failed task ends in a cross, a cancelled one in a crossed ring", () => {
  const pen = drawn(frameOf([programOf("all", everyState())]));
  expect(pen.strokes.filter((s) => s.kind === "stroke" && s.ink === "fail")).toHaveLength(2);
  expect(
    pen.strokes.filter((s) => s.kind === "outline" && s.ink === "wait" && s.width === s.height),
  ).toHaveLength(2);
});

test("forty requests fit into their rows; requests one by one are one lane", () => {
  const pen = drawn(
    frameOf([programOf("a", fortyRequestsInARow()), programOf("b", fortyRequests())], { height: 1200 }),
  );
  expect(pen.bars("stripes")).toHaveLength(40);
  expect(pen.bars("hatch")).toHaveLength(40);
  expect(pen.texts()).toContain("Up to 40 waited at once");
});

test("a program that printed nothing and ran nothing draws its name only", () => {
  const pen = drawn(frameOf([programOf("empty", new BatchWriter())], { to: 1000 }));
  expect(pen.bars()).toHaveLength(0);
  expect(pen.texts()).toContain("empty");
});

describe("ten thousand lanes", () => {
  const program = programOf("many", manyLanes(10_000, 4));

  test("only lanes in view are drawn", () => {
    const pen = drawn(frameOf([program], { height: 600 }));
    const rows = new Set(pen.bars().map(({ y }) => y));
    expect(rows.size).toBeLessThanOrEqual(600 / 8);
    expect(pen.strokes.length).toBeLessThan(3000);
  });

  test("scrolled down, the program's head stays on top", () => {
    const model = frameOf([program], { height: 600, scrollTop: 40_000 });
    const heading = drawn(model).strokes.find((s) => s.kind === "text" && s.text === "many");
    expect(heading).toMatchObject({ kind: "text" });
    expect(heading?.kind === "text" && heading.y).toBeLessThan(60);
  });
});

test("a lane of a hundred thousand spans costs no more than its pixels", () => {
  const pen = drawn(frameOf([programOf("dense", manyLanes(2, 50_000))]));
  expect(pen.strokes.length).toBeLessThan(4000);
});

test("zoomed far into a wait its bar fills the axis and keeps its text in view", () => {
  const program = programOf("concurrent", gatheredDelivery());
  const pen = drawn(frameOf([program], { from: 2_000_000, to: 2_001_000 }));
  for (const bar of pen.bars("dots")) expect(bar.x + bar.width).toBeGreaterThanOrEqual(900);
  const label = pen.strokes.find((s) => s.kind === "text" && s.text === "sleep(5)");
  expect(label?.kind === "text" && label.x).toBeGreaterThanOrEqual(154);
});
