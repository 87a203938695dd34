// The timeline on the page, for those who feed it: its code is a chunk of its own, there soon after the first paint.
// Not for: drawing, see timeline/; the component, see components/timeline_pane.tsx.
import { signal } from "@preact/signals";
import type { Timeline } from "../timeline/timeline";

export const drawing = signal<Timeline | null>(null);

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
