// The row above the picture: what the bars mean, and buttons for zoom, fit and the table. Not for what they do.

import type { Words } from "./words";

export interface ToolbarActions {
  zoomBy(factor: number): void;
  fit(): void;
  toggleTable(): void;
}

type LegendState = "running" | "network" | "sleep" | "blocked" | "waiting" | "ready";
const LEGEND: readonly LegendState[] = ["running", "sleep", "network", "blocked", "waiting", "ready"];
const ZOOM = 1.8;

const ICONS = {
  in: "M8 3.5v9M3.5 8h9",
  out: "M3.5 8h9",
  fit: "M2.5 3v10M13.5 3v10M5 8h6M7 5.8 4.8 8 7 10.2M9 5.8 11.2 8 9 10.2",
  table: "M2.5 3.5h11v9h-11zM2.5 6.5h11M6.5 6.5v6",
} as const;

function icon(path: string): SVGElement {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("aria-hidden", "true");
  const shape = document.createElementNS("http://www.w3.org/2000/svg", "path");
  shape.setAttribute("d", path);
  svg.append(shape);
  return svg;
}

function button(testId: string, path: string, press: () => void): HTMLButtonElement {
  const element = document.createElement("button");
  element.type = "button";
  element.className = "ls-button";
  element.dataset.testid = testId;
  element.append(icon(path));
  element.addEventListener("click", press);
  return element;
}

export class Toolbar {
  readonly element: HTMLElement;
  private readonly legend_: HTMLElement;
  private readonly in_: HTMLButtonElement;
  private readonly out_: HTMLButtonElement;
  private readonly fit_: HTMLButtonElement;
  private readonly table_: HTMLButtonElement;

  constructor(actions: ToolbarActions) {
    this.element = document.createElement("div");
    this.element.className = "ls-toolbar";
    this.legend_ = document.createElement("ul");
    this.legend_.className = "ls-legend";
    this.out_ = button("timeline-zoom-out", ICONS.out, () => actions.zoomBy(1 / ZOOM));
    this.in_ = button("timeline-zoom-in", ICONS.in, () => actions.zoomBy(ZOOM));
    this.fit_ = button("timeline-fit", ICONS.fit, () => actions.fit());
    this.table_ = button("timeline-table-toggle", ICONS.table, () => actions.toggleTable());
    const buttons = document.createElement("div");
    buttons.className = "ls-buttons";
    buttons.append(this.out_, this.in_, this.fit_, this.table_);
    this.element.append(this.legend_, buttons);
  }

  setWords(words: Words): void {
    this.legend_.setAttribute("aria-label", words.legend);
    this.legend_.replaceChildren(
      ...LEGEND.map((state) => {
        const item = document.createElement("li");
        const swatch = document.createElement("i");
        swatch.className = "ls-swatch";
        swatch.dataset.state = state;
        item.append(swatch, words.states[state]);
        return item;
      }),
    );
    const label = (element: HTMLElement, text: string) => {
      element.setAttribute("aria-label", text);
      element.title = text;
    };
    label(this.in_, words.zoomIn);
    label(this.out_, words.zoomOut);
    label(this.fit_, words.fit);
    label(this.table_, words.asTable);
  }

  showTable(shown: boolean): void {
    this.table_.setAttribute("aria-pressed", String(shown));
  }
}
