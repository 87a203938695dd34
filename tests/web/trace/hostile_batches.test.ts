// Batches with bytes changed at random: read without a crash, answered and drawn without a crash, damage said in words.
// Not for what particular damage says (decode_batch.test.ts).

import { expect, test } from "vitest";
import { drawFrame } from "../../../web/src/timeline/draw_frame";
import { ProgramView } from "../../../web/src/timeline/program_view";
import { microseconds } from "../../../web/src/trace/microseconds";
import { frameOf } from "../timeline/frame_of";
import { RecordingPen } from "../timeline/recording_pen";
import { everyState, fortyRequests, gatheredDelivery } from "./sample_runs";

/** A small generator with a seed, so that a failure can be seen again. */
function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function damage(batch: ArrayBuffer, next: (below: number) => number): ArrayBuffer {
  const bytes = new Uint8Array(batch.slice(0, next(8) === 0 ? next(batch.byteLength) : batch.byteLength));
  for (let i = next(12); i >= 0 && bytes.length > 0; i--) {
    // Ids of millions would be right, too, but slow: the high bytes of ids stay as they are.
    const at = next(bytes.length);
    const inRecord = (at - 16) % 32;
    const highOfId = at >= 16 && ((inRecord >= 14 && inRecord < 16) || (inRecord >= 18 && inRecord < 20));
    if (!highOfId) bytes[at] = next(256);
  }
  return bytes.buffer;
}

test("four hundred damaged batches are read, asked and drawn", () => {
  const sound = [everyState().take(), fortyRequests().take(), gatheredDelivery().take()];
  let refused = 0;
  for (let seed = 1; seed <= 400; seed++) {
    const next = generator(seed);
    const view = new ProgramView({ label: "hostile", mode: "as-written", clock: "virtual" });
    for (let i = 0; i < 3; i++) {
      const error = view.store.append(damage(sound[next(3)], next));
      if (error === undefined) continue;
      refused++;
      expect(error.message).toMatch(/\.$/);
    }
    view.setState("finished", undefined, 0);
    const { store } = view;
    const middle = microseconds(store.lastTime / 2);
    store.queuesAt(middle);
    store.parkedAt(middle);
    for (let task = 0; task < Math.min(store.laneCount, 50); task++) store.spans(task);
    const pen = new RecordingPen();
    drawFrame(pen, frameOf([view], { playhead: middle }));
    expect(pen.strokes.length).toBeGreaterThan(0);
  }
  expect(refused).toBeGreaterThan(100);
});
