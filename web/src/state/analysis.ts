// What the engine says of the text while the person types: its programs and its errors, from a worker of their own.
// Not for: errors of a run, which results hold; showing them, see editor/.
import { effect, signal } from "@preact/signals";
import type { CheckedText, EngineWorker } from "../engine/engine_worker";
import type { Diagnostic, ProgramInfo } from "../engine/messages";
import { pool } from "./engines";
import { notify } from "./notices";
import { text } from "./scenario";

/** Milliseconds after the last key. */
const kQuiet = 250;

/** Of the last text that was checked; see `checkedText`. */
export const diagnostics = signal<readonly Diagnostic[]>([]);
export const sections = signal<readonly ProgramInfo[]>([]);
/** The text that `diagnostics` and `sections` are of; null before the first. */
export const checkedText = signal<string | null>(null);

let worker: Promise<EngineWorker> | null = null;
let timer: ReturnType<typeof setTimeout> | null = null;
let underWay: Promise<void> | null = null;

async function theWorker(): Promise<EngineWorker> {
  worker ??= pool.take(1, "confined").then(([first]) => {
    if (first === undefined) throw new Error("no worker was started");
    return first;
  });
  try {
    return await worker;
  } catch (reason) {
    worker = null;
    throw reason;
  }
}

const kWarmUp = `import asyncio, time, requests, aiohttp
async def size(session):
    async with session.get("https://example.com") as response:
        return len(await response.text())
async def main():
    async with aiohttp.ClientSession() as session:
        print(*await asyncio.gather(asyncio.sleep(0.001), size(session), size(session)))
    print(f"{time.time():.1f}")
asyncio.run(main())
`;

let warmedUp: Promise<void> | null = null;

/**
 * The browser compiles the engine's code as it is first used, once for all workers. A small program before the person's
 * first keeps that out of what the first run measures. What goes wrong here goes wrong again, with words, at Run.
 */
export function warmUp(): Promise<void> {
  warmedUp ??= theWorker()
    .then((engine) =>
      engine.run(
        {
          source: kWarmUp,
          program: "program 1",
          mode: "as-written",
          clock: "real",
          network: "simulated",
          seed: 1,
          cpu: 0,
          timeLimitUs: null,
          fetchBase: null,
        },
        { onTrace: () => undefined, onOutput: () => undefined },
      ),
    )
    .then(
      () => undefined,
      () => undefined,
    );
  return warmedUp;
}

/** Programs and errors of a text. Rejects with words when the engine cannot start. */
export async function checkText(source: string): Promise<CheckedText> {
  const checked = await (await theWorker()).check(source);
  if (source === text.value) {
    diagnostics.value = checked.diagnostics;
    sections.value = checked.programs;
    checkedText.value = source;
  }
  return checked;
}

/** The same, without asking again where the answer is known. */
export async function checkedOnce(
  source: string,
): Promise<{ readonly programs: readonly ProgramInfo[]; readonly diagnostics: readonly Diagnostic[] }> {
  if (checkedText.value !== source) return checkText(source);
  return { programs: sections.value, diagnostics: diagnostics.value };
}

/** What is known of a text before the engine is there, from a recording of it. */
export function knowSections(source: string, programs: readonly ProgramInfo[]): void {
  if (source !== text.value || checkedText.value === source) return;
  diagnostics.value = [];
  sections.value = programs;
  checkedText.value = source;
}

function checkNow(): void {
  timer = null;
  const source = text.value;
  const mine = checkText(source)
    .then(() => undefined)
    .catch((reason: unknown) => {
      const words = reason instanceof Error ? reason.message : String(reason);
      notify({ kind: "engine", tone: "problem", text: (messages) => messages.noticeEngineFailed(words) });
    })
    .finally(() => {
      if (underWay === mine) underWay = null;
    });
  underWay = mine;
}

/** Checks the text from now on, shortly after each change. */
export function followText(): void {
  effect(() => {
    if (text.value === checkedText.peek()) return;
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(checkNow, kQuiet);
  });
}

/** Resolves when the last change has been checked. */
export async function analysisOver(): Promise<void> {
  while (timer !== null || underWay !== null) {
    if (timer !== null) {
      clearTimeout(timer);
      checkNow();
    }
    await underWay;
  }
}
