// How the next run goes: clock, network, seed, cost of an instruction. The internet's yes lives here, for this visit only.
// Not for: running, see run.ts; asking for the yes, see components/internet_dialog.tsx.
import { computed, signal } from "@preact/signals";

export type Clock = "real" | "virtual";
export type Network = "simulated" | "internet";

export const kMaxSeed = 4294967295;
export const kMaxCpu = 1_000_000;

export const clock = signal<Clock>("real");
export const seed = signal(1);
/** Nanoseconds per instruction under the virtual clock. */
export const cpu = signal(0);

const internetAllowed = signal(false);
const internetWanted = signal(false);

/** "internet" only after the person's yes, whatever asked for it. */
export const network = computed<Network>(() =>
  internetWanted.value && internetAllowed.value ? "internet" : "simulated",
);

/** The question is on the screen. */
export const askingForInternet = signal(false);

/** The person pressed the switch: asks once per text that came from elsewhere, then remembers for this visit. */
export function chooseNetwork(next: Network): void {
  if (next === "internet" && !internetAllowed.value) {
    askingForInternet.value = true;
    return;
  }
  internetWanted.value = next === "internet";
}

/** The person's answer in the dialog. Nothing else may call it. */
export function answerInternet(yes: boolean): void {
  askingForInternet.value = false;
  if (!yes) return;
  internetAllowed.value = true;
  internetWanted.value = true;
}

/** A text that came by a link, a hook or the menu takes the yes back. */
export function forgetInternet(): void {
  internetAllowed.value = false;
  internetWanted.value = false;
  askingForInternet.value = false;
}

export function isSeed(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= kMaxSeed;
}

export function isCpu(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= kMaxCpu;
}
