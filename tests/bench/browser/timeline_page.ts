// What the timeline's bench runs inside the browser: reading records and drawing zoom frames, each beside a bare loop
// that does the least such a thing can cost. Not for printing (timeline_bench.mjs).

import { createTimeline } from "../../../web/src/timeline/timeline";
import { type Microseconds, microseconds } from "../../../web/src/trace/microseconds";
import { TraceStore } from "../../../web/src/trace/trace_store";
import { manyLanes } from "../../web/trace/sample_runs";

const HEADER_WORDS = 4;
const RECORD_WORDS = 8;
const BATCH_RECORDS = 8192;

/** Nanoseconds per record: ours, and copying the five fields into fresh columns. */
export interface ReadingCost {
  readonly records: number;
  readonly ours: number;
  readonly bare: number;
}

/** Milliseconds of script per frame: ours, and the bare canvas with as many rectangles as there are lanes. */
export interface DrawingCost {
  readonly records: number;
  readonly median: number;
  readonly worst: number;
  readonly bare: number;
}

/** Cuts one long batch into such as the engine sends; all strings go with the first. */
function inBatches(batch: ArrayBuffer): ArrayBuffer[] {
  const words = new Uint32Array(batch);
  const [magic, version, count, stringCount] = words;
  const strings = new Uint8Array(batch, (HEADER_WORDS + count * RECORD_WORDS) * 4);
  const batches: ArrayBuffer[] = [];
  for (let first = 0; first < count; first += BATCH_RECORDS) {
    const size = Math.min(BATCH_RECORDS, count - first);
    const recordWords = size * RECORD_WORDS;
    const own = first === 0 ? strings : new Uint8Array();
    const part = new Uint32Array(HEADER_WORDS + recordWords + own.byteLength / 4);
    part.set([magic, version, size, first === 0 ? stringCount : 0]);
    const from = HEADER_WORDS + first * RECORD_WORDS;
    part.set(words.subarray(from, from + recordWords), HEADER_WORDS);
    new Uint8Array(part.buffer).set(own, (HEADER_WORDS + recordWords) * 4);
    batches.push(part.buffer);
  }
  return batches;
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
}

function copyToColumns(batches: readonly ArrayBuffer[], records: number): number {
  const times = new Float64Array(records);
  const values = new Float64Array(records);
  const subjects = new Uint32Array(records);
  const objects = new Uint32Array(records);
  const kinds = new Uint8Array(records);
  let at = 0;
  for (const batch of batches) {
    const words = new Uint32Array(batch);
    const end = HEADER_WORDS + words[2] * RECORD_WORDS;
    for (let w = HEADER_WORDS; w < end; w += RECORD_WORDS, at++) {
      times[at] = words[w + 1] * 2 ** 32 + words[w];
      kinds[at] = words[w + 2];
      subjects[at] = words[w + 3];
      objects[at] = words[w + 4];
      values[at] = words[w + 7] * 2 ** 32 + words[w + 6];
    }
  }
  return at;
}

export function readingCost(lanes: number, rounds: number): ReadingCost {
  const whole = manyLanes(lanes, rounds).take();
  const records = new Uint32Array(whole)[2];
  const batches = inBatches(whole);
  const cost = (work: () => void): number => {
    const runs = [0, 1, 2, 3, 4].map(() => {
      const begin = performance.now();
      work();
      return ((performance.now() - begin) * 1e6) / records;
    });
    return median(runs);
  };
  const ours = cost(() => {
    const store = new TraceStore();
    for (const batch of batches) store.append(batch);
  });
  return { records, ours, bare: cost(() => copyToColumns(batches, records)) };
}

function bareFrame(context: CanvasRenderingContext2D, rectangles: number, zoom: number): void {
  const { width, height } = context.canvas;
  context.clearRect(0, 0, width, height);
  for (let i = 0; i < rectangles; i++) {
    context.fillStyle = i % 2 === 0 ? "rgb(111 79 216)" : "rgb(11 107 203)";
    context.fillRect((i * 37 * zoom) % width, (i * 8) % height, 40 * zoom, 5);
  }
}

async function nextFrame(): Promise<void> {
  await new Promise((resolve) => requestAnimationFrame(resolve));
}

/** Zooms in and out over a run, one step per frame, and takes the time of the timeline's own frame callback. */
export async function drawingCost(lanes: number, rounds: number, frames: number): Promise<DrawingCost> {
  const place = document.createElement("div");
  place.style.cssText = "width: 900px; height: 700px";
  document.body.replaceChildren(place);
  const timeline = createTimeline(place, { locale: "en" });
  timeline.setPrograms([{ label: "many", mode: "as-written", clock: "virtual" }]);
  timeline.append(0, manyLanes(lanes, rounds).take());
  timeline.setState(0, "finished");
  await timeline.idle();
  const costs: number[] = [];
  const ask = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (draw) =>
    ask((time) => {
      const begin = performance.now();
      draw(time);
      costs.push(performance.now() - begin);
    });
  const end = timeline.store(0).lastTime;
  for (let i = 0; i < frames; i++) {
    const length = end * (0.05 + 0.95 * Math.abs(Math.cos(i / 9)));
    const from: Microseconds = microseconds((end - length) * 0.3);
    timeline.zoomTo({ from, to: microseconds(from + length) });
    await new Promise((resolve) => ask(resolve));
  }
  window.requestAnimationFrame = ask;
  const { recordCount } = timeline.store(0);
  timeline.destroy();

  const canvas = document.createElement("canvas");
  canvas.width = 900;
  canvas.height = 700;
  document.body.replaceChildren(canvas);
  const bare: number[] = [];
  const context = canvas.getContext("2d");
  for (let i = 0; context !== null && i < frames; i++) {
    await nextFrame();
    const begin = performance.now();
    bareFrame(context, lanes, 1 + i / frames);
    bare.push(performance.now() - begin);
  }
  costs.sort((a, b) => a - b);
  return {
    records: recordCount,
    median: median(costs),
    worst: costs[Math.floor(costs.length * 0.95)],
    bare: median(bare),
  };
}
