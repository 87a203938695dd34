// The spans of all rows (loop strip, program, tasks) in one arena of typed arrays: each row's spans lie side by side in
// order of time, so a row is searched by halving and walked without a pointer. Not for what makes a span begin.

import { roomFor, widenWords } from "./columns";
import { isBlocked, SpanState } from "./span_state";

const FIRST_SLICE_LOG2 = 2; // four spans: what a task that waits once needs
const FIRST_ROOM = 4096;
const GROWTH = 4; // of the arena: what no span touched yet costs no memory, copying does cost time

// A span is 24 bytes side by side, begin and value as doubles, line and state as words: touching it touches one line of
// the cache. Two views see the same bytes.
const SPAN_BYTES = 24;
const STRIDE = SPAN_BYTES / 8;
const VALUE = 1;
const WORDS = SPAN_BYTES / 4;
const LINE = 4;
const STATE = 5;

// A row is four words side by side, for the same reason.
const ROW = 4;
const COUNT = 1;
const SLICE_LOG2 = 2; // 0: no slice yet

/**
 * A span ends where the next one of its row begins; the last one is open. So only beginnings are stored, and a gap is a
 * span of state None. Rows are created by the first push. A slice that became too small moves to one twice as large, and
 * its old place is used again by the next row that grows to that size.
 */
export class SpanTable {
  /** Spans held, of all rows. */
  total = 0;
  rowCount = 0;

  private room_ = FIRST_ROOM; // slots of the arena
  private cells_ = new Float64Array(FIRST_ROOM * STRIDE);
  private words_ = new Uint32Array(this.cells_.buffer);
  private used_ = 0; // slots given out so far
  private rows_ = new Uint32Array(16 * ROW);
  private readonly free_: number[][] = Array.from({ length: 32 }, () => []); // slices by their size

  /** Index of the row's first span. Indices of a row are consecutive and hold until the next push. */
  first(row: number): number {
    return row < this.rowCount ? this.rows_[row * ROW] : 0;
  }

  count(row: number): number {
    return row < this.rowCount ? this.rows_[row * ROW + COUNT] : 0;
  }

  /** When the span at an index begins, in microseconds. */
  begin(index: number): number {
    return this.cells_[index * STRIDE];
  }

  /** What its state waits for: a deadline, a request, a task or a wait group. */
  value(index: number): number {
    return this.cells_[index * STRIDE + VALUE];
  }

  state(index: number): number {
    return this.words_[index * WORDS + STATE];
  }

  /** 1-based line of the scenario's text, 0: none. */
  line(index: number): number {
    return this.words_[index * WORDS + LINE];
  }

  /** Begins a span, which ends the one before. A zero-length span stays only where something ran or blocked. */
  push(row: number, state: number, begin: number, line: number, value: number): void {
    if (row >= this.rowCount) this.addRow_(row);
    const before = this.rows_[row * ROW + COUNT];
    const kept = this.keptBefore_(row, before, state, begin);
    this.total += kept - before;
    const last = this.rows_[row * ROW] + kept - 1;
    const same = kept > 0 && this.state(last) === state;
    let slot = last;
    if (same && this.begin(last) === begin) {
      this.rows_[row * ROW + COUNT] = kept;
    } else if (state === SpanState.None && (kept === 0 || same)) {
      this.rows_[row * ROW + COUNT] = kept;
      return;
    } else {
      slot = this.slotFor_(row, kept);
      this.rows_[row * ROW + COUNT] = kept + 1;
      this.total++;
    }
    this.write(slot, begin, value, line, state);
  }

  /** Overwrites a span: what coarsening does. Beginnings of a row must stay in order. */
  write(index: number, begin: number, value: number, line: number, state: number): void {
    const at = index * STRIDE;
    this.cells_[at] = begin;
    this.cells_[at + VALUE] = value;
    this.words_[index * WORDS + LINE] = line;
    this.words_[index * WORDS + STATE] = state;
  }

  /** Index of the row's last span that begins at or before `time`; -1 when there is none. */
  find(row: number, time: number): number {
    const count = this.count(row);
    if (count === 0) return -1;
    const first = this.first(row);
    const at = this.firstAfter(first, first + count, time) - 1;
    return at < first ? -1 : at;
  }

  /** The first index in [low, high), spans of one row, that begins after `time`; `high` when none does. */
  firstAfter(low: number, high: number, time: number): number {
    const cells = this.cells_;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (cells[middle * STRIDE] <= time) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Keeps only the first `count` spans of a row: what coarsening leaves of it. */
  shorten(row: number, count: number): void {
    const old = this.count(row);
    if (count >= old) return;
    this.rows_[row * ROW + COUNT] = count;
    this.total += count - old;
  }

  // How many spans stay when one begins at `begin`: those before it that would have no length go, but for a step or a
  // block, and but for one of the same state, which is then rewritten.
  private keptBefore_(row: number, count: number, state: number, begin: number): number {
    const first = this.rows_[row * ROW];
    let kept = count;
    while (kept > 0) {
      const last = first + kept - 1;
      if (this.cells_[last * STRIDE] !== begin) break;
      const old = this.state(last);
      if (old === state || old === SpanState.Running || isBlocked(old)) break;
      kept--;
    }
    return kept;
  }

  private slotFor_(row: number, count: number): number {
    const log2 = this.rows_[row * ROW + SLICE_LOG2];
    if (log2 === 0) {
      this.rows_[row * ROW] = this.takeSlice_(FIRST_SLICE_LOG2);
      this.rows_[row * ROW + SLICE_LOG2] = FIRST_SLICE_LOG2;
    } else if (count === 1 << log2) {
      const from = this.rows_[row * ROW];
      const to = this.takeSlice_(log2 + 1);
      this.words_.copyWithin(to * WORDS, from * WORDS, (from + count) * WORDS);
      this.free_[log2].push(from);
      this.rows_[row * ROW] = to;
      this.rows_[row * ROW + SLICE_LOG2] = log2 + 1;
    }
    return this.rows_[row * ROW] + count;
  }

  private takeSlice_(log2: number): number {
    const reused = this.free_[log2].pop();
    if (reused !== undefined) return reused;
    const slice = this.used_;
    this.used_ += 1 << log2;
    if (this.used_ > this.room_) {
      this.room_ = roomFor(Math.max(this.used_, GROWTH * this.room_));
      this.words_ = widenWords(this.words_, this.room_ * WORDS);
      this.cells_ = new Float64Array(this.words_.buffer);
    }
    return slice;
  }

  private addRow_(row: number): void {
    this.rowCount = row + 1;
    if (this.rowCount * ROW > this.rows_.length)
      this.rows_ = widenWords(this.rows_, roomFor(this.rowCount) * ROW);
  }
}
