// The line of the span under the pointer in the timeline, lit up in the code.
// Not for: marks of parked tasks, see parked_gutter.ts.
import { type Extension, StateEffect, StateField } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView } from "@codemirror/view";
import { effect } from "@preact/signals";
import { hoveredLine } from "../state/editor_link";

const setHovered = StateEffect.define<number>();
const lit = Decoration.line({ class: "cm-hovered-line" });

const hovered = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(value, transaction) {
    for (const each of transaction.effects) {
      if (!each.is(setHovered)) continue;
      const { doc } = transaction.state;
      if (each.value < 1 || each.value > doc.lines) return Decoration.none;
      return Decoration.set(lit.range(doc.line(each.value).from));
    }
    return value.map(transaction.changes);
  },
  provide: (field) => EditorView.decorations.from(field),
});

export function hoveredLineMark(): Extension {
  return hovered;
}

/** Keeps the line lit from now on. Returns what ends that. */
export function followHoveredLine(view: EditorView): () => void {
  return effect(() => view.dispatch({ effects: setHovered.of(hoveredLine.value) }));
}
