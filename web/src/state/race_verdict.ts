// Who won the race: how many times faster than the slowest, and the numbers as text.
// Not for: measuring, see race.ts; drawing bars, see components/race.tsx.

/** What a verdict needs to know of a program that has ended. */
export interface Racer {
  elapsedUs: number;
  /** It ended as it should, or is a twin that was cut short. */
  counts: boolean;
  /** For a timer or the network, whether that held the loop or not. */
  waited: boolean;
}

/** Differences below this are the machine's, not the program's. */
const kWorthAFactor = 1.05;

export type Verdict = { kind: "faster"; factor: string } | { kind: "same" } | { kind: "none" };

/**
 * The verdict on the racer at `index`. Nothing is said before all have ended, or where one failed; nor where one waited
 * for nothing and another did: a coroutine that nobody awaited is not faster, it did not do the work.
 */
export function verdictOf(index: number, all: readonly Racer[]): Verdict {
  const own = all[index]?.elapsedUs ?? 0;
  if (all.length < 2 || own <= 0 || !all.every((racer) => racer.counts)) return { kind: "none" };
  if (all.some((racer) => racer.waited !== all[0]?.waited)) return { kind: "none" };
  const times = all.map((racer) => racer.elapsedUs);
  const slowest = Math.max(...times);
  if (slowest / own >= kWorthAFactor) return { kind: "faster", factor: factorText(slowest / own) };
  const allSame = slowest / Math.min(...times) < kWorthAFactor;
  return allSame && index === all.length - 1 ? { kind: "same" } : { kind: "none" };
}

/** Three digits, as far as they mean something: 2.40, 15.3, 1,204. */
export function factorText(factor: number): string {
  if (factor < 9.995) return factor.toFixed(2);
  if (factor < 99.95) return factor.toFixed(1);
  return Math.round(factor).toLocaleString("en-US");
}

/** Seconds with milliseconds, as the results measure them. */
export function secondsText(us: number): string {
  return (us / 1e6).toFixed(3);
}
