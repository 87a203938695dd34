// The race while it runs: how long each program takes so far, and on which scale, once a frame.
// Not for: who is how much faster, see race_verdict.ts; drawing bars, see components/race.tsx.
import { effect, signal } from "@preact/signals";
import { inNextFrame } from "./frame";
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
