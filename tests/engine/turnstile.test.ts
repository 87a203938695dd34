// The turnstile: waits end at their time, never before it, or when woken.
// Not for how late they are, which is measured by the benches.
import { describe, expect, test } from "vitest";
import { Turnstile } from "../../wasm/turnstile.mts";

describe("Turnstile", () => {
  test.each([0, 0.3, 1, 4.2, 7.5, 20])("waits %s ms and is not early", async (ms) => {
    const turnstile = new Turnstile();
    const deadline = performance.now() + ms;
    await turnstile.waitUntil(deadline);
    expect(performance.now()).toBeGreaterThanOrEqual(deadline);
    turnstile.close();
  });

  test("wakes from a wait without a deadline", async () => {
    const turnstile = new Turnstile();
    setTimeout(() => turnstile.wake(), 1);
    await turnstile.waitUntil(null);
    turnstile.close();
  });

  test("wakes before the deadline and forgets its timer", async () => {
    const turnstile = new Turnstile();
    const started = performance.now();
    setTimeout(() => turnstile.wake(), 1);
    await turnstile.waitUntil(started + 60_000);
    expect(performance.now() - started).toBeLessThan(30_000);
    turnstile.close();
  });

  test("a wake with nobody waiting is no wake of the next wait", async () => {
    const turnstile = new Turnstile();
    turnstile.wake();
    const deadline = performance.now() + 5;
    await turnstile.waitUntil(deadline);
    expect(performance.now()).toBeGreaterThanOrEqual(deadline);
    turnstile.close();
  });

  test("gives other timers their turn between two hops", async () => {
    const turnstile = new Turnstile();
    let rang = false;
    setTimeout(() => {
      rang = true;
    }, 1);
    for (let hops = 0; !rang && hops < 1_000_000; hops++) await turnstile.next();
    expect(rang).toBe(true);
    turnstile.close();
  });
});
