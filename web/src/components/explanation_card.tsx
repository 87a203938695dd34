// One explanation beside CPython's own words: what happened, what to do, and the line to go to.
// Not for: finding it, see explain/explain.ts.
import type { JSX } from "preact";
import type { Explained } from "../explain/explain";
import { explanationOf } from "../explain/words";
import { words } from "../i18n/language";
import { editor } from "../state/editor_link";

export function ExplanationCard({ explained }: { explained: Explained }): JSX.Element {
  const { finding, line } = explained;
  const { title, body } = explanationOf(finding);
  return (
    <aside class="explanation" data-testid="explanation" data-finding={finding.key}>
      <b>{title}</b>
      <p>{body}</p>
      {line !== null && (
        <button
          type="button"
          class="bare"
          data-testid="explanation-line"
          onClick={() => editor.value?.goToLine(line)}
        >
          → {words.value.goToLine(line)}
        </button>
      )}
    </aside>
  );
}
