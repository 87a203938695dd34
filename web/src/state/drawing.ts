// The timeline on the page, for those who feed it: its code is a chunk of its own, there soon after the first paint.
// Not for: drawing, see timeline/; the component, see components/timeline_pane.tsx.
import { signal } from "@preact/signals";
import type { Timeline } from "../timeline/timeline";
import type { Microseconds } from "../trace/microseconds";

export const drawing = signal<Timeline | null>(null);
/** Where the person holds the playhead; "live": at the end of what has come. */
export const playhead = signal<Microseconds | "live">("live");

let settled: (() => void) | null = null;
const settling = new Promise<void>((resolve) => {
  settled = resolve;
});

/** Null: its code could not be loaded; results and consoles do without it. */
export function setDrawing(timeline: Timeline | null): void {
  drawing.value = timeline;
  settled?.();
}

/** Resolves when it is known whether there is a timeline. */
export function drawingSettled(): Promise<void> {
  return settling;
}

/** Moves the playhead in the picture and for everybody who watches it. */
export function movePlayhead(time: Microseconds | "live"): void {
  drawing.value?.setPlayhead(time);
  playhead.value = time;
}
