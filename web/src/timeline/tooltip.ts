// The small card beside the pointer that says everything about one span or one lane. Not for where the pointer is.

import type { Microseconds } from "../trace/microseconds";
import type { Span, TraceStore } from "../trace/trace_store";
import { laneName } from "./bar_label";
import { detailWords, fromTo, seconds, stateWords } from "./span_words";
import type { Words } from "./words";

function line(className: string, text: string): HTMLElement {
  const element = document.createElement("div");
  element.className = className;
  element.textContent = text;
  return element;
}

export class Tooltip {
  readonly element: HTMLElement;

  constructor() {
    this.element = document.createElement("div");
    this.element.className = "ls-tooltip";
    this.element.setAttribute("role", "tooltip");
    this.element.dataset.testid = "timeline-tooltip";
    this.element.hidden = true;
  }

  /** Shows the card for a lane and what it does there; `x`, `y` and the room are pixels of the stage. */
  show(
    store: TraceStore,
    lane: number,
    span: Span | undefined,
    end: Microseconds,
    words: Words,
    at: { x: number; y: number; width: number; height: number },
  ): void {
    const info = store.lane(lane);
    const title = line("ls-tip-title", laneName(info, words));
    if (lane > 0) title.prepend(line("ls-tip-badge", String(lane)));
    const parts: HTMLElement[] = [title];
    if (span !== undefined) {
      const state = line("ls-tip-state", stateWords(span, words));
      state.dataset.state = span.state;
      const length = (span.end ?? end) - span.begin;
      parts.push(state);
      const long = length === 0 ? words.notMeasurable : words.length(length);
      parts.push(
        line(
          "ls-tip-time",
          `${fromTo(span, end)} · ${span.end === undefined ? `${long}, ${words.stillGoing}` : long}`,
        ),
      );
      for (const detail of detailWords(store, span, words)) parts.push(line("ls-tip-detail", detail));
      if (span.line > 0) parts.push(line("ls-tip-detail", words.line(span.line)));
    } else if (info?.done !== undefined && info.outcome !== undefined) {
      parts.push(line("ls-tip-time", `${words.outcomes[info.outcome]} · ${seconds(info.done)}`));
    }
    if (info !== undefined && info.outcome === "failed" && info.error !== "") {
      parts.push(line("ls-tip-error", info.error));
    }
    if (info !== undefined && info.outcome === "cancelled" && info.cancelledBy > 0) {
      const by = `${info.cancelledBy} ${laneName(store.lane(info.cancelledBy), words)}`;
      parts.push(line("ls-tip-detail", words.cancelledBy(by)));
    }
    this.element.replaceChildren(...parts);
    this.element.hidden = false;
    const { offsetWidth, offsetHeight } = this.element;
    const x = at.x + 14 + offsetWidth > at.width ? Math.max(4, at.x - offsetWidth - 14) : at.x + 14;
    const below = at.y + 18 + offsetHeight <= at.height;
    const y = below ? at.y + 18 : Math.max(4, at.y - offsetHeight - 12);
    this.element.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
  }

  hide(): void {
    this.element.hidden = true;
  }
}
