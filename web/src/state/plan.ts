// Which programs a press of Run starts: those of the scenario, and the blocking twin of one that stands alone.
// Not for: starting them, see run.ts.
import type { Mode, ProgramInfo } from "../engine/messages";
import type { Network } from "./settings";

export interface PlannedProgram {
  label: string;
  mode: Mode;
}

/**
 * A scenario of one program that uses asyncio is compared with itself in mode blocking, unless a mode was asked for.
 * Never with the internet: the twin would ask twice for everything; nor where it is `broken` and would not begin.
 */
export function planPrograms(
  programs: readonly ProgramInfo[],
  mode: Mode | undefined,
  network: Network,
  broken = false,
): readonly PlannedProgram[] {
  const planned = programs.map(({ label }) => ({ label, mode: mode ?? "as-written" }));
  const only = programs.length === 1 ? programs[0] : undefined;
  if (mode === undefined && network === "simulated" && only?.usesAsyncio === true && !broken) {
    planned.push({ label: only.label, mode: "blocking" });
  }
  return planned;
}
