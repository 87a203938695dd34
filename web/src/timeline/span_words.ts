// What a span is in words: for the tooltip, the table and the playhead's slider. Not for the short texts inside bars.

import type { Microseconds } from "../trace/microseconds";
import type { Span, TraceStore } from "../trace/trace_store";
import { laneName } from "./bar_label";
import type { Words } from "./words";

const NAMED_TARGETS = 5;

export function seconds(time: Microseconds, digits = 3): string {
  return `${(time / 1e6).toFixed(digits)} s`;
}

/** "0.000 – 5.001 s"; where both ends would read the same, the begin alone. */
export function fromTo(span: Span, end: Microseconds): string {
  if ((span.end ?? end) - span.begin < 1_000) return seconds(span.begin);
  return `${(span.begin / 1e6).toFixed(3)} – ${seconds(span.end ?? end)}`;
}

/** "2 delivery, 3 delivery, +38". */
export function taskNames(store: TraceStore, tasks: readonly number[], words: Words): string {
  const named = tasks
    .slice(0, NAMED_TARGETS)
    .map((task) => `${task} ${laneName(store.lane(task), words)}`.trim());
  if (tasks.length > NAMED_TARGETS) named.push(`+${tasks.length - NAMED_TARGETS}`);
  return named.join(", ");
}

/** What the span is: its state, or what it waits for. */
export function stateWords(span: Span, words: Words): string {
  return span.reason === undefined ? words.states[span.state] : words.reasons[span.reason];
}

/** The details of a span, one sentence each; none where there is nothing to add. */
export function detailWords(store: TraceStore, span: Span, words: Words): string[] {
  const details: string[] = [];
  if (span.request !== undefined) {
    details.push(span.request.what);
    if (span.request.end !== undefined) {
      const { status, bytes } = span.request;
      details.push(status === 0 ? words.noAnswer : words.answer(status, bytes));
    }
  }
  if (span.targets.length > 0) {
    const names = taskNames(store, span.targets, words);
    details.push(span.state === "ready" ? words.wokenBy(names) : words.waitsFor(names));
  }
  if (span.end === undefined && span.deadline !== undefined)
    details.push(words.dueAt(seconds(span.deadline)));
  return details;
}
