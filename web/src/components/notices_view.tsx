// The notices under the header, each with what can be done about it.
// Not for: what is said, see state/notices.ts.
import type { JSX } from "preact";
import { words } from "../i18n/language";
import { dismiss, notices } from "../state/notices";
import { Icon } from "./icons";

export function NoticesView(): JSX.Element {
  const say = words.value;
  return (
    <div class="notices" role="status">
      {notices.value.map((notice) => (
        <div key={notice.kind} class={`notice ${notice.tone}`} data-testid="notice" data-kind={notice.kind}>
          <p>{notice.text(say)}</p>
          {notice.action !== undefined && (
            <button type="button" data-testid="notice-action" onClick={notice.action.act}>
              {notice.action.label(say)}
            </button>
          )}
          <button
            type="button"
            class="bare"
            data-testid="notice-dismiss"
            aria-label={say.dismiss}
            title={say.dismiss}
            onClick={() => {
              notice.onDismiss?.();
              dismiss(notice.kind);
            }}
          >
            <Icon name="close" />
          </button>
        </div>
      ))}
    </div>
  );
}
