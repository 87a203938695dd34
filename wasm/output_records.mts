// Reads the script's output, with its time and task, out of batches of the trace.
// Not for the rest of the trace: the page's decoder reads it all (web/src/trace). The format is core/trace/record.h.
import type { OutputStream } from "./types.mjs";

const kHeaderBytes = 16;
const kRecordBytes = 32;
const kOutputKind = 20;
const kStdout = 1;

export interface OutputRecord {
  stream: OutputStream;
  text: string;
  timeUs: number;
  task: number;
}

/** In order. A text is sent in the batch that names it first, and output is never named twice. */
export function outputRecords(batch: ArrayBuffer): OutputRecord[] {
  const view = new DataView(batch);
  const recordCount = view.getUint32(8, true);
  const found: { at: number; textId: number }[] = [];
  for (let at = kHeaderBytes; at < kHeaderBytes + recordCount * kRecordBytes; at += kRecordBytes) {
    if (view.getUint8(at + 8) === kOutputKind) found.push({ at, textId: view.getUint32(at + 16, true) });
  }
  if (found.length === 0) return [];
  const texts = readTexts(view, kHeaderBytes + recordCount * kRecordBytes, view.getUint32(12, true));
  return found.map(({ at, textId }) => ({
    stream: view.getUint16(at + 10, true) === kStdout ? "stdout" : "stderr",
    text: texts.get(textId) ?? "",
    timeUs: Number(view.getBigUint64(at, true)),
    task: view.getUint32(at + 12, true),
  }));
}

function readTexts(view: DataView, start: number, count: number): Map<number, string> {
  const decoder = new TextDecoder();
  const texts = new Map<number, string>();
  let at = start;
  for (let i = 0; i < count; i++) {
    const length = view.getUint32(at + 4, true);
    texts.set(view.getUint32(at, true), decoder.decode(new Uint8Array(view.buffer, at + 8, length)));
    at += 8 + Math.ceil(length / 4) * 4;
  }
  return texts;
}
