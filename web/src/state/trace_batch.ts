// The two numbers that a run needs of a batch without decoding it: how many records, and the time of the last one.
// Not for: reading records, see trace/. The format is written down in core/trace/record.h.

const kHeaderBytes = 16;
const kRecordBytes = 32;

export function recordCount(batch: ArrayBuffer): number {
  if (batch.byteLength < kHeaderBytes) return 0;
  const count = new DataView(batch).getUint32(8, true);
  return Math.min(count, Math.floor((batch.byteLength - kHeaderBytes) / kRecordBytes));
}

/** Microseconds since the start of the run; 0 for a batch without records. */
export function lastRecordTime(batch: ArrayBuffer): number {
  const count = recordCount(batch);
  if (count === 0) return 0;
  return Number(new DataView(batch).getBigUint64(kHeaderBytes + (count - 1) * kRecordBytes, true));
}
