// Gives the thread back to the browser and comes back: at once, at a time, or when woken.
// Not for deciding which of them (engine.mts).

/**
 * From this many milliseconds before a deadline on, hops replace the timer: browsers clamp setTimeout to 4 ms from the
 * fifth nesting on, cut off fractions and fire a little late. A hop takes 5 to 10 microseconds.
 */
const kHopsMs = 5;
/** Longer timers overflow to 0 in browsers; the wait goes on after them. */
const kLongestTimerMs = 2 ** 31 - 1;

type Callback = () => void;

interface Hopper {
  /** Calls back in a macrotask of its own, so that messages, drawing and timers get their turn. */
  hop(callback: Callback): void;
  close(): void;
}

function messageHopper(): Hopper {
  const { port1, port2 } = new MessageChannel();
  const waiting: Callback[] = [];
  port1.onmessage = () => waiting.shift()?.();
  return {
    hop(callback) {
      waiting.push(callback);
      port2.postMessage(null);
    },
    close() {
      port1.close();
    },
  };
}

/** Node's own: a MessageChannel is slow there. */
function immediateHopper(setImmediate: (callback: Callback) => unknown): Hopper {
  return { hop: (callback) => void setImmediate(callback), close() {} };
}

function isFunction(value: unknown): value is (callback: Callback) => unknown {
  return typeof value === "function";
}

/** One per run; at most one wait at a time. Closed when the run ends, so that nothing keeps Node alive. */
export class Turnstile {
  readonly #hopper: Hopper;
  #wake: Callback | null = null;

  constructor() {
    const immediate: unknown = Reflect.get(globalThis, "setImmediate");
    this.#hopper = isFunction(immediate) ? immediateHopper(immediate) : messageHopper();
  }

  /** Resolves in the next macrotask. */
  next(): Promise<void> {
    return new Promise((resolve) => this.#hopper.hop(resolve));
  }

  /** Resolves when performance.now() reaches the deadline, never before; or at wake(). Null: only at wake(). */
  waitUntil(deadlineMs: number | null): Promise<void> {
    return new Promise((resolve) => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const finish = (): void => {
        clearTimeout(timer);
        this.#wake = null;
        resolve();
      };
      this.#wake = finish;
      if (deadlineMs === null) return;
      const look = (): void => {
        if (this.#wake !== finish) return;
        const leftMs = deadlineMs - performance.now();
        if (leftMs <= 0) finish();
        else if (leftMs <= kHopsMs) this.#hopper.hop(look);
        else timer = setTimeout(look, Math.min(leftMs - kHopsMs, kLongestTimerMs));
      };
      look();
    });
  }

  /** Ends a wait; nothing where there is none. */
  wake(): void {
    this.#wake?.();
  }

  close(): void {
    this.#hopper.close();
  }
}
