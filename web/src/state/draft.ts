// The person's own text, kept in the browser between visits, and the one before it when a link was edited in between.
// Not for: the text in the editor, see scenario.ts.
import type { SharedScenario } from "../links/share_link";
import { isCpu, isSeed } from "./settings";
import { readStored, removeStored, writeStored } from "./storage";

const kStorageKey = "loopscope.draft";
const kAsideKey = "loopscope.draft.aside";
/** Milliseconds after the last key. */
const kQuiet = 300;

let waiting: SharedScenario | null = null;
let timer: ReturnType<typeof setTimeout> | null = null;

/** Kept shortly after the last change, and at once when the page is left. */
export function keepDraft(draft: SharedScenario): void {
  waiting = draft;
  if (timer !== null) clearTimeout(timer);
  timer = setTimeout(writeDraft, kQuiet);
}

export function writeDraft(): void {
  if (timer !== null) clearTimeout(timer);
  timer = null;
  if (waiting === null) return;
  writeStored(kStorageKey, JSON.stringify(waiting));
  waiting = null;
}

/** A text that came by a link is being edited and becomes the draft: the one before it is laid aside. */
export function setDraftAside(): void {
  writeDraft();
  const stored = readStored(kStorageKey);
  if (stored !== null) writeStored(kAsideKey, stored);
}

/** The draft that was laid aside; it is offered until it is taken back or refused. */
export function draftAside(): SharedScenario | null {
  return readDraft(kAsideKey);
}

export function forgetDraftAside(): void {
  removeStored(kAsideKey);
}

/** The draft as it was kept; null where there is none or it cannot be read. */
export function previousDraft(): SharedScenario | null {
  return waiting ?? readDraft(kStorageKey);
}

function readDraft(key: string): SharedScenario | null {
  const stored = readStored(key);
  if (stored === null) return null;
  try {
    return draftOf(JSON.parse(stored));
  } catch {
    return null;
  }
}

function draftOf(value: unknown): SharedScenario | null {
  if (typeof value !== "object" || value === null) return null;
  const fields = value as Record<string, unknown>;
  const code = fields.code;
  if (typeof code !== "string") return null;
  return {
    code,
    clock: fields.clock === "virtual" ? "virtual" : "real",
    network: "simulated",
    seed: isSeed(fields.seed) ? fields.seed : 1,
    cpu: isCpu(fields.cpu) ? fields.cpu : 0,
  };
}

if (typeof addEventListener === "function") addEventListener("pagehide", writeDraft);
