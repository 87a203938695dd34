// Marks in the gutter: at each line the tasks that are parked there, by number, in the colour of what they do.
// Not for: knowing where tasks are, see state/parked.ts.
import { type Extension, RangeSet, RangeSetBuilder, StateEffect, StateField } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView, GutterMarker, gutter } from "@codemirror/view";
import { effect } from "@preact/signals";
import { type ParkedLines, type ParkedTask, parkedLines } from "../state/parked";

/** More tasks than this at one line are counted, not shown. */
const kMarksShown = 3;

const kTokens: Record<ParkedTask["state"], string> = {
  running: "run",
  ready: "run",
  sleep: "sleep",
  network: "net",
  waiting: "wait",
  blocked: "block",
};

class ParkedMarker extends GutterMarker {
  constructor(private readonly tasks: readonly ParkedTask[]) {
    super();
  }

  override eq(other: GutterMarker): boolean {
    return (
      other instanceof ParkedMarker &&
      other.tasks.length === this.tasks.length &&
      other.tasks.every(
        (task, at) => task.lane === this.tasks[at]?.lane && task.state === this.tasks[at]?.state,
      )
    );
  }

  override toDOM(): Node {
    const marks = document.createElement("span");
    marks.className = "cm-parked";
    const shown = this.tasks.length > kMarksShown ? this.tasks.slice(0, kMarksShown - 1) : this.tasks;
    for (const task of shown) marks.append(this.badge(String(task.lane), task.state));
    const rest = this.tasks.length - shown.length;
    if (rest > 0) marks.append(this.badge(`+${rest}`, this.tasks.at(-1)?.state ?? "waiting"));
    return marks;
  }

  private badge(label: string, state: ParkedTask["state"]): HTMLElement {
    const badge = document.createElement("span");
    badge.textContent = label;
    badge.dataset.testid = "parked";
    badge.dataset.state = state;
    badge.style.setProperty("--mark", `var(--${kTokens[state]})`);
    return badge;
  }
}

interface Parked {
  markers: RangeSet<GutterMarker>;
  lines: DecorationSet;
}

const kNone: Parked = { markers: RangeSet.empty, lines: Decoration.none };
const setParked = StateEffect.define<ParkedLines>();

const parked = StateField.define<Parked>({
  create: () => kNone,
  update(value, transaction) {
    for (const each of transaction.effects) {
      if (!each.is(setParked)) continue;
      const markers = new RangeSetBuilder<GutterMarker>();
      const lines = new RangeSetBuilder<Decoration>();
      const { doc } = transaction.state;
      for (const [line, tasks] of [...each.value].sort(([a], [b]) => a - b)) {
        if (line < 1 || line > doc.lines) continue;
        const { from } = doc.line(line);
        markers.add(from, from, new ParkedMarker(tasks));
        const token = kTokens[tasks[0]?.state ?? "waiting"];
        lines.add(
          from,
          from,
          Decoration.line({ class: "cm-parked-line", attributes: { style: `--mark: var(--${token})` } }),
        );
      }
      return { markers: markers.finish(), lines: lines.finish() };
    }
    if (!transaction.docChanged) return value;
    return { markers: value.markers.map(transaction.changes), lines: value.lines.map(transaction.changes) };
  },
  provide: (field) => EditorView.decorations.from(field, (value) => value.lines),
});

export function parkedGutter(): Extension {
  return [
    parked,
    gutter({
      class: "cm-parked-gutter",
      markers: (view) => view.state.field(parked).markers,
    }),
  ];
}

/** Keeps the marks in step with the playhead. Returns what ends that. */
export function followParkedLines(view: EditorView): () => void {
  return effect(() => view.dispatch({ effects: setParked.of(parkedLines.value) }));
}
