// The languages that the page speaks, as a type.
// Not for: which one is in use, see language.ts.

export type Locale = "ko" | "en";

export function isLocale(value: unknown): value is Locale {
  return value === "ko" || value === "en";
}

/** The first language of the browser's list that the page speaks. */
export function localeOfBrowser(languages: readonly string[]): Locale {
  for (const language of languages) {
    const primary = language.toLowerCase().split("-")[0];
    if (isLocale(primary)) return primary;
  }
  return "en";
}
