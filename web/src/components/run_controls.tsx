// Run and Stop, and the key for each.
// Not for: how it runs, see run_settings.tsx; running, see state/run.ts.
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { words } from "../i18n/language";
import { isRunning, startRun, stopRun } from "../state/run";
import { Icon } from "./icons";

const kKey = /Mac|iPhone|iPad/.test(navigator.platform) ? "⌘ ⏎" : "Ctrl ⏎";

function run(): void {
  // What goes wrong is said by a notice.
  startRun().catch(() => undefined);
}

function onKey(event: KeyboardEvent): void {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
  event.preventDefault();
  run();
}

export function RunControls(): JSX.Element {
  useEffect(() => {
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);
  const running = isRunning.value;
  return (
    <div class="run-controls">
      <button type="button" class="primary" data-testid="run" aria-keyshortcuts="Control+Enter" onClick={run}>
        <Icon name="play" />
        {words.value.run}
        <kbd>{kKey}</kbd>
      </button>
      <button
        type="button"
        class="stop"
        data-testid="stop"
        aria-label={words.value.stop}
        title={words.value.stop}
        disabled={!running}
        onClick={() => void stopRun()}
      >
        <Icon name="stop" />
      </button>
    </div>
  );
}
