// The ready queue and the timer heap at any instant: a log of what entered and left them, and snapshots on the way so
// that a question replays a short piece only. Not for spans.

import { roomFor, widenBytes, widenFloats, widenWords } from "./columns";
import { type Microseconds, microseconds } from "./microseconds";
import { Kind } from "./wire";

/** A timer that was set and has neither fired nor been cancelled. `task` set it; 0: the program. */
export interface PendingTimer {
  readonly timer: number;
  readonly task: number;
  readonly deadline: Microseconds;
}

export interface QueueView {
  /** Tasks in the order in which the loop will run them. */
  readonly ready: readonly number[];
  readonly readyCount: number;
  /** Nearest deadline first. */
  readonly timers: readonly PendingTimer[];
  readonly timerCount: number;
  /** False when the instant is older than what the log still holds. */
  readonly known: boolean;
}

/** Queue and heap after the events before `position`. Never changed once it stands in the list. */
interface Snapshot {
  readonly position: number;
  readonly ready: ReadonlySet<number>;
  readonly timers: ReadonlyMap<number, PendingTimer>;
}

const SNAPSHOT_EVERY = 4096;

/** Events in the order of the trace. Adding costs a few stores; snapshots are made when someone asks. */
export class QueueLog {
  private count_ = 0;
  private times_ = new Float64Array(64);
  private kinds_ = new Uint8Array(64);
  private subjects_ = new Uint32Array(64);
  private objects_ = new Uint32Array(64);
  private values_ = new Float64Array(64);
  private snapshots_: Snapshot[] = [{ position: 0, ready: new Set(), timers: new Map() }];
  private knownFrom_ = 0;

  get count(): number {
    return this.count_;
  }

  add(time: number, kind: number, subject: number, object: number, value: number): void {
    const at = this.count_;
    if (at === this.kinds_.length) this.widen_();
    this.times_[at] = time;
    this.kinds_[at] = kind;
    this.subjects_[at] = subject;
    this.objects_[at] = object;
    this.values_[at] = value;
    this.count_ = at + 1;
  }

  /** The queue and the heap after everything that happened at or before `time`; at most `limit` entries of each. */
  at(time: number, limit: number): QueueView {
    const end = this.firstAfter_(time);
    const { ready, timers } = this.replayed_(this.snapshotBefore_(end), end);
    const pending = [...timers.values()].sort((a, b) => a.deadline - b.deadline || a.timer - b.timer);
    return {
      ready: [...ready].slice(0, limit),
      readyCount: ready.size,
      timers: pending.slice(0, limit),
      timerCount: pending.length,
      known: time >= this.knownFrom_,
    };
  }

  /** Forgets the older half: what the queue was then cannot be asked any more. */
  forgetOlderHalf(): void {
    const cut = this.count_ >>> 1;
    const first = this.replayed_(this.snapshotBefore_(cut), cut);
    this.knownFrom_ = this.times_[cut];
    for (const column of [this.times_, this.kinds_, this.subjects_, this.objects_, this.values_]) {
      column.copyWithin(0, cut, this.count_);
    }
    this.count_ -= cut;
    this.snapshots_ = [{ ...first, position: 0 }];
  }

  // The next snapshot comes after at least as many events as it has entries, so that all of them stay in proportion.
  private snapshotBefore_(end: number): Snapshot {
    let last = this.snapshots_[this.snapshots_.length - 1];
    for (;;) {
      const size = last.ready.size + last.timers.size;
      const position = last.position + Math.max(SNAPSHOT_EVERY, 2 * size);
      if (position > end) break;
      last = this.replayed_(last, position);
      this.snapshots_.push(last);
    }
    let low = 0;
    let high = this.snapshots_.length;
    while (low + 1 < high) {
      const middle = (low + high) >>> 1;
      if (this.snapshots_[middle].position <= end) low = middle;
      else high = middle;
    }
    return this.snapshots_[low];
  }

  private replayed_(from: Snapshot, position: number): Snapshot {
    const ready = new Set(from.ready);
    const timers = new Map(from.timers);
    for (let i = from.position; i < position; i++) {
      const subject = this.subjects_[i];
      switch (this.kinds_[i]) {
        case Kind.TaskReady:
          ready.add(subject);
          break;
        case Kind.StepBegin:
        case Kind.TaskDone:
          ready.delete(subject);
          break;
        case Kind.TimerSet:
          timers.set(subject, {
            timer: subject,
            task: this.objects_[i],
            deadline: microseconds(this.values_[i]),
          });
          break;
        default:
          timers.delete(subject); // TimerFired, TimerCancelled
      }
    }
    return { position, ready, timers };
  }

  private firstAfter_(time: number): number {
    let low = 0;
    let high = this.count_;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.times_[middle] <= time) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private widen_(): void {
    const capacity = roomFor(this.count_ + 1);
    this.times_ = widenFloats(this.times_, capacity);
    this.kinds_ = widenBytes(this.kinds_, capacity);
    this.subjects_ = widenWords(this.subjects_, capacity);
    this.objects_ = widenWords(this.objects_, capacity);
    this.values_ = widenFloats(this.values_, capacity);
  }
}
