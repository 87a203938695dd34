// Workers with an engine: the module is compiled once and posted to each, and as many as the scenario needs are kept warm.
// Not for: what a worker does, see engine_worker.ts; which programs run, see state/run.ts.
import { EngineWorker, type WorkerPort } from "./engine_worker";

/** More than this many are started when they are needed. */
const kMaxWarm = 4;

/**
 * "confined" workers inherit the page's content policy, so that nothing they do can reach a foreign host. "open" ones do
 * not: they are for runs with the internet, after the person's yes.
 */
export type Confinement = "confined" | "open";

export interface PoolParts {
  compile(): Promise<WebAssembly.Module>;
  spawn(confinement: Confinement): WorkerPort;
}

export class WorkerPool {
  private module: Promise<WebAssembly.Module> | null = null;
  private readonly warm: EngineWorker[] = [];

  constructor(private readonly parts: PoolParts) {}

  /** Starts workers ahead of need, so that Run finds them ready. */
  keepWarm(count: number): void {
    const wanted = Math.max(1, Math.min(count, kMaxWarm));
    while (this.warm.length < wanted) this.warm.push(this.start("confined"));
    while (this.warm.length > wanted) this.warm.pop()?.end();
  }

  /** Workers of the caller's own, ready; whoever takes them gives them back, or ends them. */
  async take(count: number, confinement: Confinement): Promise<EngineWorker[]> {
    const taken: EngineWorker[] = [];
    while (taken.length < count) {
      const warm = confinement === "confined" ? this.warm.shift() : undefined;
      taken.push(warm ?? this.start(confinement));
    }
    try {
      await Promise.all(taken.map((worker) => worker.ready));
    } catch (reason) {
      for (const worker of taken) worker.end();
      // The next attempt compiles again: a download that failed may work then.
      this.module = null;
      for (const worker of this.warm.splice(0)) worker.end();
      throw reason;
    }
    return taken;
  }

  /**
   * A worker that has run once starts the next run sooner, and more evenly, than a new one. Those that cannot be used again
   * are ended.
   */
  giveBack(workers: readonly EngineWorker[], confinement: Confinement): void {
    for (const worker of workers) {
      if (confinement === "confined" && worker.reusable && this.warm.length < kMaxWarm)
        this.warm.unshift(worker);
      else worker.end();
    }
  }

  private start(confinement: Confinement): EngineWorker {
    this.module ??= this.parts.compile();
    return new EngineWorker(this.parts.spawn(confinement), this.module);
  }
}
