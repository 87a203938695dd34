// The programs of the text as tabs over the editor: to jump to and to fold.
// Not for: splitting a text into programs, which is the engine's.
import type { JSX } from "preact";
import { words } from "../i18n/language";
import { sections } from "../state/analysis";
import { cursorLine, editor, foldedLines } from "../state/editor_link";
import { Icon } from "./icons";

export function SectionTabs(): JSX.Element {
  const say = words.value;
  const all = sections.value;
  const first = all[0];
  const line = cursorLine.value;
  const go = (to: number): void => editor.value?.goToLine(to);
  const shared = all.length > 1 && first !== undefined && first.firstLine > 1;
  return (
    <nav class="tabs" aria-label={say.sections}>
      {shared && (
        <button
          type="button"
          class={line < first.firstLine ? "tab current" : "tab"}
          data-testid="section-shared"
          onClick={() => go(1)}
        >
          {say.sharedCode}
        </button>
      )}
      {all.length > 1 &&
        all.map((section) => {
          const current = line >= section.firstLine && line <= section.lastLine;
          const folded = foldedLines.value.has(section.firstLine);
          const label = say.programLabel(section.label);
          const foldWords = folded ? say.unfoldSection(label) : say.foldSection(label);
          return (
            <span
              key={section.label}
              class={current ? "tab current" : "tab"}
              data-testid="section"
              data-program={section.label}
            >
              <button
                type="button"
                class="tab-name"
                data-testid="section-go"
                aria-current={current}
                title={say.goToSection(label)}
                onClick={() => go(section.firstLine)}
              >
                {label}
              </button>
              <button
                type="button"
                class={folded ? "tab-fold folded" : "tab-fold"}
                data-testid="section-fold"
                aria-expanded={!folded}
                aria-label={foldWords}
                title={foldWords}
                onClick={() => editor.value?.toggleFold(section.firstLine)}
              >
                <Icon name="down" />
              </button>
            </span>
          );
        })}
    </nav>
  );
}
