// The examples that the page offers: their names, words and settings, and where their texts are loaded from.
// Not for: recorded runs, see src/state/recording.ts; the texts themselves, which are the .py files beside this one.
import type { Locale } from "../src/i18n/locale";
import index from "./presets.json";

export interface Preset {
  name: string;
  icon: string;
  title: Record<Locale, string>;
  /** What the example shows, in half a line. */
  point: Record<Locale, string>;
  clock?: "real" | "virtual";
  /** Nanoseconds per instruction under the virtual clock. */
  cpu?: number;
}

// The file is ours and its shape is checked by a test; JSON only knows "string" where a preset knows its words.
export const presets = index as readonly Preset[];

export const kDefaultPreset = "noodles";

const texts = import.meta.glob<string>(["./*.py", "!./noodles.*"], { query: "?raw", import: "default" });
// The first screen's text comes with the page, so that its first paint shows code.
const firstTexts = import.meta.glob<string>("./noodles.*.py", {
  query: "?raw",
  import: "default",
  eager: true,
});

export function presetNamed(name: string): Preset | undefined {
  return presets.find((preset) => preset.name === name);
}

/** The text of the first screen, at once. */
export function firstText(locale: Locale): string {
  return firstTexts[`./${kDefaultPreset}.${locale}.py`] ?? "";
}

/** Rejects where the text cannot be loaded (offline before the first visit was over). */
export async function presetText(name: string, locale: Locale): Promise<string> {
  if (name === kDefaultPreset) return firstText(locale);
  const load = texts[`./${name}.${locale}.py`];
  if (load === undefined) throw new Error(`there is no example named “${name}”`);
  return load();
}
