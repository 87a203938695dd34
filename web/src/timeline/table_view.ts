// The timeline as a table of text: what a screen reader reads, what tests look at, and what people see who prefer a table.
// Bounded in number. Not updated per frame (timeline.ts decides when).

import type { Microseconds } from "../trace/microseconds";
import type { Lane, Span, TraceStore } from "../trace/trace_store";
import { laneName } from "./bar_label";
import type { ProgramView } from "./program_view";
import { detailWords, fromTo, stateWords } from "./span_words";
import type { Words } from "./words";

const MAX_TABLE_LANES = 500;
const MAX_TABLE_SPANS = 4000;
const MAX_LANE_SPANS = 100;

interface Row {
  readonly element: HTMLTableRowElement;
  readonly head: HTMLTableCellElement;
  spanCount: number;
  closed: boolean;
  outcome: string;
}

function withRole<K extends keyof HTMLElementTagNameMap>(tag: K, role: string): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  element.setAttribute("role", role); // its look in the table view is not a table's, its meaning is
  return element;
}

function setData(element: HTMLElement, name: string, value: string | number | undefined): void {
  if (value === undefined) delete element.dataset[name];
  else element.dataset[name] = String(value);
}

export class TableView {
  readonly element: HTMLElement;
  private readonly table_: HTMLTableElement;
  private readonly note_: HTMLElement;
  private rows_: Row[] = [];
  private bodies_: HTMLTableSectionElement[] = [];

  constructor() {
    this.element = document.createElement("div");
    this.element.className = "ls-table ls-unseen";
    this.element.dataset.testid = "timeline-table";
    this.table_ = withRole("table", "table");
    this.note_ = document.createElement("p");
    this.element.append(this.table_, this.note_);
  }

  /** Shown in the picture's place, or there for screen readers and tests only. */
  show(shown: boolean): void {
    this.element.classList.toggle("ls-unseen", !shown);
    if (shown) this.element.tabIndex = 0;
    else this.element.removeAttribute("tabindex");
  }

  /** Forgets all rows: other programs, or another language. */
  clear(): void {
    this.rows_ = [];
    this.bodies_ = [];
    this.table_.replaceChildren();
    this.note_.textContent = "";
  }

  /** Brings the rows up to date; what has not changed is not touched. */
  update(programs: readonly ProgramView[], ends: readonly Microseconds[], words: Words): void {
    this.table_.setAttribute("aria-label", words.tableCaption);
    let lanes = 0;
    let spans = 0;
    let beyond = 0;
    programs.forEach((view, index) => {
      const body = this.bodyOf_(index, view, words);
      const { store } = view;
      const first = store.showsProgram ? 0 : 1;
      const count = store.recordCount === 0 ? 0 : store.laneCount - first;
      const shown = Math.min(count, MAX_TABLE_LANES - lanes, spans < MAX_TABLE_SPANS ? count : 0);
      for (let i = 0; i < shown; i++) {
        const row = this.rowOf_(lanes + i, body);
        this.fill_(row, view, first + i, ends[index], words, MAX_TABLE_SPANS - spans);
        spans += Math.min(row.spanCount, MAX_LANE_SPANS);
      }
      lanes += shown;
      beyond += count - shown;
    });
    for (const row of this.rows_.splice(lanes)) row.element.remove();
    this.note_.textContent = beyond > 0 ? words.moreLanes(beyond) : "";
  }

  private bodyOf_(index: number, view: ProgramView, words: Words): HTMLTableSectionElement {
    const known = this.bodies_[index];
    if (known !== undefined) return known;
    const body = withRole("tbody", "rowgroup");
    const head = withRole("tr", "row");
    const named = words.programLabel(view.label);
    const title = view.mode === "blocking" ? words.blockingTwin(named) : named;
    for (const text of [`${title}: ${words.tableTask}`, words.tableSpans]) {
      const cell = withRole("th", "columnheader");
      cell.textContent = text;
      head.append(cell);
    }
    body.append(head);
    this.table_.append(body);
    this.bodies_[index] = body;
    return body;
  }

  private rowOf_(at: number, body: HTMLTableSectionElement): Row {
    const known = this.rows_[at];
    if (known !== undefined && known.element.parentNode === body) return known;
    for (const row of this.rows_.splice(at)) row.element.remove();
    const element = withRole("tr", "row");
    element.dataset.testid = "lane";
    const head = withRole("th", "rowheader");
    element.append(head);
    body.append(element);
    const row: Row = { element, head, spanCount: 0, closed: false, outcome: "" };
    this.rows_[at] = row;
    return row;
  }

  private fill_(
    row: Row,
    view: ProgramView,
    lane: number,
    end: Microseconds,
    words: Words,
    room: number,
  ): void {
    const { store } = view;
    const info = store.lane(lane);
    if (info === undefined) return;
    const count = store.spanCount(lane);
    const closed = view.state !== "running";
    const outcome = outcomeOf(info, view);
    if (row.element.dataset.task === String(lane) && row.spanCount === count && row.closed === closed) {
      if (row.outcome === outcome) return;
    }
    setData(row.element, "program", view.label);
    setData(row.element, "mode", view.mode);
    setData(row.element, "task", lane);
    setData(row.element, "outcome", outcome);
    const said =
      outcome === "finished" || outcome === "failed" || outcome === "cancelled"
        ? words.outcomes[outcome]
        : "";
    row.head.textContent = [lane > 0 ? String(lane) : "", laneName(info, words), said]
      .filter((part) => part !== "")
      .join(" ");
    const spans = store.spans(lane, undefined, undefined, Math.min(MAX_LANE_SPANS, room));
    const cells = spans.map((span) => cellOf(store, span, closed ? end : undefined, words));
    const left = count - spans.length;
    if (spans.length >= MAX_LANE_SPANS && left > 0) {
      const more = withRole("td", "cell");
      more.textContent = words.moreSpans(left);
      cells.push(more);
    }
    row.element.replaceChildren(row.head, ...cells);
    row.spanCount = count;
    row.closed = closed;
    row.outcome = outcome;
  }
}

// The program's own lane has no task that ends: it ends with the run.
function outcomeOf(lane: Lane, view: ProgramView): string {
  if (lane.task > 0) return lane.outcome ?? "";
  return view.state === "finished" || view.state === "failed" ? view.state : "";
}

function cellOf(
  store: TraceStore,
  span: Span,
  end: Microseconds | undefined,
  words: Words,
): HTMLTableCellElement {
  const cell = withRole("td", "cell");
  cell.dataset.testid = "span";
  setData(cell, "state", span.state);
  setData(cell, "reason", span.reason);
  setData(cell, "beginUs", span.begin);
  setData(cell, "endUs", span.end ?? end);
  setData(cell, "line", span.line > 0 ? span.line : undefined);
  const parts = [stateWords(span, words), fromTo(span, end ?? span.begin)];
  const closed = span.end ?? end;
  if (closed !== undefined && closed > span.begin) parts.push(words.length(closed - span.begin));
  if (span.line > 0) parts.push(words.line(span.line));
  parts.push(...detailWords(store, span, words));
  cell.textContent = parts.join(" · ");
  return cell;
}
