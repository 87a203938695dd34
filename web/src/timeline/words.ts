// Every word that the timeline says, in English, and the type that other languages fill. Not for layout or numbers.

import type { OutcomeName } from "../trace/lane_table";
import type { StateName, WaitReason } from "../trace/span_state";
import { counted, lengthText } from "./time_text";
import { korean } from "./words_korean";

export type Locale = "ko" | "en";

/** How a run ended, or that it goes on. */
export type RunState = "running" | "finished" | "stopped" | "failed";

export interface Words {
  readonly timeline: string;
  readonly timelineHelp: string;
  readonly states: Readonly<Record<StateName, string>>;
  readonly reasons: Readonly<Record<WaitReason, string>>;
  readonly outcomes: Readonly<Record<OutcomeName, string>>;
  readonly program: string;
  /** The engine's name for a program without one is “program 1”. */
  readonly programLabel: (label: string) => string;
  /** A program that runs once more with every wait holding the whole loop. */
  readonly blockingTwin: (label: string) => string;
  readonly loop: string;
  /** The strip of a program without an event loop. */
  readonly thread: string;
  readonly line: (line: number) => string;
  readonly length: (us: number) => string;
  readonly task: (task: number) => string;
  readonly waitsFor: (tasks: string) => string;
  readonly wokenBy: (task: string) => string;
  readonly dueAt: (time: string) => string;
  readonly answer: (status: number, bytes: number) => string;
  readonly noAnswer: string;
  readonly cancelledBy: (task: string) => string;
  readonly stillGoing: string;
  readonly notMeasurable: string;
  readonly blockedThroughout: (length: string, loop: boolean) => string;
  readonly blockedFor: (length: string, loop: boolean) => string;
  readonly blockedPlace: (line: number, what: string) => string;
  readonly lockOrThread: string;
  readonly waitedAtOnce: (count: number) => string;
  readonly waitedInTurn: string;
  readonly computed: (length: string) => string;
  readonly nothingYet: string;
  readonly ended: Readonly<Record<RunState, string>>;
  readonly lostRecords: (count: number) => string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly fit: string;
  readonly asTable: string;
  readonly legend: string;
  readonly playhead: string;
  readonly live: string;
  readonly tableCaption: string;
  readonly tableTask: string;
  readonly tableSpans: string;
  readonly moreLanes: (count: number) => string;
  readonly moreSpans: (count: number) => string;
}

const english: Words = {
  timeline: "Timeline",
  timelineHelp: "Arrow keys move, plus and minus zoom, 0 shows everything. The table says the same as text.",
  states: {
    running: "running",
    ready: "ready, in the queue",
    sleep: "sleep",
    network: "network",
    waiting: "waits for another",
    blocked: "blocks the loop",
  },
  reasons: {
    task: "waits for a task",
    lock: "waits for a lock",
    queue: "waits for a queue",
    thread: "waits for a thread",
    future: "waits for a future",
  },
  outcomes: { finished: "done", failed: "failed", cancelled: "cancelled" },
  program: "program",
  programLabel: (label) => label,
  blockingTwin: (label) => `${label}, blocking`,
  loop: "event loop",
  thread: "main thread",
  line: (line) => `line ${line}`,
  length: lengthText,
  task: (task) => `task ${task}`,
  waitsFor: (tasks) => `waits for ${tasks}`,
  wokenBy: (task) => `woken by ${task}`,
  dueAt: (time) => `due at ${time}`,
  answer: (status, bytes) => `${status}, ${counted(bytes)} bytes`,
  noAnswer: "no answer",
  cancelledBy: (task) => `cancelled by ${task}`,
  stillGoing: "still going on",
  notMeasurable: "too short to measure",
  blockedThroughout: (length, loop) =>
    loop ? `The loop was blocked for all ${length}` : `Blocked for all ${length}`,
  blockedFor: (length, loop) => (loop ? `The loop was blocked for ${length}` : `Blocked for ${length}`),
  blockedPlace: (line, what) => `line ${line}, ${what}`,
  lockOrThread: "a lock or a thread",
  waitedAtOnce: (count) => `Up to ${counted(count)} waited at once`,
  waitedInTurn: "One wait at a time",
  computed: (length) => `Computed for ${length}, waited for nothing`,
  nothingYet: "Waited for nothing",
  ended: { running: "", finished: "", stopped: "stopped", failed: "ended with an error" },
  lostRecords: (count) => `${counted(count)} records are missing`,
  zoomIn: "Zoom in",
  zoomOut: "Zoom out",
  fit: "Show everything",
  asTable: "Table",
  legend: "What the bars mean",
  playhead: "Playhead",
  live: "live",
  tableCaption: "What each task did, as text",
  tableTask: "Task",
  tableSpans: "What it did",
  moreLanes: (count) => `${counted(count)} more tasks are not in the table; the picture shows them all.`,
  moreSpans: (count) => `and ${counted(count)} more`,
};

/** The words of a language. */
export function wordsOf(locale: Locale): Words {
  return locale === "ko" ? korean : english;
}
