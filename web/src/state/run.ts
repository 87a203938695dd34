// The page's run: what is shown of it, started and stopped, one at a time.
// Not for: how a run goes, see scenario_run.ts; the text, see scenario.ts; drawing, see timeline/.
import { signal } from "@preact/signals";
import type { Mode, ProgramResult } from "../engine/messages";
import { checkedOnce } from "./analysis";
import { drawing, drawingSettled, movePlayhead } from "./drawing";
import { pool } from "./engines";
import { dismiss, notify } from "./notices";
import { planPrograms } from "./plan";
import type { ProgramRun } from "./program_run";
import { text } from "./scenario";
import { ScenarioRun } from "./scenario_run";
import { answeringBase, noticeNoServiceWorker } from "./service_worker_link";
import { type Clock, clock, cpu, type Network, network, seed } from "./settings";

export interface RunWish {
  clock?: Clock;
  network?: Network;
  mode?: Mode;
  seed?: number;
}

export interface Results {
  version: 1;
  programs: ProgramResult[];
}

export const programs = signal<readonly ProgramRun[]>([]);
/** What is shown was recorded when the page was built, not run here. */
export const recorded = signal(false);
/** The text that `programs` are of. */
export const ranText = signal("");
/** From the press of Run to the last program's end. */
export const isRunning = signal(false);

// From the press of Run on: stopped before it began, it never begins.
interface UnderWay {
  stopped: boolean;
  run: ScenarioRun | null;
  over: Promise<Results>;
}

let current: UnderWay | null = null;

export function results(): Results {
  return {
    version: 1,
    programs: programs.value.flatMap(({ result, mode }) =>
      result.value === null ? [] : [{ ...result.value, mode }],
    ),
  };
}

/** Starts a run; one that is under way is stopped first. Rejects with words when the engine cannot start. */
export function startRun(wish: RunWish = {}): Promise<Results> {
  const before = stopRun();
  const mine: UnderWay = { stopped: false, run: null, over: before.then(() => runNow(mine, wish)) };
  current = mine;
  isRunning.value = true;
  const end = (): void => {
    if (current !== mine) return;
    current = null;
    isRunning.value = false;
    pool.keepWarm(Math.max(2, programs.value.length));
  };
  mine.over.then(end, end);
  return mine.over;
}

/** Resolves when nothing runs any more. What was drawn stays. */
export async function stopRun(): Promise<void> {
  const running = current;
  if (running === null) return;
  running.stopped = true;
  running.run?.stop();
  await running.over.catch(() => undefined);
}

/** Resolves when no run is under way. */
export async function runOver(): Promise<void> {
  for (let running = current; running !== null; running = current) {
    await running.over.catch(() => undefined);
    // The run's own end comes first, so that it is not found under way again.
    await Promise.resolve();
  }
}

/** Another text is shown: what the last one did goes away, with a run that is under way. */
export async function clearRun(): Promise<void> {
  if (current !== null) await stopRun();
  if (current !== null) return;
  programs.value = [];
  ranText.value = "";
  recorded.value = false;
  drawing.value?.clear();
  movePlayhead("live");
}

async function runNow(mine: UnderWay, wish: RunWish): Promise<Results> {
  const source = text.value;
  const onNetwork = wish.network ?? network.value;
  const onClock = onNetwork === "internet" ? "real" : (wish.clock ?? clock.value);
  try {
    const { programs: found, diagnostics } = await checkedOnce(source);
    const planned = planPrograms(found, wish.mode, onNetwork, diagnostics.length > 0);
    const asksServiceWorker = onClock === "real" && onNetwork === "simulated";
    const fetchBase = asksServiceWorker ? await answeringBase(source) : null;
    const common = {
      source,
      network: onNetwork,
      clock: onClock,
      seed: wish.seed ?? seed.value,
      cpu: cpu.value,
    };
    const run = new ScenarioRun(planned, { ...common, fetchBase });
    await run.prepare();
    await drawingSettled();
    mine.run = run;
    if (mine.stopped) run.stop();
    show(run, source);
    await run.finish();
    const asked = run.programs.some((program) => (program.result.value?.requests ?? 0) > 0);
    if (asked && asksServiceWorker && fetchBase === null) noticeNoServiceWorker();
  } catch (reason) {
    const why = reason instanceof Error ? reason.message : String(reason);
    notify({ kind: "engine", tone: "problem", text: (words) => words.noticeEngineFailed(why) });
    throw reason;
  }
  return results();
}

function show(run: ScenarioRun, source: string): void {
  dismiss("engine");
  dismiss("trace");
  programs.value = run.programs;
  ranText.value = source;
  recorded.value = false;
  drawing.value?.clear();
  drawing.value?.setPrograms(run.programs.map(({ label, mode }) => ({ label, mode })));
  movePlayhead("live");
}
