// The bar at the top: what is shown, how it runs, Run, and the page's own settings.
// Not for: the controls themselves, each of which has a file.
import type { JSX } from "preact";
import { Logo } from "./logo";
import { LookControls } from "./look_controls";
import { PresetMenu } from "./preset_menu";
import { RunControls } from "./run_controls";
import { RunSettings } from "./run_settings";
import { ShareButton } from "./share_button";

export function Header(): JSX.Element {
  return (
    <header class="header">
      <Logo />
      <PresetMenu />
      <div class="run-bar">
        <RunControls />
        <RunSettings />
      </div>
      <div class="header-end">
        <ShareButton />
        <LookControls />
      </div>
    </header>
  );
}
