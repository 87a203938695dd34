// The code editor: CodeMirror with Python, its sections, errors and parked tasks, kept in step with the page's state.
// Not for: the text itself, which state/scenario.ts owns; loaded as a chunk of its own, see components/code_pane.tsx.
import { closeBrackets, closeBracketsKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { python } from "@codemirror/lang-python";
import { bracketMatching, codeFolding, foldKeymap, indentOnInput, indentUnit } from "@codemirror/language";
import { lintGutter } from "@codemirror/lint";
import { highlightSelectionMatches, searchKeymap } from "@codemirror/search";
import { Compartment, EditorState, type Extension } from "@codemirror/state";
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  keymap,
  lineNumbers,
} from "@codemirror/view";
import { effect } from "@preact/signals";
import { words } from "../i18n/language";
import { cursorLine, type EditorHandle, foldedLines } from "../state/editor_link";
import { editText, replacements, text } from "../state/scenario";
import { codeLook } from "./code_look";
import { editorPhrases } from "./editor_phrases";
import { followFaults } from "./faults";
import { followHoveredLine, hoveredLineMark } from "./hovered_line";
import { followParkedLines, parkedGutter } from "./parked_gutter";
import { foldedMarkers, followSections, sectionMarks, toggleSection } from "./section_marks";

export interface MountedEditor {
  handle: EditorHandle;
  destroy(): void;
}

const language = new Compartment();

// Everything that depends on the language of the page.
function inLanguage(): Extension {
  return [
    EditorView.contentAttributes.of({ "aria-label": words.value.editorLabel, tabindex: "0" }),
    editorPhrases(),
  ];
}

function extensions(): Extension {
  return [
    parkedGutter(),
    hoveredLineMark(),
    lineNumbers(),
    lintGutter(),
    highlightSpecialChars(),
    history(),
    drawSelection(),
    EditorState.allowMultipleSelections.of(true),
    indentUnit.of("    "),
    indentOnInput(),
    bracketMatching(),
    closeBrackets(),
    highlightActiveLine(),
    highlightActiveLineGutter(),
    highlightSelectionMatches(),
    codeFolding(),
    sectionMarks(),
    python(),
    codeLook(),
    // Ctrl+Enter belongs to Run; Escape, then Tab, leaves the editor by keys.
    keymap.of([
      ...closeBracketsKeymap,
      ...defaultKeymap.filter((binding) => binding.key !== "Mod-Enter"),
      ...searchKeymap,
      ...historyKeymap,
      ...foldKeymap,
      indentWithTab,
    ]),
    language.of(inLanguage()),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) editText(update.state.sliceDoc());
      if (update.docChanged || update.selectionSet) {
        cursorLine.value = update.state.doc.lineAt(update.state.selection.main.head).number;
      }
      foldedLines.value = foldedMarkers(update.state, foldedLines.peek());
    }),
  ];
}

// A text whose lines all end as on Windows keeps them so; the editor would count them otherwise.
function lineEnds(doc: string): Extension {
  const everywhere = doc.includes("\r\n") && !/(^|[^\r])\n|\r(?!\n)/.test(doc);
  return everywhere ? EditorState.lineSeparator.of("\r\n") : [];
}

function newState(): EditorState {
  const doc = text.peek();
  return EditorState.create({ doc, extensions: [lineEnds(doc), extensions()] });
}

function goToLine(view: EditorView, line: number): void {
  const at = view.state.doc.line(Math.max(1, Math.min(line, view.state.doc.lines)));
  view.dispatch({
    selection: { anchor: at.from },
    effects: EditorView.scrollIntoView(at.from, { y: "start", yMargin: 12 }),
  });
  // Where fingers are the pointer, the focus would bring up a keyboard over half of the code.
  if (!matchMedia("(pointer: coarse)").matches) view.focus();
}

/** Puts the editor into its place. The caller destroys it. */
export function mountEditor(place: HTMLElement): MountedEditor {
  const view = new EditorView({ state: newState(), parent: place });
  let taken = replacements.peek();
  const stops = [
    effect(() => {
      if (replacements.value === taken) return;
      taken = replacements.value;
      view.setState(newState());
      cursorLine.value = 1;
      foldedLines.value = new Set();
    }),
    effect(() => view.dispatch({ effects: language.reconfigure(inLanguage()) })),
    followSections(view),
    followFaults(view),
    followParkedLines(view),
    followHoveredLine(view),
  ];
  return {
    handle: {
      goToLine: (line) => goToLine(view, line),
      toggleFold: (line) => toggleSection(view, line),
      focus: () => view.focus(),
    },
    destroy() {
      for (const stop of stops) stop();
      view.destroy();
    },
  };
}
