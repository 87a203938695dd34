// How each state looks: the colour token and the pattern that says the same without colour. Pattern tells working from
// waiting: solid runs, a pattern waits, a hatch holds the loop. Not for the drawing itself.

import { SpanState } from "../trace/span_state";

/** Colours are names of custom properties without the dashes (styles/tokens.css); a pen looks them up. */
export type Ink =
  | "run"
  | "net"
  | "sleep"
  | "block"
  | "wait"
  | "done"
  | "fail"
  | "ink"
  | "dim"
  | "line"
  | "bg"
  | "panel"
  | "accent";

export type Pattern = "solid" | "stripes" | "dots" | "hatch" | "dashes" | "outline";

export interface Appearance {
  readonly ink: Ink;
  readonly pattern: Pattern;
}

const NOTHING: Appearance = { ink: "line", pattern: "solid" };
const RUNNING: Appearance = { ink: "run", pattern: "solid" };
const READY: Appearance = { ink: "run", pattern: "outline" };
const SLEEP: Appearance = { ink: "sleep", pattern: "dots" };
const NETWORK: Appearance = { ink: "net", pattern: "stripes" };
const WAITING: Appearance = { ink: "wait", pattern: "dashes" };
const BLOCKED: Appearance = { ink: "block", pattern: "hatch" };

/** The look of a state code of the span table. */
export function appearanceOf(code: number): Appearance {
  switch (code) {
    case SpanState.None:
      return NOTHING;
    case SpanState.Running:
      return RUNNING;
    case SpanState.Ready:
      return READY;
    case SpanState.Sleep:
      return SLEEP;
    case SpanState.Network:
      return NETWORK;
    case SpanState.BlockedSleep:
    case SpanState.BlockedNetwork:
      return BLOCKED;
    default:
      return WAITING;
  }
}
