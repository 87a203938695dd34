// What a run printed, as lines with the time and the task of their first character. Not for drawing the console.

import { type Microseconds, microseconds } from "./microseconds";

export type OutputStream = "stdout" | "stderr";

export interface ConsoleLine {
  readonly time: Microseconds;
  readonly task: number;
  readonly stream: OutputStream;
  /** Without its line end. */
  readonly text: string;
  /** False while the line has no end yet (`print(..., end="")`). */
  readonly complete: boolean;
}

/** Output comes in pieces of any length; a line is the pieces of one stream up to the line end. */
export class ConsoleLog {
  private readonly lines_: ConsoleLine[] = [];
  private readonly open_: Record<OutputStream, number> = { stdout: -1, stderr: -1 };

  get lines(): readonly ConsoleLine[] {
    return this.lines_;
  }

  add(time: number, task: number, stream: OutputStream, piece: string): void {
    let begin = 0;
    while (begin < piece.length) {
      const newline = piece.indexOf("\n", begin);
      const complete = newline >= 0;
      const text = piece.slice(begin, complete ? newline : piece.length);
      const at = this.open_[stream];
      if (at >= 0) {
        const line = this.lines_[at];
        this.lines_[at] = { ...line, text: line.text + text, complete };
      } else {
        this.lines_.push({ time: microseconds(time), task, stream, text, complete });
      }
      this.open_[stream] = complete ? -1 : at >= 0 ? at : this.lines_.length - 1;
      begin = complete ? newline + 1 : piece.length;
    }
  }

  /** How many lines had begun at or before `time`. */
  countAt(time: Microseconds): number {
    let low = 0;
    let high = this.lines_.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.lines_[middle].time <= time) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
