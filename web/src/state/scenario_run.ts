// One run of a scenario: its programs in workers of its own, at the same instant or in turn, until they end or are stopped.
// Not for: which run is the page's, see run.ts; what a press of Run starts, see plan.ts.
import type { EngineWorker } from "../engine/engine_worker";
import type { ProgramOrder, ProgramResult } from "../engine/messages";
import type { Confinement } from "../engine/worker_pool";
import { microseconds } from "../trace/microseconds";
import { drawing } from "./drawing";
import { pool } from "./engines";
import { notify } from "./notices";
import type { PlannedProgram } from "./plan";
import { ProgramRun } from "./program_run";
import { lastRecordTime, recordCount } from "./trace_batch";

/** What all programs of a run have in common. */
export type CommonOrder = Omit<ProgramOrder, "program" | "mode" | "timeLimitUs">;

/** An instant run that has written this many records would go on for ever. */
const kMaxInstantRecords = 1_000_000;
/** The blocking twin ends at this many times the time of the program as written, but not before `kTwinFloor`. */
const kTwinFactor = 10;
const kTwinFloor = microseconds(100_000);

export class ScenarioRun {
  readonly programs: readonly ProgramRun[];
  private workers: EngineWorker[] = [];
  private stopped = false;

  constructor(
    planned: readonly PlannedProgram[],
    private readonly order: CommonOrder,
  ) {
    this.programs = planned.map((program) => new ProgramRun(program, order.clock));
  }

  /** Takes workers that are ready. Rejects with words when the engine cannot start. */
  async prepare(): Promise<void> {
    this.workers = await pool.take(this.programs.length, this.confinement);
  }

  /** Resolves when every program has ended; gives the workers back. */
  async finish(): Promise<void> {
    // With the internet on they go one by one; so does a virtual twin, whose limit is known when the other has ended.
    const inTurn = this.order.network === "internet" || (this.order.clock === "virtual" && this.hasTwin);
    try {
      if (inTurn) {
        for (const index of this.programs.keys()) await this.runProgram(index);
      } else {
        await Promise.all(this.programs.map((_, index) => this.runProgram(index)));
      }
    } finally {
      pool.giveBack(this.workers, this.confinement);
    }
  }

  /** What has not begun will not; what runs ends within 200 ms. */
  stop(): void {
    this.stopped = true;
    for (const worker of this.workers) worker.stop();
  }

  private get confinement(): Confinement {
    return this.order.network === "internet" ? "open" : "confined";
  }

  private get hasTwin(): boolean {
    const [written, twin] = this.programs;
    return this.programs.length === 2 && written?.mode === "as-written" && twin?.mode === "blocking";
  }

  /** Microseconds after which the twin ends; null while the program as written has not ended. */
  private twinLimit(): number | null {
    const written = this.programs[0];
    if (!this.hasTwin || written === undefined || !written.over) return null;
    return Math.max(kTwinFloor, kTwinFactor * written.elapsedUs.value);
  }

  private async runProgram(index: number): Promise<void> {
    const program = this.programs[index];
    const worker = this.workers[index];
    if (program === undefined || worker === undefined) return;
    if (this.stopped) {
      program.finishUnanswered(null);
    } else {
      program.begin();
      drawing.value?.setState(index, "running");
      await this.listen(index, program, worker);
    }
    const state = program.state.value;
    const shown = state === "stopped" || state === "finished" ? state : "failed";
    drawing.value?.setState(index, shown, microseconds(program.elapsedUs.value));
    this.limitTwin();
  }

  private async listen(index: number, program: ProgramRun, worker: EngineWorker): Promise<void> {
    const timeLimitUs = index === 1 ? this.twinLimit() : null;
    let result: ProgramResult | null = null;
    let reason: string | null = null;
    try {
      result = await worker.run(
        { ...this.order, program: program.label, mode: program.mode, timeLimitUs },
        {
          onTrace: (batch) => {
            program.lastRecordUs = Math.max(program.lastRecordUs, lastRecordTime(batch));
            program.records += recordCount(batch);
            drawBatch(index, batch);
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
  }

  // With the real clock the twin runs beside the program as written, and its limit becomes known when that one ends.
  private limitTwin(): void {
    const twin = this.programs[1];
    const worker = this.workers[1];
    const limit = this.twinLimit();
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
}

/** A batch that cannot be read says so and spoils nothing else. */
export function drawBatch(index: number, batch: ArrayBuffer): void {
  const error = drawing.value?.append(index, batch);
  if (error === undefined) return;
  notify({ kind: "trace", tone: "problem", text: (words) => words.noticeTraceDamaged(error.message) });
}

function limitInstantRun(program: ProgramRun, worker: EngineWorker): void {
  if (program.clock !== "virtual" || program.records < kMaxInstantRecords) return;
  worker.stop();
  notify({ kind: "trace", tone: "info", text: (words) => words.noticeTraceFull });
}
