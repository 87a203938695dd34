// The tasks that one task waits for when there are several (gather and such), packed in one column. Not for waits for
// one task: those need no group.

import { roomFor, widenWords } from "./columns";

/**
 * A span's value holds either one task id (0 or more) or a group (below 0). A group's length stands before its ids, and
 * only the newest group grows: the trace names its tasks in a row.
 */
export class WaitGroups {
  private ids_ = new Uint32Array(16);
  private used_ = 0;

  /** The value after one more task was named: `value` may be one task or the newest group. */
  add(value: number, task: number): number {
    if (value === 0) return task;
    if (value > 0) {
      this.push_(2);
      this.push_(value);
      this.push_(task);
      return -(this.used_ - 2);
    }
    this.ids_[-value - 1]++;
    this.push_(task);
    return value;
  }

  tasks(value: number): number[] {
    if (value > 0) return [value];
    if (value === 0) return [];
    const begin = -value;
    return Array.from(this.ids_.subarray(begin, begin + this.ids_[begin - 1]));
  }

  private push_(word: number): void {
    if (this.used_ === this.ids_.length) this.ids_ = widenWords(this.ids_, roomFor(this.used_ + 1));
    this.ids_[this.used_++] = word;
  }
}
