// The timeline on the page, for those who feed it: it is there once its component is on the page.
// Not for: drawing, see timeline/; the component, see components/timeline_pane.tsx.
import { signal } from "@preact/signals";
import type { Timeline } from "../timeline/timeline";

export const drawing = signal<Timeline | null>(null);
