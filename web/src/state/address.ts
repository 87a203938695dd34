// The address bar: what it asks for when the page opens, and the link that it becomes when the text changes.
// Not for: the link's format, see links/share_link.ts.
import { effect } from "@preact/signals";
import { kDefaultPreset, presetNamed, presets } from "../../presets/presets";
import { chooseLocale } from "../i18n/language";
import { parseQuery, type Query } from "../links/query";
import { decodeLink, encodeLink, type LinkFault, looksLikeLink } from "../links/share_link";
import { previousDraft } from "./draft";
import { dismiss, notify } from "./notices";
import {
  choosePreset,
  loadFromLink,
  loadScenario,
  offerDraftAside,
  origin,
  sharedScenario,
  text,
} from "./scenario";
import { clock, cpu, network, seed } from "./settings";

/** Milliseconds after the last change until the address follows. */
const kQuiet = 300;

/** Takes the address at its word, as far as it makes sense; resolves when the first text is there. */
export async function openAddress(): Promise<void> {
  const { query, faults } = parseQuery(
    location.search,
    presets.map((preset) => preset.name),
  );
  for (const fault of faults) {
    notify({
      kind: `query-${fault.name}`,
      tone: "problem",
      text: (words) => words.noticeBadQuery(fault.name, fault.allowed(words)),
    });
  }
  if (query.lang !== undefined) chooseLocale(query.lang);
  if (!(await openFragment())) await openDraftOrPreset(query);
  if (query.clock !== undefined) clock.value = query.clock;
  if (query.seed !== undefined) seed.value = query.seed;
  if (query.cpu !== undefined) cpu.value = query.cpu;
}

async function openDraftOrPreset(query: Query): Promise<void> {
  const draft = query.preset === undefined ? previousDraft() : null;
  if (draft !== null) {
    loadScenario(draft, { kind: "own" });
    offerDraftAside();
  } else await choosePreset(query.preset ?? kDefaultPreset);
}

/** True when the fragment was a link and its code is shown now. A link that cannot be read changes nothing. */
async function openFragment(): Promise<boolean> {
  if (!looksLikeLink(location.hash)) return false;
  const link = await decodeLink(location.hash);
  if (!link.ok) {
    notifyFault(link.fault);
    return false;
  }
  dismiss("link-fault");
  loadFromLink(link.scenario);
  return true;
}

function notifyFault(fault: LinkFault): void {
  notify({
    kind: "link-fault",
    tone: "problem",
    text: (words) => {
      if (fault.kind === "newer") return words.noticeLinkNewer(fault.version);
      return fault.kind === "too-large" ? words.noticeLinkTooLarge : words.noticeLinkDamaged;
    },
  });
}

/** The whole address of the present state; null where the code is too long for a link. */
export async function presentLink(): Promise<string | null> {
  const fragment = await encodeLink(sharedScenario());
  if (fragment === null) return null;
  return new URL(fragment, pageAddress()).href;
}

function pageAddress(): string {
  return `${location.origin}${location.pathname}`;
}

let written = 0;

async function writeAddress(): Promise<void> {
  written += 1;
  const mine = written;
  const from = origin.value;
  const next = from.kind === "preset" ? presetAddress(from.name) : await presentLink();
  if (mine !== written || next === null || next === location.href) return;
  history.replaceState(null, "", next);
}

// An example as it is needs no long address: its name, and the settings that are not its own.
function presetAddress(name: string): string {
  const address = new URL(location.href);
  const own = presetNamed(name);
  const settings: [name: string, value: string | number, usual: string | number][] = [
    ["preset", name, kDefaultPreset],
    ["clock", clock.value, own?.clock ?? "real"],
    ["seed", seed.value, 1],
    ["cpu", cpu.value, own?.cpu ?? 0],
  ];
  address.hash = "";
  for (const [key, value, usual] of settings) {
    if (value === usual) address.searchParams.delete(key);
    else address.searchParams.set(key, String(value));
  }
  return address.href;
}

/** From now on the address follows the text, and a link pasted into it is opened. Returns what ends that. */
export function followAddress(): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let first = true;
  const stop = effect(() => {
    // Read here, so that each of them starts the effect again.
    const watched = [text.value, origin.value, clock.value, network.value, seed.value, cpu.value];
    if (first) {
      first = watched.length === 0;
      return;
    }
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(() => void writeAddress(), kQuiet);
  });
  const onHashChange = (): void => {
    if (timer !== null) clearTimeout(timer);
    written += 1;
    void openFragment();
  };
  addEventListener("hashchange", onHashChange);
  return () => {
    stop();
    removeEventListener("hashchange", onHashChange);
    if (timer !== null) clearTimeout(timer);
  };
}
