// The code: plain text at first paint, the editor in its place as soon as its chunk is there.
// Not for: CodeMirror, see editor/; the text, see state/scenario.ts.

import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { words } from "../i18n/language";
import { editorLoaded, editorMissing } from "../state/editor_link";
import { text } from "../state/scenario";
import { SectionTabs } from "./section_tabs";

function PlainCode(): JSX.Element {
  return (
    <div class="plain-code" data-testid="plain-code">
      <ol>
        {text.value.split("\n").map((line, at) => (
          // The lines of a text have no other identity than their number.
          <li key={at}>{line === "" ? "\u200b" : line}</li>
        ))}
      </ol>
    </div>
  );
}

export function CodePane(): JSX.Element {
  const place = useRef<HTMLDivElement>(null);
  const mounted = useSignal(false);
  useEffect(() => {
    let destroy: (() => void) | null = null;
    let gone = false;
    // After the first paint: the plain text is there to be read meanwhile.
    requestAnimationFrame(() => {
      import("../editor/code_editor").then(
        ({ mountEditor }) => {
          if (gone || place.current === null) return;
          const mountedEditor = mountEditor(place.current);
          destroy = mountedEditor.destroy;
          mounted.value = true;
          editorLoaded(mountedEditor.handle);
        },
        () => editorMissing(),
      );
    });
    return () => {
      gone = true;
      destroy?.();
    };
  }, []);
  return (
    <section class="code" id="code" aria-label={words.value.code} data-testid="code">
      <SectionTabs />
      <div class="code-place" ref={place}>
        {!mounted.value && <PlainCode />}
      </div>
    </section>
  );
}
