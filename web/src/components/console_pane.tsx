// The consoles of all programs, side by side.
// Not for: one console, see console_view.tsx.
import type { JSX } from "preact";
import { words } from "../i18n/language";
import { programs } from "../state/run";
import { ConsoleView } from "./console_view";

export function ConsolePane(): JSX.Element {
  const shown = programs.value;
  return (
    <section class="consoles" aria-label={words.value.console}>
      {shown.length === 0 && <p class="console-note">{words.value.consoleEmpty}</p>}
      {shown.map((program, index) => (
        <ConsoleView key={`${index} ${program.label}`} program={program} index={index} />
      ))}
    </section>
  );
}
