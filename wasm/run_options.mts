// Options of a run, checked: what JavaScript passed may be anything.
// Not for their meaning (types.mts).
import type { Clock, Mode, Network, RunOptions } from "./types.mjs";

/** A second: an instruction that costs more would show nothing. */
const kLongestInstructionNs = 1_000_000_000;

/** Every setting, filled in. */
export interface RunSettings {
  clock: Clock;
  network: Network;
  mode: Mode;
  seed: number;
  cpu: number;
  /** Null: none. */
  timeLimitUs: number | null;
  program: string | null;
  fileName: string;
  /** Empty: the engine answers by itself. */
  fetchBase: string;
}

function oneOf<T extends string>(name: string, value: unknown, allowed: readonly T[]): T {
  const found = allowed.find((candidate) => candidate === value);
  if (found !== undefined) return found;
  throw new TypeError(
    `${name} must be ${allowed.map((word) => `"${word}"`).join(" or ")}, not ${show(value)}`,
  );
}

function show(value: unknown): string {
  return typeof value === "string" ? JSON.stringify(value) : String(value);
}

function wholeNumber(name: string, value: unknown, largest = Number.MAX_SAFE_INTEGER): number {
  if (typeof value === "number" && Number.isSafeInteger(value) && value >= 0 && value <= largest)
    return value;
  throw new TypeError(`${name} must be a whole number from 0 to ${largest}, not ${show(value)}`);
}

function text(name: string, value: unknown): string {
  if (typeof value === "string") return value;
  throw new TypeError(`${name} must be a string, not ${show(value)}`);
}

/** An absolute http(s) URL; what is fetched stays below it. */
function base(value: unknown): string {
  const given = text("fetchBase", value);
  if (given === "") return "";
  if (URL.canParse(given) && /^https?:$/.test(new URL(given).protocol) && given.endsWith("/")) return given;
  throw new TypeError(`fetchBase must be an absolute URL that ends with "/", not ${show(value)}`);
}

/** Throws a TypeError that says which option is wrong and what it may be. */
export function readOptions(options: RunOptions): RunSettings {
  const network = oneOf("network", options.network ?? "simulated", ["simulated", "internet"]);
  const clock = oneOf("clock", options.clock ?? (network === "internet" ? "real" : "virtual"), [
    "real",
    "virtual",
  ]);
  if (network === "internet" && clock === "virtual") {
    throw new TypeError('network "internet" needs clock "real": real requests take real time');
  }
  return {
    clock,
    network,
    mode: oneOf("mode", options.mode ?? "as-written", ["as-written", "blocking"]),
    seed: wholeNumber("seed", options.seed ?? 1),
    cpu: wholeNumber("cpu", options.cpu ?? 0, kLongestInstructionNs),
    timeLimitUs: options.timeLimitUs === undefined ? null : wholeNumber("timeLimitUs", options.timeLimitUs),
    program: options.program === undefined ? null : text("program", options.program),
    fileName: text("fileName", options.fileName ?? "<scenario>"),
    fetchBase: base(options.fetchBase ?? ""),
  };
}
