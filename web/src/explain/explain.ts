// Which of the errors that learners meet a program ran into: read from what CPython's words on stderr and the results say.
// Not for: the words beside them, see explanations_english.ts and explanations_korean.ts; CPython's text, which stays as it is.
import type { ProgramResult } from "../engine/messages";
import type { BlockedBy } from "../trace/run_totals";

export type Finding =
  | { key: "neverAwaited"; name: string }
  | { key: "awaitOutside" }
  | { key: "notAwaitable"; type: string }
  | { key: "runInsideLoop" }
  | { key: "missingImport"; module: string }
  | { key: "lostException" }
  | { key: "lostTask" }
  | { key: "waitingForEver"; who: readonly string[] }
  | { key: "blockedLoop"; seconds: string; line: number | null; by: BlockedBy };

/** A line of the text that the finding is about, and the finding. */
export interface Explained {
  finding: Finding;
  line: number | null;
}

type Reader = (match: RegExpMatchArray) => Finding;

const kModules = "asyncio|time|requests|aiohttp|random|json|math|sys";

const kPatterns: readonly (readonly [RegExp, Reader])[] = [
  [/coroutine '([^']+)' was never awaited/, (match) => ({ key: "neverAwaited", name: match[1] ?? "" })],
  [/SyntaxError: 'await' outside (?:async )?function/, () => ({ key: "awaitOutside" })],
  [
    /(?:object|') ?(\w+)'? can't be used in 'await' expression/,
    (match) => ({ key: "notAwaitable", type: match[1] ?? "" }),
  ],
  [/asyncio\.run\(\) cannot be called from a running event loop/, () => ({ key: "runInsideLoop" })],
  [
    new RegExp(`NameError: name '(${kModules})' is not defined`),
    (match) => ({ key: "missingImport", module: match[1] ?? "" }),
  ],
  [/Task exception was never retrieved/, () => ({ key: "lostException" })],
  [/Task was destroyed but it is pending/, () => ({ key: "lostTask" })],
];

/** What CPython's words mean for a learner; each finding once. */
export function explainText(text: string): Finding[] {
  const findings: Finding[] = [];
  for (const [pattern, read] of kPatterns) {
    const match = text.match(pattern);
    if (match !== null) findings.push(read(match));
  }
  return findings;
}

// The last frame that a traceback names is where it happened; a warning names its line the same way it is printed.
function lineOf(stderr: string): number | null {
  const lines = [...stderr.matchAll(/(?:File "<scenario>", line |<scenario>:)(\d+)/g)];
  const last = lines.at(-1)?.[1];
  return last === undefined ? null : Number(last);
}

/** Where a program that uses asyncio was held up, as the timeline's store knows it. */
export interface BlockedPlace {
  readonly line: number;
  readonly by: BlockedBy;
}

/** The shortest blocking, in seconds, that is worth a word. */
const kWorthAWord = 0.05;

export function explainResult(result: ProgramResult, blocked: BlockedPlace | null): Explained[] {
  const explained: Explained[] = explainText(result.stderr).map((finding) => ({
    finding,
    line: result.error?.line ?? lineOf(result.stderr),
  }));
  if (result.waiting_forever !== undefined) {
    explained.push({ finding: { key: "waitingForEver", who: result.waiting_forever }, line: null });
  }
  if (result.mode === "as-written" && result.tasks > 0 && result.blocked_s >= kWorthAWord) {
    // Line 0: the trace does not know.
    const line = blocked === null || blocked.line === 0 ? null : blocked.line;
    const seconds = result.blocked_s.toFixed(1);
    explained.push({
      finding: { key: "blockedLoop", seconds, line, by: blocked?.by ?? "sleep" },
      line,
    });
  }
  return explained;
}
