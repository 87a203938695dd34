// Which of a learner's errors CPython's words speak of.
// Not for: the explanations' words, beyond that both languages have them.
import { describe, expect, it } from "vitest";
import type { ProgramResult } from "../../../web/src/engine/messages";
import { explainResult, explainText, type Finding } from "../../../web/src/explain/explain";
import { explanationsInEnglish } from "../../../web/src/explain/explanations_english";
import { explanationsInKorean } from "../../../web/src/explain/explanations_korean";

const fine: ProgramResult = {
  label: "main",
  mode: "as-written",
  elapsed_s: 3,
  tasks: 2,
  peak_waiting: 1,
  blocked_s: 0,
  loop_busy_s: 0,
  requests: 0,
  stdout: "",
  stderr: "",
  exit_status: 0,
};

describe("CPython's words", () => {
  it.each<[string, Finding]>([
    ["RuntimeWarning: coroutine 'brew' was never awaited", { key: "neverAwaited", name: "brew" }],
    ["SyntaxError: 'await' outside function", { key: "awaitOutside" }],
    ["SyntaxError: 'await' outside async function", { key: "awaitOutside" }],
    [
      "TypeError: object NoneType can't be used in 'await' expression",
      { key: "notAwaitable", type: "NoneType" },
    ],
    ["RuntimeError: asyncio.run() cannot be called from a running event loop", { key: "runInsideLoop" }],
    [
      "NameError: name 'asyncio' is not defined. Did you forget to import 'asyncio'?",
      { key: "missingImport", module: "asyncio" },
    ],
    ["Task exception was never retrieved", { key: "lostException" }],
    ["Task was destroyed but it is pending!", { key: "lostTask" }],
  ])("%s", (text, finding) => {
    expect(explainText(text)).toEqual([finding]);
  });

  it("need no explanation when they are of another error", () => {
    expect(explainText("ZeroDivisionError: division by zero")).toEqual([]);
    expect(explainText("NameError: name 'meals' is not defined")).toEqual([]);
  });
});

describe("a result", () => {
  it("names the line that its error names", () => {
    const stderr =
      'Traceback (most recent call last):\n  File "<scenario>", line 3, in <module>\n  File "<scenario>", line 9, in main\n    await None\nTypeError: object NoneType can\'t be used in \'await\' expression\n';
    expect(explainResult({ ...fine, stderr, exit_status: 1 }, null)).toEqual([
      { finding: { key: "notAwaitable", type: "NoneType" }, line: 9 },
    ]);
  });

  it("says when the loop was blocked, and where", () => {
    expect(explainResult({ ...fine, blocked_s: 2.02 }, { line: 13, by: "sleep" })).toEqual([
      { finding: { key: "blockedLoop", seconds: "2.0", line: 13, by: "sleep" }, line: 13 },
    ]);
  });

  it("takes blocking for granted in the twin and in a program without tasks", () => {
    expect(explainResult({ ...fine, mode: "blocking", blocked_s: 9 }, null)).toEqual([]);
    expect(explainResult({ ...fine, tasks: 0, blocked_s: 9 }, null)).toEqual([]);
  });

  it("says who waits for whom when nothing can go on", () => {
    const result = { ...fine, exit_status: 97, waiting_forever: ["Task-1 waits for Task-2"] };
    expect(explainResult(result, null)[0]?.finding).toEqual({
      key: "waitingForEver",
      who: ["Task-1 waits for Task-2"],
    });
  });
});

describe("the explanations", () => {
  it("speak both languages", () => {
    const english = explanationsInEnglish.neverAwaited({ key: "neverAwaited", name: "brew" });
    const korean = explanationsInKorean.neverAwaited({ key: "neverAwaited", name: "brew" });
    expect(english.body).toContain("await brew()");
    expect(korean.body).toContain("await brew()");
    expect(korean.title).toMatch(/[가-힣]/);
  });
});
