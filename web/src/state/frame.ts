// One animation frame for what the page's own parts draw: each asks once and is called in the next frame.
// Not for: the timeline, which keeps its own frame.

const waiting = new Set<() => void>();
let asked = false;

/** Calls `draw` in the next frame; asking again before it changes nothing. */
export function inNextFrame(draw: () => void): void {
  waiting.add(draw);
  if (asked) return;
  asked = true;
  requestAnimationFrame(() => {
    asked = false;
    const due = [...waiting];
    waiting.clear();
    for (const callback of due) callback();
  });
}
