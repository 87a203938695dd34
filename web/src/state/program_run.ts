// One program of a run as the page shows it: its state, its time so far, what it printed, its result.
// Not for: starting and stopping, see run.ts.
import { signal } from "@preact/signals";
import type { Mode, OutputPiece, ProgramOrder, ProgramResult } from "../engine/messages";
import { ConsoleLog } from "./console_log";
import { inNextFrame } from "./frame";
import type { PlannedProgram } from "./plan";

/** "waiting": for its turn, with the internet on; "stuck": nothing could go on. */
export type RunState = "waiting" | "running" | "finished" | "failed" | "stopped" | "stuck";

export class ProgramRun {
  readonly label: string;
  readonly mode: Mode;
  readonly clock: ProgramOrder["clock"];
  readonly state = signal<RunState>("waiting");
  /** Microseconds: measured so far while it runs, then the result's. */
  readonly elapsedUs = signal(0);
  readonly result = signal<ProgramResult | null>(null);
  readonly console = new ConsoleLog();
  /** Characters of stderr that were printed so far. */
  private complained = 0;
  /** performance.now() of its start. */
  startedAt = 0;
  /** Time of the last record that came, microseconds. */
  lastRecordUs = 0;
  records = 0;
  /** A twin that was ended at ten times the time of the program as written. */
  capped = false;
  capTimer: ReturnType<typeof setTimeout> | null = null;

  constructor(planned: PlannedProgram, clock: ProgramOrder["clock"]) {
    this.label = planned.label;
    this.mode = planned.mode;
    this.clock = clock;
  }

  get over(): boolean {
    return this.state.value !== "waiting" && this.state.value !== "running";
  }

  begin(): void {
    this.startedAt = performance.now();
    this.state.value = "running";
  }

  /** Microseconds since its start, by the clock that it runs with. */
  now(): number {
    return this.clock === "real"
      ? Math.round((performance.now() - this.startedAt) * 1000)
      : this.lastRecordUs;
  }

  print(pieces: readonly OutputPiece[]): void {
    for (const { stream, text } of pieces) if (stream === "stderr") this.complained += text.length;
    this.console.append(pieces);
    inNextFrame(this.console.announce);
  }

  finish(result: ProgramResult): void {
    if (this.capTimer !== null) clearTimeout(this.capTimer);
    this.capTimer = null;
    this.capped ||= result.time_limit_reached === true;
    this.printRest(result);
    this.result.value = result;
    this.elapsedUs.value = Math.round(result.elapsed_s * 1e6);
    this.state.value = stateOf(result);
  }

  // What is said of a program as a whole (it cannot be compiled, it waits for ever) is in no record of the trace.
  private printRest({ stderr, elapsed_s }: ProgramResult): void {
    const text = stderr.slice(this.complained);
    if (text !== "") this.print([{ stream: "stderr", text, timeUs: Math.round(elapsed_s * 1e6), task: 0 }]);
  }

  /** The engine was ended without an answer: what is known stays, and the exit status is not. */
  finishUnanswered(reason: string | null): void {
    const printed = (stream: "stdout" | "stderr"): string =>
      this.console.lines
        .filter((line) => line.stream === stream)
        .map((line) => `${line.text}\n`)
        .join("");
    this.finish({
      label: this.label,
      mode: this.mode,
      elapsed_s: this.now() / 1e6,
      tasks: 0,
      peak_waiting: 0,
      blocked_s: 0,
      loop_busy_s: 0,
      requests: 0,
      stdout: printed("stdout"),
      stderr: `${printed("stderr")}${reason === null ? "" : `${reason}\n`}`,
      exit_status: null,
    });
  }
}

function stateOf(result: ProgramResult): RunState {
  if (result.waiting_forever !== undefined) return "stuck";
  if (result.exit_status === null) return "stopped";
  return result.exit_status === 0 ? "finished" : "failed";
}
