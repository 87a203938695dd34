// Layout from top to bottom, what the pointer is on, sentences, and the steps of the playhead. Not for drawing.

import { describe, expect, test } from "vitest";
import { nearestChange } from "../../../web/src/timeline/change_times";
import { layOut, rowAt } from "../../../web/src/timeline/layout";
import { Pointing } from "../../../web/src/timeline/pointing";
import { sentence } from "../../../web/src/timeline/sentence";
import { detailWords, fromTo, stateWords } from "../../../web/src/timeline/span_words";
import { wordsOf } from "../../../web/src/timeline/words";
import { microseconds as us } from "../../../web/src/trace/microseconds";
import { BatchWriter } from "../trace/encode_batch";
import { everyState, fortyRequests, gatheredDelivery, manyLanes, syncDelivery } from "../trace/sample_runs";
import { frameOf, programOf } from "./frame_of";

const english = wordsOf("en");
const korean = wordsOf("ko");

describe("layout", () => {
  test("programs stand below each other, lanes below their strip", () => {
    const layout = layOut([programOf("a", syncDelivery()), programOf("b", gatheredDelivery())], 600);
    expect(layout.programs.map(({ firstLane, lanes }) => [firstLane, lanes])).toEqual([
      [0, 1],
      [1, 4],
    ]);
    expect(layout.programs[1].top).toBeGreaterThan(layout.programs[0].bottom);
    expect(layout.density.labelled).toBe(true);
  });

  test("many lanes get lower rows", () => {
    const heights = [4, 40, 200, 5_000].map(
      (lanes) => layOut([programOf("a", manyLanes(lanes, 1))], 500).density.row,
    );
    for (let i = 1; i < heights.length; i++) expect(heights[i]).toBeLessThan(heights[i - 1]);
  });

  test("a height is a header, a strip or a lane", () => {
    const layout = layOut([programOf("a", syncDelivery()), programOf("b", gatheredDelivery())], 600);
    const rows = layout.programs[1];
    expect(rowAt(layout, rows.top + 1)).toEqual({ program: 1, lane: undefined, strip: false });
    expect(rowAt(layout, rows.stripTop + 1)).toEqual({ program: 1, lane: undefined, strip: true });
    expect(rowAt(layout, rows.lanesTop + layout.density.row * 2.5)).toEqual({
      program: 1,
      lane: 3,
      strip: false,
    });
    expect(rowAt(layout, 5)).toBeUndefined();
    expect(rowAt(layout, layout.height + 100)).toBeUndefined();
  });
});

describe("the pointer", () => {
  const shown: string[] = [];
  const tooltip = {
    hide: () => shown.push("hidden"),
    show: () => shown.push("shown"),
  };
  const model = frameOf([programOf("a", syncDelivery()), programOf("b", gatheredDelivery())], {
    playhead: 6_000_000,
  });
  const rows = model.layout.programs[1];
  const yOfLane = (lane: number) => rows.lanesTop + (lane - rows.firstLane + 0.5) * model.layout.density.row;

  test("is on the span below it", () => {
    const pointing = new Pointing(tooltip);
    expect(pointing.move(model, model.scale.x(1_000_000), yOfLane(2))).toMatchObject({
      state: "sleep",
      task: 2,
    });
    expect(pointing.hovered).toEqual({ program: 1, lane: 2 });
    pointing.refresh(model);
    expect(shown.at(-1)).toBe("shown");
    pointing.leave();
    expect(shown.at(-1)).toBe("hidden");
  });

  test("is on a step where its tick is, however short it was", () => {
    const pointing = new Pointing(tooltip);
    expect(pointing.move(model, model.scale.x(3_001_000) + 2, yOfLane(3))).toMatchObject({
      state: "running",
    });
  });

  test("is on nothing after a task is over", () => {
    const pointing = new Pointing(tooltip);
    expect(pointing.move(model, model.scale.x(8_000_000), yOfLane(3))).toBeUndefined();
    pointing.refresh(model);
    expect(shown.at(-1)).toBe("hidden");
  });

  test("takes the playhead on the axis and near its line", () => {
    const pointing = new Pointing(tooltip);
    const x = model.scale.x(model.playhead);
    expect(pointing.onPlayhead(model, 400, 8, false)).toBe(true);
    expect(pointing.onPlayhead(model, x + 4, 300, false)).toBe(true);
    expect(pointing.onPlayhead(model, x + 12, 300, false)).toBe(false);
    expect(pointing.onPlayhead(model, x + 12, 300, true)).toBe(true);
    expect(pointing.onPlayhead(model, 20, 8, false)).toBe(false);
  });
});

describe("the sentence of a program", () => {
  const said = (run: BatchWriter, locale: "ko" | "en", mode: "as-written" | "blocking" = "as-written") => {
    const view = programOf("a", run);
    return sentence(view.store, mode, "finished", view.end(0), wordsOf(locale));
  };

  test("blocked throughout: how long and where", () => {
    expect(said(syncDelivery(), "ko")).toBe("12초 내내 막혀 있었습니다 · 8번째 줄 time.sleep");
    expect(said(syncDelivery(), "en")).toBe("Blocked for all 12 s · line 8, time.sleep");
  });

  test("a loop that was blocked for a while", () => {
    expect(said(everyState(), "ko")).toBe("루프가 360ms 동안 막혔습니다 · 22번째 줄 time.sleep");
    expect(said(everyState(), "en", "blocking")).toBe(
      "The loop was blocked for 360 ms · line 22, asyncio.sleep",
    );
  });

  test("how many waited at once", () => {
    expect(said(gatheredDelivery(), "ko")).toBe("동시에 최대 3개가 기다렸습니다");
    expect(said(fortyRequests(), "en")).toBe("Up to 40 waited at once");
  });

  test("computing only, nothing at all, an error, lost records", () => {
    expect(said(new BatchWriter().step(0, 0, 1).stepEnd(2_000_000, 0, 9), "en")).toBe(
      "Computed for 2 s, waited for nothing",
    );
    expect(said(new BatchWriter().step(0, 0, 1).stepEnd(0, 0, 2), "en")).toBe("Waited for nothing");
    const failed = programOf("a", gatheredDelivery().record(9_000_000, 21, { value: 1200 }));
    expect(sentence(failed.store, "as-written", "failed", failed.end(0), english)).toBe(
      "Up to 3 waited at once · ended with an error · 1,200 records are missing",
    );
    const silent = programOf("a", new BatchWriter());
    expect(sentence(silent.store, "as-written", "failed", us(0), korean)).toBe("오류로 끝남");
  });
});

test("a span in words: state, time, request, whom it waits for", () => {
  const { store } = programOf("a", fortyRequests());
  const wait = store.spans(5).find(({ state }) => state === "network");
  expect(wait && stateWords(wait, english)).toBe("network");
  expect(wait && detailWords(store, wait, english)).toEqual([
    "GET https://youtube.com/",
    "200, 51,200 bytes",
  ]);
  const gather = store.spans(1).find(({ state }) => state === "waiting");
  expect(gather && detailWords(store, gather, korean)).toEqual([
    "기다리는 태스크: 2 fetch, 3 fetch, 4 fetch, 5 fetch, 6 fetch, +35",
  ]);
  expect(gather && fromTo(gather, us(0))).toMatch(/^0\.000 – 1\.\d{3} s$/);
});

test("the playhead steps from change to change over all programs", () => {
  const stores = [programOf("a", syncDelivery()).store, programOf("b", gatheredDelivery()).store];
  const times: number[] = [];
  let at = us(1_000_000);
  for (let next = nearestChange(stores, at, 1); next !== undefined; next = nearestChange(stores, at, 1)) {
    times.push(next);
    at = next;
  }
  expect(times.slice(0, 3)).toEqual([3_001_000, 3_001_020, 3_001_060]);
  expect(times).toContain(8_002_000);
  expect(times.at(-1)).toBe(12_003_000);
  expect(nearestChange(stores, us(3_001_020), -1)).toBe(3_001_000);
  expect(nearestChange(stores, us(0), -1)).toBeUndefined();
});
