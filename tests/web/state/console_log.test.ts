// Lines of a console from pieces of any size: where lines break, which time and task they have, where the limit is.
// Not for: how lines look.
import { describe, expect, it } from "vitest";
import type { OutputPiece } from "../../../web/src/engine/messages";
import { ConsoleLog, kMaxShown } from "../../../web/src/state/console_log";

function piece(text: string, more: Partial<OutputPiece> = {}): OutputPiece {
  return { stream: "stdout", text, timeUs: 0, task: 1, ...more };
}

function logOf(...pieces: OutputPiece[]): ConsoleLog {
  const log = new ConsoleLog();
  log.append(pieces);
  return log;
}

describe("a console", () => {
  it("joins pieces up to the newline, with the time and task of the first", () => {
    const log = logOf(piece("a", { timeUs: 5, task: 2 }), piece("b", { timeUs: 9, task: 3 }), piece("\n"));
    expect(log.lines).toEqual([{ stream: "stdout", text: "ab", timeUs: 5, task: 2 }]);
  });

  it("breaks a piece of several lines, empty ones included", () => {
    expect(logOf(piece("a\n\nb\n")).lines.map((line) => line.text)).toEqual(["a", "", "b"]);
  });

  it("keeps the streams' open lines apart", () => {
    const log = logOf(piece("out"), piece("err\n", { stream: "stderr" }), piece("put\n"));
    expect(log.lines.map((line) => [line.stream, line.text])).toEqual([
      ["stdout", "output"],
      ["stderr", "err"],
    ]);
  });

  it("shows a megabyte and counts the rest", () => {
    const log = logOf(piece("x".repeat(kMaxShown - 1)), piece("yz\n"), piece("more\n"));
    expect(log.lines.map((line) => line.text.length)).toEqual([kMaxShown]);
    expect(log.hidden).toBe("z\n".length + "more\n".length);
  });

  it("tells those who watch, when it is announced", () => {
    const log = new ConsoleLog();
    const before = log.version.value;
    log.append([piece("a\n")]);
    log.announce();
    expect(log.version.value).toBe(before + 1);
  });
});
