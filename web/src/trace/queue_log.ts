// The ready queue and the timer heap at any instant: a log of what entered and left them, and snapshots on the way so
// that a question replays a short piece only. Not for spans.

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
const BLOCK = 16_384; // events that lie together; memory that no event touched yet costs nothing

/** A piece of the log. What only a TimerSet has stands in columns of its own, and its subject says where. */
class Block {
  readonly times = new Float64Array(BLOCK);
  readonly kinds = new Uint8Array(BLOCK);
  readonly subjects = new Uint32Array(BLOCK);
  readonly setTimers = new Uint32Array(BLOCK);
  readonly setTasks = new Uint32Array(BLOCK);
  readonly setDeadlines = new Float64Array(BLOCK);
  sets = 0;
}

/** Events in the order of the trace. Adding costs a few stores; snapshots are made when someone asks. */
export class QueueLog {
  private blocks_: Block[] = [];
  private last_ = new Block(); // in blocks_ from its first event on
  private used_ = BLOCK; // events in the last block
  private count_ = 0;
  private snapshots_: Snapshot[] = [{ position: 0, ready: new Set(), timers: new Map() }];
  private knownFrom_ = 0;

  get count(): number {
    return this.count_;
  }

  /** A task entered the ready queue (TaskReady) or left it (StepBegin, TaskDone), or a timer is over. */
  add(time: number, kind: number, subject: number): void {
    if (this.used_ === BLOCK) this.addBlock_();
    const at = this.used_++;
    this.last_.times[at] = time;
    this.last_.kinds[at] = kind;
    this.last_.subjects[at] = subject;
    this.count_++;
  }

  addTimer(time: number, timer: number, task: number, deadline: number): void {
    this.add(time, Kind.TimerSet, 0);
    const block = this.last_;
    const set = block.sets++;
    block.subjects[this.used_ - 1] = set;
    block.setTimers[set] = timer;
    block.setTasks[set] = task;
    block.setDeadlines[set] = deadline;
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
    const cut = this.blocks_.length >>> 1;
    if (cut === 0) return;
    const first = this.replayed_(this.snapshotBefore_(cut * BLOCK), cut * BLOCK);
    this.blocks_ = this.blocks_.slice(cut);
    this.knownFrom_ = this.blocks_[0].times[0];
    this.count_ -= cut * BLOCK;
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
      const block = this.blocks_[Math.floor(i / BLOCK)];
      const subject = block.subjects[i % BLOCK];
      switch (block.kinds[i % BLOCK]) {
        case Kind.TaskReady:
          ready.add(subject);
          break;
        case Kind.StepBegin:
        case Kind.TaskDone:
          ready.delete(subject);
          break;
        case Kind.TimerSet: {
          const timer = block.setTimers[subject];
          const deadline = microseconds(block.setDeadlines[subject]);
          timers.set(timer, { timer, task: block.setTasks[subject], deadline });
          break;
        }
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
      if (this.blocks_[Math.floor(middle / BLOCK)].times[middle % BLOCK] <= time) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private addBlock_(): void {
    this.last_ = new Block();
    this.blocks_.push(this.last_);
    this.used_ = 0;
  }
}
