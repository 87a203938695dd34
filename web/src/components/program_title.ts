// What a program of a run is called: its label, or that it is the blocking twin of another.
// Not for: labels of sections in the text, which are the engine's.
import type { Mode } from "../engine/messages";
import type { Messages } from "../i18n/english";

export function programTitle(program: { label: string; mode: Mode }, say: Messages): string {
  const label = say.programLabel(program.label);
  return program.mode === "blocking" ? say.blockingTwin(label) : label;
}
