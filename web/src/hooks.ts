// window.loopscope: the page's surface for tests and scripts. Documented in the README; it does not break.
// Not for: what the page itself does with buttons, see components/.

import { presentLink } from "./state/address";
import { analysisOver, warmUp } from "./state/analysis";
import { drawing } from "./state/drawing";
import { editorIdle } from "./state/editor_link";
import { type Results, type RunWish, results, runOver, startRun, stopRun } from "./state/run";
import { loadText } from "./state/scenario";
import { isSeed, network } from "./state/settings";

export interface LoopscopeHooks {
  /** The page can be used: its text is shown, its editor is there. A run waits for its engine before its clock begins. */
  readonly ready: Promise<void>;
  /** Shows a text, and does not run it. */
  load(text: string): Promise<void>;
  /** Runs the scenario; settings that are left out are those of the page. */
  run(wish?: RunWish): Promise<Results>;
  stop(): Promise<void>;
  /** Nothing runs, nothing is to be drawn. */
  idle(): Promise<void>;
  /** The address that shows the present text. */
  link(): Promise<string>;
  results(): Results;
}

declare global {
  interface Window {
    loopscope: LoopscopeHooks;
  }
}

function checkedWish(wish: RunWish): RunWish {
  const { clock, network: wantedNetwork, mode, seed } = wish;
  const check = (right: boolean, words: string): void => {
    if (!right) throw new TypeError(`loopscope.run: ${words}`);
  };
  check(clock === undefined || clock === "real" || clock === "virtual", "clock is “real” or “virtual”");
  check(
    wantedNetwork === undefined || wantedNetwork === "simulated" || wantedNetwork === "internet",
    "network is “simulated” or “internet”",
  );
  check(
    mode === undefined || mode === "as-written" || mode === "blocking",
    "mode is “as-written” or “blocking”",
  );
  check(seed === undefined || isSeed(seed), "seed is a whole number from 0 to 4294967295");
  check(
    wantedNetwork !== "internet" || network.value === "internet",
    "the internet is off until the person at the page switches it on; no script can do it for them",
  );
  return {
    ...(clock === undefined ? {} : { clock }),
    ...(wantedNetwork === undefined ? {} : { network: wantedNetwork }),
    ...(mode === undefined ? {} : { mode }),
    ...(seed === undefined ? {} : { seed }),
  };
}

function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    // A page in the background draws no frames: it has nothing to be drawn, either.
    const timer = setTimeout(resolve, 100);
    requestAnimationFrame(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}

export function installHooks(ready: Promise<void>): void {
  window.loopscope = {
    ready,
    async load(text) {
      if (typeof text !== "string") throw new TypeError("loopscope.load: the text must be a string");
      await ready;
      await stopRun();
      loadText(text);
      await analysisOver();
    },
    async run(wish = {}) {
      const checked = checkedWish(wish);
      await ready;
      return startRun(checked);
    },
    async stop() {
      // After a run() that was asked for just before.
      await ready;
      await stopRun();
    },
    async idle() {
      await ready;
      await warmUp();
      await runOver();
      await analysisOver();
      await nextFrame();
      await editorIdle();
      await drawing.value?.idle();
      await nextFrame();
    },
    async link() {
      const link = await presentLink();
      if (link === null) throw new RangeError("loopscope.link: a link holds at most 64 KB of code");
      return link;
    },
    results,
  };
}
