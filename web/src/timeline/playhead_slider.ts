// The playhead as a slider for keyboard and screen reader: an element over the drawn pill. Not for drawing the playhead.

import type { Microseconds } from "../trace/microseconds";
import type { ProgramView } from "./program_view";
import type { Words } from "./words";

const SAID_LANES = 4;

function valueText(programs: readonly ProgramView[], time: Microseconds, words: Words): string {
  const said = programs.map(({ label, store }) => {
    const parked = store.parkedAt(time, SAID_LANES);
    const lanes = parked.map(
      ({ lane, state }) => `${lane === 0 ? words.program : words.task(lane)} ${words.states[state]}`,
    );
    return lanes.length === 0 ? "" : `${words.programLabel(label)}: ${lanes.join(", ")}`;
  });
  return [`${(time / 1e6).toFixed(3)} s`, ...said.filter((text) => text !== "")].join("; ");
}

export class PlayheadSlider {
  readonly element: HTMLElement;

  constructor() {
    this.element = document.createElement("div");
    this.element.className = "ls-slider";
    this.element.tabIndex = 0;
    this.element.dataset.testid = "playhead";
    this.element.setAttribute("role", "slider");
    this.element.setAttribute("aria-orientation", "horizontal");
    this.element.setAttribute("aria-valuemin", "0");
  }

  /** Moves the element over the pill; cheap, once per frame. */
  place(x: number, visible: boolean): void {
    this.element.style.transform = `translateX(${Math.round(x)}px)`;
    this.element.classList.toggle("ls-outside", !visible);
  }

  /** Says where it stands and what the tasks do there; not per frame. */
  tell(programs: readonly ProgramView[], time: Microseconds, end: Microseconds, words: Words): void {
    this.element.setAttribute("aria-label", words.playhead);
    this.element.setAttribute("aria-valuemax", String(Math.round(end)));
    this.element.setAttribute("aria-valuenow", String(Math.round(time)));
    this.element.setAttribute("aria-valuetext", valueText(programs, time, words));
  }
}
