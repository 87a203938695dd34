// The spans of all rows (loop strip, program, tasks) in one arena of typed arrays: each row's spans lie side by side in
// order of time, so a row is searched by halving and walked without a pointer. Not for what makes a span begin.

import { roomFor, widenBytes, widenFloats, widenWords } from "./columns";
import { isBlocked, SpanState } from "./span_state";

const FIRST_SLICE_LOG2 = 2; // four spans: what a task that waits once needs
const FIRST_ROOM = 4096;
const GROWTH = 4; // of the arena: what no span touched yet costs no memory, copying does cost time

/**
 * A span ends where the next one of its row begins; the last one is open. So only beginnings are stored, and a gap is a
 * span of state None. Rows are created by the first push. A slice that became too small moves to one twice as large, and
 * its old place is used again by the next row that grows to that size.
 */
export class SpanTable {
  begins = new Float64Array(FIRST_ROOM); // microseconds
  values = new Float64Array(FIRST_ROOM); // what the state waits for: deadline, request, task or wait group
  lines = new Uint32Array(FIRST_ROOM);
  states = new Uint8Array(FIRST_ROOM);
  /** Spans held, of all rows. */
  total = 0;
  rowCount = 0;

  private used_ = 0; // slots of the arena given out so far
  private offsets_ = new Uint32Array(16);
  private counts_ = new Uint32Array(16);
  private slicesLog2_ = new Uint8Array(16); // 0: no slice yet
  private readonly free_: number[][] = Array.from({ length: 32 }, () => []); // slices by their size

  /** Index of the row's first span in the columns. */
  first(row: number): number {
    return row < this.rowCount ? this.offsets_[row] : 0;
  }

  count(row: number): number {
    return row < this.rowCount ? this.counts_[row] : 0;
  }

  /** Begins a span, which ends the one before. A zero-length span stays only where something ran or blocked. */
  push(row: number, state: number, begin: number, line: number, value: number): void {
    if (row >= this.rowCount) this.addRow_(row);
    let count = this.counts_[row];
    const offset = this.offsets_[row];
    while (count > 0) {
      const last = offset + count - 1;
      if (this.begins[last] !== begin) break;
      const old = this.states[last];
      if (old === state) {
        this.lines[last] = line;
        this.values[last] = value;
        this.setCount_(row, count);
        return;
      }
      if (old === SpanState.Running || isBlocked(old)) break;
      count--;
    }
    if (state === SpanState.None && (count === 0 || this.states[offset + count - 1] === SpanState.None)) {
      this.setCount_(row, count);
      return;
    }
    this.setCount_(row, count);
    const slot = this.slotFor_(row, count);
    this.begins[slot] = begin;
    this.values[slot] = value;
    this.lines[slot] = line;
    this.states[slot] = state;
    this.counts_[row] = count + 1;
    this.total++;
  }

  /** Index in the columns of the last span of the row that begins at or before `time`; -1 when there is none. */
  find(row: number, time: number): number {
    const count = this.count(row);
    if (count === 0) return -1;
    const begin = this.offsets_[row];
    const at = this.firstAfter(begin, begin + count, time) - 1;
    return at < begin ? -1 : at;
  }

  /** The first index in [low, high), spans of one row, that begins after `time`; `high` when none does. */
  firstAfter(low: number, high: number, time: number): number {
    const begins = this.begins;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (begins[middle] <= time) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Keeps only the first `count` spans of a row: what coarsening leaves of it. */
  shorten(row: number, count: number): void {
    this.setCount_(row, Math.min(count, this.count(row)));
  }

  private setCount_(row: number, count: number): void {
    this.total += count - this.counts_[row];
    this.counts_[row] = count;
  }

  private slotFor_(row: number, count: number): number {
    const log2 = this.slicesLog2_[row];
    if (log2 === 0) {
      this.offsets_[row] = this.takeSlice_(FIRST_SLICE_LOG2);
      this.slicesLog2_[row] = FIRST_SLICE_LOG2;
    } else if (count === 1 << log2) {
      const from = this.offsets_[row];
      const to = this.takeSlice_(log2 + 1);
      this.begins.copyWithin(to, from, from + count);
      this.values.copyWithin(to, from, from + count);
      this.lines.copyWithin(to, from, from + count);
      this.states.copyWithin(to, from, from + count);
      this.free_[log2].push(from);
      this.offsets_[row] = to;
      this.slicesLog2_[row] = log2 + 1;
    }
    return this.offsets_[row] + count;
  }

  private takeSlice_(log2: number): number {
    const reused = this.free_[log2].pop();
    if (reused !== undefined) return reused;
    const slice = this.used_;
    this.used_ += 1 << log2;
    if (this.used_ > this.states.length) {
      const capacity = roomFor(Math.max(this.used_, GROWTH * this.states.length));
      this.begins = widenFloats(this.begins, capacity);
      this.values = widenFloats(this.values, capacity);
      this.lines = widenWords(this.lines, capacity);
      this.states = widenBytes(this.states, capacity);
    }
    return slice;
  }

  private addRow_(row: number): void {
    this.rowCount = row + 1;
    if (this.rowCount <= this.counts_.length) return;
    const capacity = roomFor(this.rowCount);
    this.offsets_ = widenWords(this.offsets_, capacity);
    this.counts_ = widenWords(this.counts_, capacity);
    this.slicesLog2_ = widenBytes(this.slicesLog2_, capacity);
  }
}
