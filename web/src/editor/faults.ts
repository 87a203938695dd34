// Errors at their line: what the engine says of the text, and where the last run failed, each with a learner's words.
// Not for: finding errors, which is the engine's; the words, see explain/.
import { type Diagnostic as Fault, setDiagnostics } from "@codemirror/lint";
import type { Text } from "@codemirror/state";
import type { EditorView } from "@codemirror/view";
import { effect } from "@preact/signals";
import type { Diagnostic } from "../engine/messages";
import { explainText } from "../explain/explain";
import { explanationOf } from "../explain/words";
import { checkedText, diagnostics } from "../state/analysis";
import { programs, ranText } from "../state/run";
import { text } from "../state/scenario";

interface Place {
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
  message: string;
}

// Columns are 1-based and count code points, as people do; the editor counts UTF-16 units.
function offsetOf(doc: Text, line: number, column: number): number {
  const at = doc.line(Math.max(1, Math.min(line, doc.lines)));
  let offset = 0;
  for (let points = 1; points < column && offset < at.length; points += 1) {
    offset += (at.text.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1;
  }
  return at.from + offset;
}

function faultOf(doc: Text, place: Place): Fault {
  const from = offsetOf(doc, place.line, place.column);
  const end = offsetOf(doc, place.endLine, place.endColumn);
  const lineEnd = doc.lineAt(from).to;
  const words = explainText(place.message)
    .map(explanationOf)
    .map(({ title, body }) => `\n\n${title}\n${body}`);
  return {
    from,
    to: end > from ? end : Math.min(from + 1, lineEnd),
    severity: "error",
    message: `${place.message}${words.join("")}`,
  };
}

function placesNow(checked: readonly Diagnostic[]): Place[] {
  const places: Place[] = checkedText.value === text.value ? [...checked] : [];
  if (ranText.value !== text.value) return places;
  for (const program of programs.value) {
    const error = program.result.value?.error;
    if (error === undefined || places.some((place) => place.line === error.line)) continue;
    places.push({ ...error, endLine: error.end_line, endColumn: error.end_column });
  }
  return places;
}

/** Keeps the errors at their lines from now on. Returns what ends that. */
export function followFaults(view: EditorView): () => void {
  return effect(() => {
    const faults = placesNow(diagnostics.value).map((place) => faultOf(view.state.doc, place));
    view.dispatch(setDiagnostics(view.state, faults));
  });
}
