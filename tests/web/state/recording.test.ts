// A recorded run as the build writes it and the page reads it.
// Not for: making recordings, which needs the engine.
import { describe, expect, it } from "vitest";
import { readRecording } from "../../../web/src/state/recording_form";

function packed(header: object, ...batches: Uint8Array[]): ArrayBuffer {
  const json = new TextEncoder().encode(JSON.stringify(header));
  const headerLength = Math.ceil(json.length / 8) * 8;
  const bodyLength = batches.reduce((sum, batch) => sum + Math.ceil(batch.length / 8) * 8, 0);
  const bytes = new Uint8Array(8 + headerLength + bodyLength).fill(0x20, 8);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0x3152534c, true);
  view.setUint32(4, headerLength, true);
  bytes.set(json, 8);
  let at = 8 + headerLength;
  for (const batch of batches) {
    bytes.set(batch, at);
    at += Math.ceil(batch.length / 8) * 8;
  }
  return bytes.buffer;
}

describe("a recording", () => {
  const header = {
    source: "print('짜장면')",
    sections: [],
    programs: [{ label: "sync", mode: "as-written", result: {}, output: [], batches: [3, 8] }],
  };

  it("gives the text, the programs and their batches as they were", () => {
    const recording = readRecording(
      packed(header, Uint8Array.of(1, 2, 3), Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8)),
    );
    expect(recording.source).toBe("print('짜장면')");
    expect(recording.programs[0]?.batches.map((batch) => [...new Uint8Array(batch)])).toEqual([
      [1, 2, 3],
      [1, 2, 3, 4, 5, 6, 7, 8],
    ]);
  });

  it("is refused with words when it is something else or cut off", () => {
    expect(() => readRecording(new ArrayBuffer(4))).toThrow("no recording");
    expect(() => readRecording(new TextEncoder().encode("<!doctype html>").buffer as ArrayBuffer)).toThrow(
      "no recording",
    );
    expect(() => readRecording(packed(header, Uint8Array.of(1, 2, 3)))).toThrow("cut off");
    expect(() => readRecording(packed(header).slice(0, 20))).toThrow("cut off");
  });
});
