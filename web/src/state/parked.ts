// Where in the code each task is parked, at the playhead or right now: what the gutter marks.
// Not for: answering it, which the trace's store does; drawing marks, see editor/parked_gutter.ts.
import { effect, signal } from "@preact/signals";
import { type Microseconds, microseconds } from "../trace/microseconds";
import type { StateName } from "../trace/span_state";
import { drawing, playhead } from "./drawing";
import { inNextFrame } from "./frame";
import { isRunning, programs, ranText } from "./run";
import { text } from "./scenario";

export interface ParkedTask {
  lane: number;
  state: StateName;
}

export type ParkedLines = ReadonlyMap<number, readonly ParkedTask[]>;

const kNothing: ParkedLines = new Map();
export const parkedLines = signal<ParkedLines>(kNothing);

/** Lanes that are looked at per program: a gutter shows a few marks and a number. */
const kLanes = 200;
const kLatest = microseconds(Number.MAX_SAFE_INTEGER);

function linesAt(time: Microseconds): ParkedLines {
  const timeline = drawing.peek();
  if (timeline === null) return kNothing;
  const lines = new Map<number, ParkedTask[]>();
  programs.peek().forEach((program, index) => {
    // The twin stands at the same lines as the program itself.
    if (program.mode === "blocking" && programs.peek().length > 1) return;
    if (program.over && time >= program.elapsedUs.peek()) return;
    for (const { line, lane, state } of timeline.store(index).parkedAt(time, kLanes)) {
      const tasks = lines.get(line);
      if (tasks === undefined) lines.set(line, [{ lane, state }]);
      else tasks.push({ lane, state });
    }
  });
  return lines;
}

function same(a: ParkedLines, b: ParkedLines): boolean {
  if (a.size !== b.size) return false;
  for (const [line, tasks] of a) {
    const others = b.get(line);
    if (others === undefined || others.length !== tasks.length) return false;
    if (tasks.some((task, at) => task.lane !== others[at]?.lane || task.state !== others[at]?.state))
      return false;
  }
  return true;
}

// Lines of another text than the one that ran would be the wrong ones.
function linesNow(held: Microseconds | "live"): ParkedLines {
  if (ranText.peek() !== text.peek()) return kNothing;
  if (held !== "live") return linesAt(held);
  return isRunning.peek() ? linesAt(kLatest) : kNothing;
}

function look(): void {
  const held = playhead.peek();
  const next = linesNow(held);
  if (!same(parkedLines.peek(), next)) parkedLines.value = next;
  if (isRunning.peek() && held === "live") inNextFrame(look);
}

/** Keeps the marks right from now on. */
export function followParked(): void {
  effect(() => {
    // Read here, so that each of them starts the effect again.
    const watched = [playhead.value, isRunning.value, programs.value, ranText.value === text.value];
    if (watched.length > 0) inNextFrame(look);
  });
}
