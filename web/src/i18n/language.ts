// The language in use: taken from the address, what was chosen before, or the browser; kept, and set on the document.
// Not for: the words themselves, see english.ts and korean.ts.
import { computed, effect, signal } from "@preact/signals";
import { readStored, writeStored } from "../state/storage";
import { english, type Messages } from "./english";
import { korean } from "./korean";
import { isLocale, type Locale, localeOfBrowser } from "./locale";

const kStorageKey = "loopscope.language";

function firstLocale(): Locale {
  const stored = readStored(kStorageKey);
  return isLocale(stored) ? stored : localeOfBrowser(navigator.languages);
}

export const locale = signal<Locale>(firstLocale());

/** The words of the language in use; a component that reads it is drawn again when the language changes. */
export const words = computed<Messages>(() => (locale.value === "ko" ? korean : english));

export function chooseLocale(next: Locale): void {
  locale.value = next;
  writeStored(kStorageKey, next);
}

effect(() => {
  document.documentElement.lang = locale.value;
  document.title = words.value.title;
});
