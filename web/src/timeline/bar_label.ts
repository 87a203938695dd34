// The text inside a bar: what is waited for, short enough to fit. Not for tooltips, which say everything.

import { hostOf } from "../trace/request_table";
import type { Span } from "../trace/trace_store";
import { secondsInCode } from "./time_text";
import type { Words } from "./words";

/** What to write into the bar of a span; empty where its look says it all. Tasks waited for are drawn as badges. */
export function barLabel(span: Span, words: Words): string {
  switch (span.state) {
    case "sleep":
      return span.deadline === undefined ? "sleep" : `sleep(${secondsInCode(span.deadline - span.begin)})`;
    case "network":
      return span.request === undefined ? words.states.network : hostOf(span.request.what);
    case "blocked":
      if (span.request !== undefined) return hostOf(span.request.what);
      if (span.reason !== undefined) return words.reasons[span.reason];
      return span.deadline === undefined ? "sleep" : `sleep(${secondsInCode(span.deadline - span.begin)})`;
    case "waiting":
      return span.reason === undefined || span.reason === "task" ? "" : words.reasons[span.reason];
    case "running":
      return words.states.running;
    case "ready":
      return "";
  }
}

/** What is left of it where room is short: how long a sleep is. Empty where nothing shorter says enough. */
export function shortBarLabel(span: Span, words: Words): string {
  const sleeps = span.state === "sleep" || (span.state === "blocked" && span.request === undefined);
  return sleeps && span.deadline !== undefined ? words.length(span.deadline - span.begin) : "";
}

/** The name of a lane: what the script called it, else its coroutine. */
export function laneName(
  lane: { name: string; coroutine: string; task: number } | undefined,
  words: Words,
): string {
  if (lane === undefined) return "";
  if (lane.task === 0) return words.program;
  const named = lane.name !== "" && !/^Task-\d+$/.test(lane.name);
  return named || lane.coroutine === "" ? lane.name : lane.coroutine;
}
