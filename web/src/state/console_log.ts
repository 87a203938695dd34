// What one program printed, as lines with the time and the task of their first character.
// Not for: drawing them, see components/console_view.tsx; the exact stdout and stderr, which the engine's result holds.
import { signal } from "@preact/signals";
import type { OutputPiece } from "../engine/messages";

export interface ConsoleLine {
  stream: "stdout" | "stderr";
  text: string;
  timeUs: number;
  task: number;
}

/** Characters shown; the rest is counted, and the run goes on. */
export const kMaxShown = 1024 * 1024;

export class ConsoleLog {
  readonly lines: ConsoleLine[] = [];
  /** Characters that came after the limit. */
  hidden = 0;
  /** Counts up when lines were added, by `announce`: read it to be drawn again. */
  readonly version = signal(0);

  private shown = 0;
  // The last line of a stream goes on until its newline.
  private readonly open: { stdout: ConsoleLine | null; stderr: ConsoleLine | null } = {
    stdout: null,
    stderr: null,
  };

  append(pieces: readonly OutputPiece[]): void {
    for (const piece of pieces) this.add(piece);
  }

  /** One property for the whole life of the log, so that it can be asked for once a frame. */
  readonly announce = (): void => {
    this.version.value += 1;
  };

  private add(piece: OutputPiece): void {
    const room = kMaxShown - this.shown;
    const text = piece.text.length <= room ? piece.text : piece.text.slice(0, Math.max(0, room));
    this.hidden += piece.text.length - text.length;
    this.shown += text.length;
    let from = 0;
    while (from < text.length) {
      const newline = text.indexOf("\n", from);
      const to = newline === -1 ? text.length : newline;
      let line = this.open[piece.stream];
      if (line === null) {
        line = { stream: piece.stream, text: "", timeUs: piece.timeUs, task: piece.task };
        this.lines.push(line);
      }
      line.text += text.slice(from, to);
      this.open[piece.stream] = newline === -1 ? line : null;
      from = to + 1;
    }
  }
}
