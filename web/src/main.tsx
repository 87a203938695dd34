// Starts the page: draws it, opens what the address asks for, then loads what the first paint does not need.
// Not for: anything that lasts; each state has an owner in state/.
import { effect } from "@preact/signals";
import { render } from "preact";
import { App } from "./components/app";
import { installHooks } from "./hooks";
import { locale } from "./i18n/language";
import { followAddress, openAddress } from "./state/address";
import { followText, sections, warmUp } from "./state/analysis";
import { editorIdle } from "./state/editor_link";
import { pool } from "./state/engines";
import { notify } from "./state/notices";
import { followParked } from "./state/parked";
import { followRace } from "./state/race";
import { showRecording } from "./state/recording";
import { clearRun, stopRun } from "./state/run";
import { choosePreset, origin, replacements } from "./state/scenario";
import { registerServiceWorker } from "./state/service_worker_link";
import "./styles/page.css";

/** A text that takes another's place clears what that one did; an example draws its recorded run, in the page's language. */
function followReplacements(): void {
  let taken = replacements.peek();
  let shown = locale.peek();
  effect(() => {
    const language = locale.value;
    const replaced = replacements.value !== taken;
    const from = origin.value;
    taken = replacements.value;
    if (from.kind === "preset" && language !== shown) translateExample().catch(sayWhy);
    else if (from.kind === "preset" && taken > 0) showRecording(from.name, language).catch(sayWhy);
    else if (replaced) void clearRun();
    shown = language;
  });
}

/** A run that is under way is of the text in the other language: it would stand beside words that are not its own. */
async function translateExample(): Promise<void> {
  await stopRun();
  const from = origin.peek();
  if (from.kind === "preset") await choosePreset(from.name);
}

function sayWhy(reason: unknown): void {
  const words = reason instanceof Error ? reason.message : String(reason);
  notify({ kind: "recording", tone: "problem", text: (messages) => messages.noticeTraceDamaged(words) });
}

async function start(): Promise<void> {
  const root = document.getElementById("app");
  if (root === null) throw new Error("index.html has no #app");
  render(<App />, root);
  await openAddress();
  followAddress();
  followRace();
  followParked();
  followReplacements();
  await editorIdle();
  followText();
  // As many as Run would start: one that stands alone has a twin.
  effect(() => pool.keepWarm(Math.max(2, sections.value.length)));
  void warmUp();
  await registerServiceWorker();
}

installHooks(start());
