// The two numbers that a run reads from a batch without decoding it.
// Not for: decoding, see tests/web/trace.
import { describe, expect, it } from "vitest";
import { lastRecordTime, recordCount } from "../../../web/src/state/trace_batch";

function batchOf(...times: bigint[]): ArrayBuffer {
  const batch = new ArrayBuffer(16 + 32 * times.length);
  const view = new DataView(batch);
  view.setUint32(8, times.length, true);
  for (const [at, time] of times.entries()) view.setBigUint64(16 + 32 * at, time, true);
  return batch;
}

describe("a batch", () => {
  it("knows its records and the time of the last", () => {
    expect(recordCount(batchOf(1n, 2n, 5_000_000n))).toBe(3);
    expect(lastRecordTime(batchOf(1n, 2n, 5_000_000n))).toBe(5_000_000);
  });

  it("of nothing, or cut off, has none", () => {
    expect(lastRecordTime(batchOf())).toBe(0);
    expect(recordCount(new ArrayBuffer(3))).toBe(0);
    expect(recordCount(batchOf(1n, 2n).slice(0, 50))).toBe(1);
  });
});
