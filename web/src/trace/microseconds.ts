// Time as a type of its own: whole microseconds since the start of a run, as the trace counts them.
// Not for text that people read (see timeline/time_text.ts) and not for wall-clock milliseconds.

declare const unit: unique symbol;

/** Microseconds since the start of the run, or a length in microseconds. Exact up to 2^53. */
export type Microseconds = number & { readonly [unit]: "us" };

/** Names a plain number as microseconds; the one place where a number becomes a time. */
export function microseconds(value: number): Microseconds {
  return value as Microseconds;
}

export const START: Microseconds = microseconds(0);
