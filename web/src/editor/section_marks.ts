// The programs of the text in the editor: their marker lines stand out, and each folds under its marker.
// Not for: finding programs in a text, which is the engine's; the tabs above, see components/section_tabs.tsx.
import { foldable, foldEffect, foldedRanges, foldService, unfoldEffect } from "@codemirror/language";
import {
  type EditorState,
  type Extension,
  RangeSetBuilder,
  StateEffect,
  StateField,
} from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView } from "@codemirror/view";
import { effect } from "@preact/signals";
import { checkedText, sections } from "../state/analysis";
import { text } from "../state/scenario";

interface SectionRange {
  /** The marker's line, its end, and the end of the program's last line. */
  markerFrom: number;
  markerTo: number;
  to: number;
}

interface Marked {
  ranges: readonly SectionRange[];
  decorations: DecorationSet;
}

const setSections = StateEffect.define<readonly SectionRange[]>();
const markerLine = Decoration.line({ class: "cm-section-marker" });

function decorate(ranges: readonly SectionRange[]): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  for (const range of ranges) builder.add(range.markerFrom, range.markerFrom, markerLine);
  return builder.finish();
}

const marked = StateField.define<Marked>({
  create: () => ({ ranges: [], decorations: Decoration.none }),
  update(value, transaction) {
    for (const each of transaction.effects) {
      if (each.is(setSections)) return { ranges: each.value, decorations: decorate(each.value) };
    }
    if (!transaction.docChanged) return value;
    const ranges = value.ranges.map((range) => ({
      markerFrom: transaction.changes.mapPos(range.markerFrom, 1),
      markerTo: transaction.changes.mapPos(range.markerTo, -1),
      to: transaction.changes.mapPos(range.to, 1),
    }));
    return { ranges, decorations: value.decorations.map(transaction.changes) };
  },
  provide: (field) => EditorView.decorations.from(field, (value) => value.decorations),
});

const foldSections = foldService.of((state, lineStart) => {
  const range = state.field(marked, false)?.ranges.find((each) => each.markerFrom === lineStart);
  return range !== undefined && range.to > range.markerTo ? { from: range.markerTo, to: range.to } : null;
});

export function sectionMarks(): Extension {
  return [marked, foldSections];
}

function isFolded(state: EditorState, from: number): boolean {
  let found = false;
  foldedRanges(state).between(from, from, (foldFrom) => {
    found ||= foldFrom === from;
  });
  return found;
}

/** Lines of the markers whose programs are folded; `known` itself where nothing changed. */
export function foldedMarkers(state: EditorState, known: ReadonlySet<number>): ReadonlySet<number> {
  const folded = new Set<number>();
  for (const range of state.field(marked).ranges) {
    if (isFolded(state, range.markerTo)) folded.add(state.doc.lineAt(range.markerFrom).number);
  }
  const same = folded.size === known.size && [...folded].every((line) => known.has(line));
  return same ? known : folded;
}

export function toggleSection(view: EditorView, line: number): void {
  if (line < 1 || line > view.state.doc.lines) return;
  const at = view.state.doc.line(line);
  const range = foldable(view.state, at.from, at.to);
  if (range === null) return;
  const folded = isFolded(view.state, range.from);
  view.dispatch({ effects: (folded ? unfoldEffect : foldEffect).of(range) });
}

/** Keeps the marks where the engine says that programs are. Returns what ends that. */
export function followSections(view: EditorView): () => void {
  return effect(() => {
    const found = sections.value;
    const { doc } = view.state;
    // What the engine said of an older text is moved along by the field until it has read this one.
    if (checkedText.value !== text.value) return;
    const ranges = found
      .filter((section) => section.firstLine <= doc.lines && found.length > 1)
      .map((section) => {
        const marker = doc.line(section.firstLine);
        return {
          markerFrom: marker.from,
          markerTo: marker.to,
          to: doc.line(Math.min(section.lastLine, doc.lines)).to,
        };
      });
    view.dispatch({ effects: setSections.of(ranges) });
  });
}
