// The question before anything leaves the page: the only place where the internet is switched on.
// Not for: remembering the answer, see state/settings.ts.
import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { words } from "../i18n/language";
import { origin } from "../state/scenario";
import { answerInternet, askingForInternet } from "../state/settings";

export function InternetDialog(): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  const asking = askingForInternet.value;
  useEffect(() => {
    if (asking) dialog.current?.showModal();
    else dialog.current?.close();
  }, [asking]);
  const say = words.value;
  return (
    <dialog
      ref={dialog}
      class="dialog"
      data-testid="internet-dialog"
      aria-labelledby="internet-title"
      onClose={() => {
        if (askingForInternet.peek()) answerInternet(false);
      }}
    >
      <h2 id="internet-title">{say.internetTitle}</h2>
      {origin.value.kind === "link" && <p class="warning">{say.internetFromLink}</p>}
      <p>{say.internetBody}</p>
      <div class="dialog-buttons">
        <button type="button" data-testid="internet-no" onClick={() => answerInternet(false)}>
          {say.internetNo}
        </button>
        <button
          type="button"
          class="primary"
          data-testid="internet-yes"
          onClick={(event) => {
            // A script's click is nobody's yes.
            if (event.isTrusted) answerInternet(true);
          }}
        >
          {say.internetYes}
        </button>
      </div>
    </dialog>
  );
}
