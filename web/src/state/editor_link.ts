// The code editor once its chunk is loaded, for those who move it: go to a line, fold a section.
// Not for: CodeMirror, see editor/; the text, which scenario.ts owns.
import { signal } from "@preact/signals";

export interface EditorHandle {
  goToLine(line: number): void;
  /** The section whose marker stands at this line, folded or unfolded. */
  toggleFold(line: number): void;
  focus(): void;
}

export const editor = signal<EditorHandle | null>(null);
/** Lines of section markers that are folded now. */
export const foldedLines = signal<ReadonlySet<number>>(new Set());
/** The line of the span under the pointer in the timeline; 0: none. */
export const hoveredLine = signal(0);
/** The line of the cursor, so that its section's tab is marked. */
export const cursorLine = signal(1);

let loaded: (() => void) | null = null;
const loading = new Promise<void>((resolve) => {
  loaded = resolve;
});

export function editorLoaded(handle: EditorHandle): void {
  editor.value = handle;
  loaded?.();
}

/** The editor could not be loaded: the text stays readable, and nobody waits for it. */
export function editorMissing(): void {
  loaded?.();
}

export function editorIdle(): Promise<void> {
  return loading;
}
