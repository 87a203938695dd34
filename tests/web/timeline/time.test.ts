// Times on the axis and in words, the scale, the view and the live clock. Not for drawing.

import { describe, expect, test } from "vitest";
import { LiveClock } from "../../../web/src/timeline/live_clock";
import { ProgramView } from "../../../web/src/timeline/program_view";
import { TimeScale, tickStep, ticks } from "../../../web/src/timeline/time_scale";
import { lengthText, pointText, secondsInCode, tickText } from "../../../web/src/timeline/time_text";
import { niceEnd, Viewport } from "../../../web/src/timeline/viewport";
import { wordsOf } from "../../../web/src/timeline/words";
import { microseconds as us } from "../../../web/src/trace/microseconds";
import { BatchWriter } from "../trace/encode_batch";
import { syncDelivery } from "../trace/sample_runs";

const scaleOf = (from: number, to: number) => new TimeScale({ from: us(from), to: us(to) }, 100, 900);

describe("ticks", () => {
  test.each([
    [0, 12_000_000, ["0", "2 s", "4 s", "6 s", "8 s", "10 s", "12 s"]],
    [0, 1_200_000, ["0", "0.2 s", "0.4 s", "0.6 s", "0.8 s", "1 s", "1.2 s"]],
    [
      999_000,
      1_000_000,
      [
        "999 ms",
        "999.1 ms",
        "999.2 ms",
        "999.3 ms",
        "999.4 ms",
        "999.5 ms",
        "999.6 ms",
        "999.7 ms",
        "999.8 ms",
        "999.9 ms",
        "1000 ms",
      ],
    ],
    [0, 20, ["0", "2 µs", "4 µs", "6 µs", "8 µs", "10 µs", "12 µs", "14 µs", "16 µs", "18 µs", "20 µs"]],
    [0, 3_600_000_000, ["0", "500 s", "1000 s", "1500 s", "2000 s", "2500 s", "3000 s", "3500 s"]],
  ])("from %d to %d µs are round numbers of one unit", (from, to, texts) => {
    const scale = scaleOf(from, to);
    const step = tickStep(scale, 76);
    expect(ticks(scale, step).map((time) => tickText(time, step))).toEqual(texts);
  });

  test("pixels and times are each other's inverse", () => {
    const scale = scaleOf(1_000, 5_000);
    expect(scale.x(1_000)).toBe(100);
    expect(scale.x(5_000)).toBe(900);
    expect(scale.time(scale.x(3_210))).toBeCloseTo(3_210, 6);
  });
});

describe("lengths and points", () => {
  test.each([
    [12_003_000, "12 s", "12초"],
    [1_240_000, "1.24 s", "1.24초"],
    [360_000, "360 ms", "360ms"],
    [12_400, "12.4 ms", "12.4ms"],
    [830, "830 µs", "830µs"],
    [0, "0", "0"],
    [3_725_000_000, "3725 s", "3725초"],
    [999_700, "1 s", "1초"],
  ])("%d µs is %s, in Korean %s", (length, english, korean) => {
    expect(lengthText(length)).toBe(english);
    expect(wordsOf("ko").length(length)).toBe(korean);
  });

  test("the pill has the decimals that a pixel can show", () => {
    expect(pointText(us(2_350_412), 15_000)).toBe("2.35 s");
    expect(pointText(us(2_350_412), 900)).toBe("2.3504 s");
    expect(pointText(us(2_350_412), 0.1)).toBe("2.350412 s");
  });

  test("a measured sleep is written as the script wrote it", () => {
    expect([4_999_950, 250_000, 1_000, 300_020].map(secondsInCode)).toEqual(["5", "0.25", "0.001", "0.3"]);
  });
});

describe("the view", () => {
  const still = () => true;

  test("fits a finished run exactly", () => {
    const view = new Viewport(still);
    view.setExtent(us(12_003_000), false);
    view.step(0);
    expect(view.range).toEqual({ from: 0, to: 12_003_000 });
  });

  test("grows in steps while a run goes on, with room to the right", () => {
    const view = new Viewport(still);
    const ends = new Set<number>();
    for (let now = 0; now <= 12_000_000; now += 16_667) {
      view.setExtent(us(now), true);
      view.step(now / 1000);
      expect(view.range.to).toBeGreaterThan(now);
      ends.add(view.range.to);
    }
    expect(ends.size).toBeLessThan(14);
  });

  test("zoom keeps the time under the pointer where it is; zooming out ends at the whole run", () => {
    const view = new Viewport(still);
    view.setExtent(us(10_000_000), false);
    view.zoomAt(4, 2_000_000);
    view.step(0);
    expect(view.range).toEqual({ from: 1_500_000, to: 4_000_000 });
    expect(view.fits).toBe(false);
    view.zoomAt(1 / 8, 2_000_000);
    view.step(0);
    expect(view.range).toEqual({ from: 0, to: 10_000_000 });
    expect(view.fits).toBe(true);
  });

  test("never leaves the run and never zooms beyond a microsecond's width", () => {
    const view = new Viewport(still);
    view.setExtent(us(1_000_000), false);
    for (let i = 0; i < 100; i++) view.zoomAt(3, 500_000);
    view.step(0);
    expect(view.range.to - view.range.from).toBeCloseTo(20, 6);
    view.panBy(1e12);
    view.step(0);
    expect(view.range.to).toBe(1_000_000);
    view.panBy(-1e12);
    view.step(0);
    expect(view.range.from).toBe(0);
  });

  test("glides unless the person asked for no motion", () => {
    const view = new Viewport(() => false);
    view.setExtent(us(10_000_000), false);
    view.zoomTo({ from: us(0), to: us(1_000_000) });
    expect(view.step(0)).toBe(true);
    expect(view.range.to).toBeGreaterThan(1_000_000);
    let frames = 0;
    while (view.step(16 * ++frames)) expect(frames).toBeLessThan(200);
    expect(view.range.to).toBe(1_000_000);
  });

  test("a hand on the view stops it from following", () => {
    const view = new Viewport(still);
    view.setExtent(us(2_000_000), true);
    view.zoomTo({ from: us(0), to: us(500_000) });
    view.setExtent(us(9_000_000), true);
    view.step(0);
    expect(view.range.to).toBe(500_000);
  });

  test("ends a growing axis at a round number", () => {
    expect([1, 1_300_000, 3_900_000, 12_000_000, 15_600_000].map(niceEnd)).toEqual([
      1, 1_500_000, 4_000_000, 12_000_000, 20_000_000,
    ]);
  });
});

describe("a program that runs", () => {
  const running = (clock: "real" | "virtual" | undefined) => {
    const view = new ProgramView({
      label: "a",
      mode: "as-written",
      ...(clock === undefined ? {} : { clock }),
    });
    view.setState("running", undefined, 1_000);
    return view;
  };

  test("grows with the wall clock under the real clock", () => {
    const view = running("real");
    expect(view.grows).toBe(false);
    view.store.append(new BatchWriter().step(0, 0, 1).blocks(2_000, 0, 2, 5_000_000).take());
    view.heard(1_012);
    expect(view.grows).toBe(true);
    expect(view.end(1_512)).toBe(502_000);
    view.setState("stopped", us(510_000), 1_520);
    expect(view.end(9_999)).toBe(510_000);
  });

  test("stands at its newest record under the virtual clock, also where nobody said that it is one", () => {
    for (const view of [running("virtual"), running(undefined)]) {
      view.store.append(syncDelivery().take());
      view.heard(1_012);
      expect(view.grows).toBe(false);
      expect(view.end(5_000)).toBe(12_003_000);
    }
  });
});

describe("the live clock", () => {
  test("takes the earliest guess of the start, so that a late batch does not set it back", () => {
    const clock = new LiveClock();
    expect(clock.now(us(0), 1_000)).toBe(0);
    clock.heard(us(100_000), 1_130);
    expect(clock.now(us(100_000), 1_180)).toBe(150_000);
    clock.heard(us(200_000), 1_210);
    expect(clock.now(us(200_000), 1_210)).toBe(200_000);
    clock.heard(us(250_000), 1_400);
    expect(clock.now(us(250_000), 1_400)).toBe(390_000);
  });

  test("never shows less than the newest record, and never runs backwards", () => {
    const clock = new LiveClock();
    clock.heard(us(0), 1_000);
    expect(clock.now(us(700_000), 1_100)).toBe(700_000);
    expect(clock.now(us(700_000), 1_200)).toBe(700_000);
  });
});
