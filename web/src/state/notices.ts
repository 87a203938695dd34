// What the page has to say besides results: at most one notice of a kind, each with words in the language in use.
// Not for: a program's errors, which stand in its console and at their line.
import { signal } from "@preact/signals";
import type { Messages } from "../i18n/english";

export interface Notice {
  /** A second notice of the same kind takes the place of the first. */
  kind: string;
  tone: "info" | "problem";
  text: (words: Messages) => string;
  action?: { label: (words: Messages) => string; act: () => void } | undefined;
  /** The person closed it. */
  onDismiss?: () => void;
}

export const notices = signal<readonly Notice[]>([]);

export function notify(notice: Notice): void {
  notices.value = [...notices.value.filter((other) => other.kind !== notice.kind), notice];
}

export function dismiss(kind: string): void {
  if (notices.value.some((notice) => notice.kind === kind)) {
    notices.value = notices.value.filter((notice) => notice.kind !== kind);
  }
}
