// The sentence beside a program's name: what its run shows, in words. Not for official results.

import type { Microseconds } from "../trace/microseconds";
import type { BlockedBy } from "../trace/run_totals";
import type { TraceStore } from "../trace/trace_store";
import type { RunState, Words } from "./words";

const THROUGHOUT = 0.95; // blocked for this part of its time: blocked throughout
const WORTH_A_WORD = 0.02; // blocked for less than this part: not what the run is about

function blockedBy(by: BlockedBy, mode: "as-written" | "blocking", words: Words): string {
  if (by === "lock") return words.lockOrThread;
  if (by === "network") return mode === "blocking" ? "request" : "requests";
  return mode === "blocking" ? "asyncio.sleep" : "time.sleep";
}

/** What a run of `end` microseconds is about: that it blocked and where, or how many waited at once. */
export function sentence(
  store: TraceStore,
  mode: "as-written" | "blocking",
  state: RunState | "idle",
  end: Microseconds,
  words: Words,
): string {
  if (store.recordCount === 0) return state === "failed" || state === "stopped" ? words.ended[state] : "";
  const { totals } = store;
  const blocked = totals.blockedBy(end);
  const place = totals.worstPlace(end);
  const parts: string[] = [];
  if (place !== undefined && blocked > end * WORTH_A_WORD) {
    const length = words.length(blocked);
    const say = blocked >= end * THROUGHOUT ? words.blockedThroughout : words.blockedFor;
    parts.push(say(length, totals.loopRan));
    if (place.line > 0) parts.push(words.blockedPlace(place.line, blockedBy(place.by, mode, words)));
  } else if (totals.peakWaiting > 1) {
    parts.push(words.waitedAtOnce(totals.peakWaiting));
  } else if (totals.peakWaiting === 1) {
    parts.push(words.waitedInTurn);
  } else if (totals.busyUs > 0) {
    parts.push(words.computed(words.length(totals.busyUs)));
  } else if (state !== "running") {
    parts.push(words.nothingYet);
  }
  if (state !== "idle" && words.ended[state] !== "") parts.push(words.ended[state]);
  if (store.lost.records > 0) parts.push(words.lostRecords(store.lost.records));
  return parts.join(" · ");
}
