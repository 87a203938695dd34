// What the address's query may ask for (?clock=virtual&seed=1), checked; what it asks wrongly is named, never guessed.
// Not for: the internet, which no address can switch on; share links, see share_link.ts.
import type { Messages } from "../i18n/english";
import { isLocale, type Locale } from "../i18n/locale";
import { type Clock, isCpu, isSeed } from "../state/settings";

export interface Query {
  clock?: Clock;
  seed?: number;
  cpu?: number;
  lang?: Locale;
  preset?: string;
}

export interface QueryFault {
  name: string;
  allowed: (words: Messages) => string;
}

function wholeNumber(text: string): number {
  return /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
}

export function parseQuery(
  search: string,
  presets: readonly string[],
): { query: Query; faults: QueryFault[] } {
  const query: Query = {};
  const faults: QueryFault[] = [];
  const parameters = new URLSearchParams(search);
  const read = (name: string, allowed: QueryFault["allowed"], take: (value: string) => boolean): void => {
    const value = parameters.get(name);
    if (value !== null && !take(value)) faults.push({ name, allowed });
  };
  read(
    "clock",
    (words) => words.clockWords,
    (value) => {
      if (value !== "real" && value !== "virtual") return false;
      query.clock = value;
      return true;
    },
  );
  read(
    "seed",
    (words) => words.seedRange,
    (value) => {
      if (!isSeed(wholeNumber(value))) return false;
      query.seed = wholeNumber(value);
      return true;
    },
  );
  read(
    "cpu",
    (words) => words.cpuRange,
    (value) => {
      if (!isCpu(wholeNumber(value))) return false;
      query.cpu = wholeNumber(value);
      return true;
    },
  );
  read(
    "lang",
    (words) => words.languageWords,
    (value) => {
      if (!isLocale(value)) return false;
      query.lang = value;
      return true;
    },
  );
  read(
    "preset",
    (words) => words.presetWords,
    (value) => {
      if (!presets.includes(value)) return false;
      query.preset = value;
      return true;
    },
  );
  return { query, faults };
}
