// Damaged and newer batches: a clear error each, and what was read before stays. Not for what sound records mean.

import { expect, test } from "vitest";
import { microseconds } from "../../../web/src/trace/microseconds";
import { TraceStore } from "../../../web/src/trace/trace_store";
import { BatchWriter } from "./encode_batch";
import { gatheredDelivery } from "./sample_runs";

function changed(batch: ArrayBuffer, at: number, word: number): ArrayBuffer {
  const copy = batch.slice(0);
  new DataView(copy).setUint32(at, word, true);
  return copy;
}

test("an empty batch is sound", () => {
  expect(new TraceStore().append(new BatchWriter().take())).toBeUndefined();
});

test.each([
  ["no header", new ArrayBuffer(7), /7 bytes has no header/],
  ["another magic", changed(new BatchWriter().take(), 0, 0x21), /LST1/],
  [
    "fewer records than announced",
    changed(new BatchWriter().take(), 8, 3),
    /3 records are announced, 0 bytes/,
  ],
  ["records beyond all memory", changed(new BatchWriter().take(), 8, 0xffffffff), /records are announced/],
  ["a string that is cut off", changed(new BatchWriter().take(), 12, 1), /string 1 of 1 is cut off/],
  [
    "an impossible time",
    changed(new BatchWriter().loopBegin(5).take(), 20, 0xffffffff),
    /record 1 has an impossible time/,
  ],
  ["time that runs backwards", new BatchWriter().loopBegin(5).loopEnd(4).take(), /backwards at record 2/],
])("%s is damage, said in words", (_, batch, words) => {
  const error = new TraceStore().append(batch);
  expect(error?.code).toBe("damaged");
  expect(error?.message).toMatch(words);
});

test("a newer version is refused with what to do", () => {
  const error = new TraceStore().append(changed(new BatchWriter().take(), 4, 2));
  expect(error).toEqual({
    code: "newer",
    message: "This page reads version 1 of the trace, the engine writes version 2. Reload the page.",
  });
});

test("damage loses nothing that was read before", () => {
  const store = new TraceStore();
  store.append(gatheredDelivery().take());
  const before = store.spans(2);
  expect(store.append(new ArrayBuffer(3))?.code).toBe("damaged");
  expect(store.append(new BatchWriter().loopBegin(1).take())?.code).toBe("damaged");
  expect(store.spans(2)).toEqual(before);
  expect(store.parkedAt(microseconds(2_000_000))).toHaveLength(4);
});

test("texts of any script and length survive", () => {
  const text = "가져오기 🥡 é\0".repeat(50);
  const store = new TraceStore();
  store.append(new BatchWriter().created(0, 1, 0, 1, text, "").take());
  expect(store.lane(1)).toMatchObject({ coroutine: text, name: "" });
});
