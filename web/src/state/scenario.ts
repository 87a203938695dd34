// The text in the editor and where it came from: an example, a link, a draft, a hook. The only place that changes it.
// Not for: running it, see run.ts; reading or writing the address, see address.ts.
import { batch, computed, signal } from "@preact/signals";
import { firstText, kDefaultPreset, type Preset, presetNamed, presetText } from "../../presets/presets";
import { locale } from "../i18n/language";
import type { Locale } from "../i18n/locale";
import { kMaxCodeBytes, type SharedScenario } from "../links/share_link";
import { draftAside, forgetDraftAside, keepDraft, previousDraft, setDraftAside } from "./draft";
import { dismiss, type Notice, notify } from "./notices";
import { type Clock, clock, cpu, forgetInternet, network, seed } from "./settings";

export type Origin = { kind: "preset"; name: string } | { kind: "link" } | { kind: "own" };

export const text = signal(firstText(locale.value));
export const origin = signal<Origin>({ kind: "preset", name: kDefaultPreset });

/** Counts up when the text was replaced as a whole, so that the editor takes it over. */
export const replacements = signal(0);

export const preset = computed<Preset | undefined>(() =>
  origin.value.kind === "preset" ? presetNamed(origin.value.name) : undefined,
);

/** What a link to the present state holds. */
export function sharedScenario(): SharedScenario {
  return { code: text.value, clock: clock.value, network: network.value, seed: seed.value, cpu: cpu.value };
}

function replaceText(next: string, from: Origin): void {
  batch(() => {
    text.value = next;
    origin.value = from;
    replacements.value += 1;
    forgetInternet();
  });
  noticeLength(next);
}

/** The person typed. From now on the text is theirs. */
export function editText(next: string): void {
  if (next === text.value) return;
  text.value = next;
  if (origin.value.kind === "link") setDraftAside();
  if (origin.value.kind !== "own") origin.value = { kind: "own" };
  keepDraft(sharedScenario());
  noticeLength(next);
}

let choice = 0;

// An example may need a clock of its own; the person's choice comes back after it.
let clockBefore: Clock | null = null;

function followClockOf(chosen: Preset): void {
  if (chosen.clock !== undefined) {
    clockBefore ??= clock.value;
    clock.value = chosen.clock;
  } else if (clockBefore !== null) {
    clock.value = clockBefore;
    clockBefore = null;
  }
}

/** Shows an example in a language; the last choice wins, whichever text arrives last. */
export async function choosePreset(name: string, language: Locale = locale.value): Promise<void> {
  const chosen = presetNamed(name);
  if (chosen === undefined) return;
  choice += 1;
  const mine = choice;
  const next = await presetText(name, language);
  if (mine !== choice) return;
  dismiss("link");
  followClockOf(chosen);
  cpu.value = chosen.cpu ?? 0;
  replaceText(next, { kind: "preset", name });
}

/** A text by a hook or a draft: the person's own, shown as it is. */
export function loadText(next: string): void {
  choice += 1;
  replaceText(next, { kind: "own" });
}

export function loadScenario(scenario: SharedScenario, from: Origin): void {
  choice += 1;
  clock.value = scenario.clock;
  seed.value = scenario.seed;
  cpu.value = scenario.cpu;
  replaceText(scenario.code, from);
}

/** A scenario that came by a link: shown, never run; the draft stays where it is. */
export function loadFromLink(scenario: SharedScenario): void {
  const draft = previousDraft();
  if (draft !== null && draft.code === scenario.code) {
    loadScenario(scenario, { kind: "own" });
    return;
  }
  loadScenario(scenario, { kind: "link" });
  notify({
    kind: "link",
    tone: "info",
    text: (words) =>
      [
        words.noticeLinkLoaded,
        ...(scenario.network === "internet" ? [words.noticeLinkInternet] : []),
        ...(draft === null ? [] : [words.noticeDraftKept]),
      ].join(" "),
    ...(draft === null ? {} : { action: bringBack(draft) }),
  });
}

/** A draft that had to give way to an edited link is offered again when the page opens. */
export function offerDraftAside(): void {
  const draft = draftAside();
  if (draft === null || draft.code === text.value) return;
  notify({
    kind: "link",
    tone: "info",
    text: (words) => words.noticeDraftKept,
    action: bringBack(draft),
    onDismiss: forgetDraftAside,
  });
}

function bringBack(draft: SharedScenario): Notice["action"] {
  return {
    label: (words) => words.bringBackDraft,
    act: () => {
      dismiss("link");
      forgetDraftAside();
      loadScenario(draft, { kind: "own" });
      keepDraft(draft);
    },
  };
}

// A character is at most three bytes of UTF-8 per UTF-16 unit, so short texts need no counting.
function noticeLength(next: string): void {
  const long = next.length * 3 > kMaxCodeBytes && new TextEncoder().encode(next).length > kMaxCodeBytes;
  if (long) notify({ kind: "length", tone: "info", text: (words) => words.noticeCodeTooLong });
  else dismiss("length");
}
