// A run: all programs of the scenario at the same instant, each in a worker of its own, until they end or are stopped.
// Not for: the text, see scenario.ts; what a press of Run starts, see plan.ts; drawing, see timeline/.
import { signal } from "@preact/signals";
import type { EngineWorker } from "../engine/engine_worker";
import type { Mode, ProgramOrder, ProgramResult } from "../engine/messages";
import { microseconds } from "../trace/microseconds";
import { programsOf } from "./analysis";
import { drawing, drawingSettled, movePlayhead } from "./drawing";
import { pool } from "./engines";
import { dismiss, notify } from "./notices";
import { planPrograms } from "./plan";
import { ProgramRun } from "./program_run";
import { text } from "./scenario";
import { answeringBase, noticeNoServiceWorker } from "./service_worker_link";
import { type Clock, clock, cpu, type Network, network, seed } from "./settings";
import { lastRecordTime, recordCount } from "./trace_batch";

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

/** An instant run that has written this many records would go on for ever. */
const kMaxInstantRecords = 1_000_000;
/** The blocking twin ends at this many times the time of the program as written, but not before `kTwinFloor`. */
const kTwinFactor = 10;
const kTwinFloor = microseconds(100_000);

export const programs = signal<readonly ProgramRun[]>([]);
/** What is shown was recorded when the page was built, not run here. */
export const recorded = signal(false);
/** The text that `programs` are of. */
export const ranText = signal("");
/** From the press of Run to the last program's end. */
export const isRunning = signal(false);
let workers: EngineWorker[] = [];
let stopAsked = false;
let current: Promise<Results> | null = null;

export function results(): Results {
  return {
    version: 1,
    programs: programs.value.flatMap((program) => {
      if (program.result.value === null) return [];
      return [{ ...program.result.value, mode: program.mode }];
    }),
  };
}

/** Starts a run; one that is under way is stopped first. Rejects with words when the engine cannot start. */
export async function startRun(wish: RunWish = {}): Promise<Results> {
  await stopRun();
  isRunning.value = true;
  stopAsked = false;
  current = runAll(wish).finally(() => {
    for (const worker of workers) worker.end();
    workers = [];
    isRunning.value = false;
    current = null;
    pool.keepWarm(Math.max(2, programs.value.length));
  });
  return current;
}

/** Resolves when nothing runs any more. What was drawn stays. */
export async function stopRun(): Promise<void> {
  const running = current;
  if (running === null) return;
  stopAsked = true;
  for (const worker of workers) worker.stop();
  await running.catch(() => undefined);
}

/** Resolves when no run is under way. */
export async function runOver(): Promise<void> {
  while (current !== null) await current.catch(() => undefined);
}

async function runAll(wish: RunWish): Promise<Results> {
  const source = text.value;
  const settings = {
    source,
    network: wish.network ?? network.value,
    clock: wish.network === "internet" || network.value === "internet" ? "real" : (wish.clock ?? clock.value),
    seed: wish.seed ?? seed.value,
    cpu: cpu.value,
  } as const;
  try {
    const planned = planPrograms(await programsOf(source), wish.mode, settings.network);
    const confinement = settings.network === "internet" ? "open" : "confined";
    const fetchBase =
      settings.clock === "real" && settings.network === "simulated" ? await answeringBase() : null;
    workers = await pool.take(planned.length, confinement);
    await drawingSettled();
    dismiss("engine");
    dismiss("trace");
    programs.value = planned.map((program) => new ProgramRun(program, settings.clock));
    ranText.value = source;
    recorded.value = false;
    const timeline = drawing.value;
    timeline?.clear();
    timeline?.setPrograms([...planned]);
    movePlayhead("live");
    const start = (index: number): Promise<void> => runOne(index, { ...settings, fetchBase });
    // With the internet on they go one by one; so does a virtual twin, whose limit is known when the other has ended.
    const inTurn = settings.network === "internet" || (settings.clock === "virtual" && hasTwin());
    const indices = planned.map((_, index) => index);
    if (inTurn) {
      for (const index of indices) await start(index);
    } else {
      await Promise.all(indices.map(start));
    }
    const asked = programs.value.some((program) => (program.result.value?.requests ?? 0) > 0);
    if (asked && fetchBase === null && settings.clock === "real" && settings.network === "simulated") {
      noticeNoServiceWorker();
    }
  } catch (reason) {
    const words = reason instanceof Error ? reason.message : String(reason);
    notify({ kind: "engine", tone: "problem", text: (messages) => messages.noticeEngineFailed(words) });
    throw reason;
  }
  return results();
}

type Order = Omit<ProgramOrder, "program" | "mode" | "timeLimitUs">;

function hasTwin(): boolean {
  const [written, twin] = programs.value;
  return programs.value.length === 2 && written?.mode === "as-written" && twin?.mode === "blocking";
}

/** Microseconds after which the twin ends; null while the program as written has not ended. */
function twinLimit(): number | null {
  const written = programs.value[0];
  if (!hasTwin() || written === undefined || !written.over) return null;
  return Math.max(kTwinFloor, kTwinFactor * written.elapsedUs.value);
}

async function runOne(index: number, order: Order): Promise<void> {
  const program = programs.value[index];
  const worker = workers[index];
  if (program === undefined || worker === undefined) return;
  const timeline = drawing.value;
  if (stopAsked) {
    program.finishUnanswered(null);
    timeline?.setState(index, "stopped", microseconds(0));
    return;
  }
  program.begin();
  timeline?.setState(index, "running");
  let result: ProgramResult | null = null;
  let reason: string | null = null;
  try {
    result = await worker.run(
      { ...order, program: program.label, mode: program.mode, timeLimitUs: index === 1 ? twinLimit() : null },
      {
        onTrace: (batch) => {
          program.lastRecordUs = Math.max(program.lastRecordUs, lastRecordTime(batch));
          program.records += recordCount(batch);
          append(index, batch);
          limitInstantRun(program, worker);
        },
        onOutput: (pieces) => program.print(pieces),
      },
    );
  } catch (failure) {
    reason = failure instanceof Error ? failure.message : String(failure);
  }
  if (result === null) program.finishUnanswered(reason);
  else program.finish(result);
  const state = program.state.value;
  timeline?.setState(
    index,
    state === "stopped" ? "stopped" : state === "finished" ? "finished" : "failed",
    microseconds(program.elapsedUs.value),
  );
  limitTwin();
}

/** A batch that cannot be read says so and spoils nothing else. */
export function append(index: number, batch: ArrayBuffer): void {
  const error = drawing.value?.append(index, batch);
  if (error === undefined) return;
  notify({ kind: "trace", tone: "problem", text: (messages) => messages.noticeTraceDamaged(error.message) });
}

function limitInstantRun(program: ProgramRun, worker: EngineWorker): void {
  if (program.clock !== "virtual" || program.records < kMaxInstantRecords) return;
  worker.stop();
  notify({ kind: "trace", tone: "info", text: (messages) => messages.noticeTraceFull });
}

// With the real clock the twin runs beside the program as written, and its limit becomes known when that one ends.
function limitTwin(): void {
  const twin = programs.value[1];
  const worker = workers[1];
  const limit = twinLimit();
  if (limit === null || twin === undefined || worker === undefined) return;
  if (twin.clock !== "real" || twin.state.value !== "running" || twin.capTimer !== null) return;
  const end = (): void => {
    twin.capTimer = null;
    if (twin.state.value !== "running") return;
    twin.capped = true;
    worker.stop();
  };
  twin.capTimer = setTimeout(end, Math.max(0, limit - twin.now()) / 1000);
}
