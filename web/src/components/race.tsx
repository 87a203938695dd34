// The result first: each program's time as a bar, measured, and how many times faster than the slowest.
// Not for: the numbers, see state/race.ts.
import type { JSX } from "preact";
import type { Messages } from "../i18n/english";
import { words } from "../i18n/language";
import type { ProgramRun } from "../state/program_run";
import { scaleUs } from "../state/race";
import { type Racer, secondsText, verdictOf } from "../state/race_verdict";
import { isRunning, programs, ranText, recorded } from "../state/run";
import { origin, text } from "../state/scenario";
import { programTitle } from "./program_title";

/** A bar is hatched like a blocked loop when the loop was held for more than this share of the time. */
const kMostlyBlocked = 0.5;

function barKind(program: ProgramRun): string {
  const result = program.result.value;
  if (result === null) return "running";
  if (result.exit_status !== 0 && program.state.value !== "stopped") return "failed";
  return result.blocked_s > kMostlyBlocked * result.elapsed_s ? "blocked" : "free";
}

function racersOf(all: readonly ProgramRun[]): Racer[] {
  return all.map(({ elapsedUs, state, capped, result }) => ({
    elapsedUs: elapsedUs.value,
    counts: state.value === "finished" || capped,
    waited: (result.value?.peak_waiting ?? 0) > 0 || (result.value?.blocked_s ?? 0) > 0,
  }));
}

function remark(program: ProgramRun, index: number, say: Messages): JSX.Element | null {
  const verdict = verdictOf(index, racersOf(programs.value));
  if (verdict.kind === "faster") {
    return (
      <span class="factor" data-testid="factor">
        {say.faster(verdict.factor)}
      </span>
    );
  }
  if (verdict.kind === "same") return <span class="remark">{say.noFaster}</span>;
  switch (program.state.value) {
    case "waiting":
      return <span class="remark">{say.stateWaiting}</span>;
    case "running":
      return <span class="remark">{say.stateRunning}</span>;
    case "stopped":
      return (
        <span class="remark" title={program.capped ? say.twinCapped : undefined}>
          {say.stateStopped}
        </span>
      );
    case "failed":
      return <span class="remark problem">{say.stateFailed}</span>;
    case "stuck":
      return <span class="remark problem">{say.stateStuck}</span>;
    case "finished":
      return null;
  }
}

function RaceRow({ program, index }: { program: ProgramRun; index: number }): JSX.Element {
  const say = words.value;
  const elapsed = program.elapsedUs.value;
  const share = Math.min(1, elapsed / scaleUs.value);
  return (
    <li
      class="race-row"
      data-testid="result"
      data-program={program.label}
      data-mode={program.mode}
      data-state={program.state.value}
      data-elapsed-us={elapsed}
    >
      <span class="race-label" title={program.mode === "blocking" ? say.blockingTwinHint : program.label}>
        {programTitle(program, say)}
      </span>
      <span class="race-track">
        <span class={`race-bar ${barKind(program)}`} style={{ width: `${(share * 100).toFixed(2)}%` }} />
      </span>
      <b class="race-time" data-testid="elapsed">
        {secondsText(elapsed)}
        <small>{say.secondsUnit}</small>
      </b>
      <span class="race-remark">{remark(program, index, say)}</span>
    </li>
  );
}

// What a run came to, in words for those who do not see the bars.
function spoken(say: Messages): string {
  if (isRunning.value || recorded.value) return "";
  const racers = racersOf(programs.value);
  return programs.value
    .map((program, index) => {
      const verdict = verdictOf(index, racers);
      const factor = verdict.kind === "faster" ? verdict.factor : null;
      return say.outcome(programTitle(program, say), secondsText(program.elapsedUs.value), factor);
    })
    .join(". ");
}

/** What the numbers are of, where they are not measured times of the code that stands in the editor. */
function Provenance(): JSX.Element | null {
  const say = words.value;
  const badge = (testid: string, label: string, hint: string): JSX.Element => (
    <span class={`badge ${testid}`} data-testid={testid} title={hint}>
      {label}
    </span>
  );
  if (programs.value.length === 0) return null;
  if (origin.value.kind === "own" && ranText.value !== text.value)
    return badge("outdated", say.outdated, say.outdatedHint);
  if (recorded.value) return badge("recorded", say.recorded, say.recordedHint);
  if (programs.value[0]?.clock === "virtual") return badge("virtual", say.virtualTimes, say.clockVirtualHint);
  return null;
}

export function Race(): JSX.Element {
  const say = words.value;
  return (
    <section class="race" aria-label={say.results} data-testid="race">
      <ol>
        {programs.value.map((program, index) => (
          <RaceRow key={`${index} ${program.label}`} program={program} index={index} />
        ))}
      </ol>
      <p class="unseen" role="status">
        {spoken(say)}
      </p>
      <Provenance />
    </section>
  );
}
