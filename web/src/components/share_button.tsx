// Copies the link to what is on the page, and says that it did.
// Not for: making links, see state/address.ts.
import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useRef } from "preact/hooks";
import { words } from "../i18n/language";
import { presentLink } from "../state/address";
import { notify } from "../state/notices";
import { Icon } from "./icons";

/** Milliseconds that the button says “copied”. */
const kSaid = 2000;

export function ShareButton(): JSX.Element {
  const copied = useSignal(false);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const share = async (): Promise<void> => {
    const link = await presentLink();
    if (link === null) {
      notify({ kind: "length", tone: "info", text: (say) => say.noticeCodeTooLong });
      return;
    }
    history.replaceState(null, "", link);
    try {
      await navigator.clipboard.writeText(link);
    } catch {
      notify({ kind: "share", tone: "info", text: (say) => say.shareFailed });
      return;
    }
    copied.value = true;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      copied.value = false;
    }, kSaid);
  };
  const say = words.value;
  return (
    <button type="button" class="share" data-testid="share" title={say.share} onClick={() => void share()}>
      <Icon name={copied.value ? "check" : "link"} />
      <span aria-live="polite">{copied.value ? say.shareCopied : say.share}</span>
    </button>
  );
}
