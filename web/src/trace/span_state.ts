// What a task does at an instant, as one byte in the tables and as the words that the page uses for it.
// Not for colours and patterns: see timeline/appearance.ts.

import { WaitKind } from "./wire";

/** The states a lane passes through. `None` is a gap: not created yet, over, or the program while its loop runs. */
export const SpanState = {
  None: 0,
  Running: 1,
  Ready: 2,
  Sleep: 3,
  Network: 4,
  WaitTask: 5,
  WaitLock: 6,
  WaitQueue: 7,
  WaitThread: 8,
  WaitOther: 9,
  BlockedSleep: 10,
  BlockedNetwork: 11,
  BlockedLock: 12,
} as const;

export type SpanStateCode = (typeof SpanState)[keyof typeof SpanState];

/** The word for a state in attributes and in what the store hands out. All `blocked` hold the whole loop. */
export type StateName = "running" | "ready" | "sleep" | "network" | "waiting" | "blocked";

/** What a `waiting` task waits for; also told apart in tooltips and labels. */
export type WaitReason = "task" | "lock" | "queue" | "thread" | "future";

const NAMES: ReadonlyArray<StateName | undefined> = [
  undefined,
  "running",
  "ready",
  "sleep",
  "network",
  "waiting",
  "waiting",
  "waiting",
  "waiting",
  "waiting",
  "blocked",
  "blocked",
  "blocked",
];

const REASONS: ReadonlyArray<WaitReason | undefined> = [
  undefined,
  undefined,
  undefined,
  undefined,
  undefined,
  "task",
  "lock",
  "queue",
  "thread",
  "future",
  undefined,
  undefined,
  "lock",
];

/** The word for a code; undefined for a gap. */
export function stateName(code: number): StateName | undefined {
  return NAMES[code];
}

export function waitReason(code: number): WaitReason | undefined {
  return REASONS[code];
}

/** True for what keeps a timer or a request going and leaves the loop free: what `peak_waiting` counts. */
export function isOpenWait(code: number): boolean {
  return code === SpanState.Sleep || code === SpanState.Network;
}

export function isBlocked(code: number): boolean {
  return code >= SpanState.BlockedSleep;
}

export function stateOfBlock(kind: number): number {
  if (kind === WaitKind.Network) return SpanState.BlockedNetwork;
  return kind === WaitKind.Lock ? SpanState.BlockedLock : SpanState.BlockedSleep;
}

export function stateOfWait(kind: number): number {
  switch (kind) {
    case WaitKind.Sleep:
      return SpanState.Sleep;
    case WaitKind.Network:
      return SpanState.Network;
    case WaitKind.Task:
      return SpanState.WaitTask;
    case WaitKind.Lock:
      return SpanState.WaitLock;
    case WaitKind.Queue:
      return SpanState.WaitQueue;
    case WaitKind.Thread:
      return SpanState.WaitThread;
    default:
      return SpanState.WaitOther;
  }
}
