// The page as a whole: header, notices, code on the left, results, timeline and consoles on the right.
// Not for: any part of it, each of which has a file.
import type { JSX } from "preact";
import { words } from "../i18n/language";
import { editor } from "../state/editor_link";
import { CodePane } from "./code_pane";
import { ConsolePane } from "./console_pane";
import { Header } from "./header";
import { InternetDialog } from "./internet_dialog";
import { NoticesView } from "./notices_view";
import { Race } from "./race";
import { TimelinePane } from "./timeline_pane";

export function App(): JSX.Element {
  return (
    <>
      <button type="button" class="skip" data-testid="skip" onClick={() => editor.value?.focus()}>
        {words.value.skipToCode}
      </button>
      <Header />
      <NoticesView />
      <main class="main">
        <CodePane />
        <div class="right">
          <Race />
          <TimelinePane />
          <ConsolePane />
        </div>
      </main>
      <InternetDialog />
    </>
  );
}
