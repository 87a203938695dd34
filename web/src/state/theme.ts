// Light, dark, or as the system: what was chosen is kept and set on the document, where the tokens read it.
// Not for: the colours, see styles/tokens.css. The same attribute is set before the first paint by index.html.
import { effect, signal } from "@preact/signals";
import { readStored, removeStored, writeStored } from "./storage";

export type Theme = "system" | "light" | "dark";

const kStorageKey = "loopscope.theme";

function firstTheme(): Theme {
  const stored = readStored(kStorageKey);
  return stored === "light" || stored === "dark" ? stored : "system";
}

export const theme = signal<Theme>(firstTheme());

export function chooseTheme(next: Theme): void {
  theme.value = next;
  if (next === "system") removeStored(kStorageKey);
  else writeStored(kStorageKey, next);
}

effect(() => {
  if (theme.value === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme.value;
});
