// The race's numbers: how long each program takes so far, on which scale, and how many times faster than the slowest.
// Not for: drawing bars, see components/race.tsx.
import { effect, signal } from "@preact/signals";
import { inNextFrame } from "./frame";
import type { ProgramRun } from "./program_run";
import { isRunning, programs } from "./run";
import { text } from "./scenario";

/** Microseconds that a full bar means. */
export const scaleUs = signal(1);

// The last run of the same text says how long this one will take, so its bars grow towards their ends.
let expected = { text: "", us: 0 };

function measure(): void {
  let longest = 1;
  for (const program of programs.peek()) {
    if (program.state.peek() === "running") program.elapsedUs.value = program.now();
    longest = Math.max(longest, program.elapsedUs.peek());
  }
  if (isRunning.peek()) {
    scaleUs.value = Math.max(longest, expected.text === text.peek() ? expected.us : 0);
    inNextFrame(measure);
  } else {
    scaleUs.value = longest;
    expected = { text: text.peek(), us: longest };
  }
}

/** Keeps the numbers fresh, once per frame while something runs. */
export function followRace(): void {
  effect(() => {
    if (isRunning.value || programs.value.length > 0) inNextFrame(measure);
  });
}

/** Differences below this are the machine's, not the program's. */
const kWorthAFactor = 1.05;

export type Verdict = { kind: "faster"; factor: string } | { kind: "same" } | { kind: "none" };

/** Beside the slowest program of the run. Nothing is said before all have ended, or where one failed. */
export function verdictOf(program: ProgramRun, all: readonly ProgramRun[]): Verdict {
  if (all.length < 2 || all.some((other) => other.state.value !== "finished" && !other.capped))
    return { kind: "none" };
  const slowest = Math.max(...all.map((other) => other.elapsedUs.value));
  const own = program.elapsedUs.value;
  if (own > 0 && slowest / own >= kWorthAFactor) return { kind: "faster", factor: factorText(slowest / own) };
  const fastest = Math.min(...all.map((other) => other.elapsedUs.value));
  const allSame = fastest > 0 && slowest / fastest < kWorthAFactor;
  return allSame && program === all.at(-1) ? { kind: "same" } : { kind: "none" };
}

/** Three digits, as far as they mean something: 2.40, 15.3, 1,204. */
export function factorText(factor: number): string {
  if (factor < 10) return factor.toFixed(2);
  if (factor < 100) return factor.toFixed(1);
  return Math.round(factor).toLocaleString("en-US");
}

/** Seconds with milliseconds, as the results measure them. */
export function secondsText(us: number): string {
  return (us / 1e6).toFixed(3);
}
