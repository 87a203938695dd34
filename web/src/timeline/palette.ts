// The colours and fonts of the page's tokens as the canvas needs them: resolved for the theme that is on now.
// Not for choosing colours: styles/tokens.css does.

import type { Ink } from "./appearance";

const INKS: readonly Ink[] = [
  "run",
  "net",
  "sleep",
  "block",
  "wait",
  "done",
  "fail",
  "ink",
  "dim",
  "line",
  "bg",
  "panel",
  "accent",
];

export interface Palette {
  readonly colors: Readonly<Record<Ink, string>>;
  readonly font: string;
}

/**
 * Reads the tokens as the element sees them. A custom property's own value may be `light-dark(...)`, which a canvas does
 * not know; so the browser resolves it as the colour of a probe inside the element.
 */
export function readPalette(element: HTMLElement): Palette {
  const probe = document.createElement("span");
  probe.style.display = "none";
  element.append(probe);
  const resolve = (ink: Ink): string => {
    probe.style.color = `var(--${ink})`;
    return getComputedStyle(probe).color;
  };
  const colors = Object.fromEntries(INKS.map((ink) => [ink, resolve(ink)])) as Record<Ink, string>;
  probe.remove();
  return { colors, font: getComputedStyle(element).fontFamily };
}

/** Calls back whenever the theme may have changed; returns what stops it. */
export function watchTheme(changed: () => void): () => void {
  const system = matchMedia("(prefers-color-scheme: dark)");
  system.addEventListener("change", changed);
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, {
    attributes: true,
    attributeFilter: ["class", "style", "data-theme"],
  });
  return () => {
    system.removeEventListener("change", changed);
    observer.disconnect();
  };
}
