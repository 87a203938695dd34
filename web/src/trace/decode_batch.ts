// Checks one batch of the trace and opens it: its 32-bit words and its strings. Errors are values with words to act on.
// Not for the meaning of the records: see apply_records.ts.

import { HEADER_BYTES, MAGIC, RECORD_BYTES, VERSION } from "./wire";

export type TraceErrorCode = "damaged" | "newer";

/** Why a batch, or the rest of it, could not be read. What was read before stays. */
export interface TraceError {
  readonly code: TraceErrorCode;
  readonly message: string;
}

/** A batch whose outline is sound. `words` holds records from word 4 on, eight words each, in host order. */
export interface OpenBatch {
  readonly words: Uint32Array;
  readonly recordCount: number;
  readonly strings: ReadonlyArray<readonly [id: number, text: string]>;
}

export function damaged(what: string): TraceError {
  return {
    code: "damaged",
    message: `The trace is damaged: ${what}. What came before it is kept; run the program again.`,
  };
}

export function isTraceError(value: OpenBatch | TraceError): value is TraceError {
  return "code" in value;
}

const HOST_IS_LITTLE_ENDIAN = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1;

// The wire is little endian. Nearly every machine is too, and then the batch is read where it lies.
function wordsOf(batch: ArrayBuffer): Uint32Array {
  const count = batch.byteLength >>> 2;
  if (HOST_IS_LITTLE_ENDIAN) return new Uint32Array(batch, 0, count);
  const view = new DataView(batch);
  return Uint32Array.from({ length: count }, (_, i) => view.getUint32(i * 4, true));
}

/** Opens a batch. Nothing is copied but the strings; the caller must not change the buffer afterwards. */
export function openBatch(batch: ArrayBuffer): OpenBatch | TraceError {
  if (batch.byteLength < HEADER_BYTES) return damaged(`a batch of ${batch.byteLength} bytes has no header`);
  const words = wordsOf(batch);
  const [magic, version, recordCount, stringCount] = words;
  if (magic !== MAGIC) return damaged("a batch does not begin with LST1");
  if (version !== VERSION) {
    return {
      code: "newer",
      message: `This page reads version ${VERSION} of the trace, the engine writes version ${version}. Reload the page.`,
    };
  }
  let offset = HEADER_BYTES + recordCount * RECORD_BYTES;
  if (offset > batch.byteLength) {
    return damaged(
      `${recordCount} records are announced, ${batch.byteLength - HEADER_BYTES} bytes are there`,
    );
  }
  const strings: Array<readonly [number, string]> = [];
  const utf8 = new TextDecoder();
  for (let i = 0; i < stringCount; i++) {
    if (offset + 8 > batch.byteLength) return damaged(`string ${i + 1} of ${stringCount} is cut off`);
    const id = words[offset >>> 2];
    const length = words[(offset >>> 2) + 1];
    const begin = offset + 8;
    if (begin + length > batch.byteLength) return damaged(`string ${i + 1} of ${stringCount} is cut off`);
    strings.push([id, utf8.decode(new Uint8Array(batch, begin, length))]);
    offset = begin + Math.ceil(length / 4) * 4;
  }
  return { words, recordCount, strings };
}
