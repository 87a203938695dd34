// Times as people read them: on the axis, at the playhead, in tooltips and sentences. Not for sentences (sentence.ts).

import type { Microseconds } from "../trace/microseconds";

function trimmed(value: number, digits: number): string {
  const text = value.toFixed(digits);
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}

/** The number of decimals that tell two ticks of a step apart, in the unit of that step. */
function decimals(step: number, unit: number): number {
  return Math.max(0, Math.ceil(-Math.log10(step / unit) - 1e-9));
}

/** A tick's text: all ticks of one axis use the unit of their step ("0", "250 ms", "1.5 s"). */
export function tickText(time: Microseconds, step: Microseconds): string {
  if (time === 0) return "0";
  if (step >= 10_000) return `${trimmed(time / 1e6, decimals(step, 1e6))} s`;
  if (step >= 10) return `${grouped(trimmed(time / 1e3, decimals(step, 1e3)))} ms`;
  return `${grouped(String(Math.round(time)))} µs`;
}

function grouped(digits: string): string {
  const [whole, fraction] = digits.split(".");
  const spaced = whole.length > 4 ? whole.replace(/\B(?=(\d{3})+$)/g, "\u202f") : whole;
  return fraction === undefined ? spaced : `${spaced}.${fraction}`;
}

/** A point in time with as many decimals as `perPixel` microseconds can show: "2.35 s", "2.350 412 s". */
export function pointText(time: Microseconds, perPixel: number): string {
  const digits = Math.min(6, Math.max(2, Math.ceil(Math.log10(1e6 / Math.max(perPixel, 1e-3)))));
  return `${(time / 1e6).toFixed(digits)} s`;
}

/** A length with three figures: "5 s", "1.24 s", "830 ms", "12.4 µs"; "0" where the clock saw none. */
export function lengthText(us: number): string {
  if (us <= 0) return "0";
  if (us >= 999_500) return `${trimmed(us / 1e6, us >= 99.95e6 ? 0 : us >= 9.995e6 ? 1 : 2)} s`;
  if (us >= 999.5) return `${trimmed(us / 1e3, us >= 99_950 ? 0 : us >= 9_995 ? 1 : 2)} ms`;
  return `${trimmed(us, us >= 10 ? 0 : 1)} µs`;
}

/** Seconds as a script writes them: what stands in `sleep(...)`. A measured begin is rounded to the tenth of a ms. */
export function secondsInCode(us: number): string {
  return trimmed(us / 1e6, us >= 100_000 ? 3 : 4);
}

/** A whole number with commas between thousands, as both languages write it. */
export function counted(count: number): string {
  return count.toLocaleString("en-US");
}
