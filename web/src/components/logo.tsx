// The logo: an open loop with a pulse in it, and the name.
// Not for: anything that can be pressed.
import type { JSX } from "preact";

export function Logo(): JSX.Element {
  return (
    <h1 class="logo">
      <svg width="22" height="22" viewBox="0 0 22 22" aria-hidden="true" fill="none" stroke-linejoin="round">
        <circle
          cx="11"
          cy="11"
          r="8.5"
          stroke="var(--accent)"
          stroke-width="2.4"
          stroke-dasharray="40 14"
          stroke-linecap="round"
        />
        <path d="M6 11h2.5l1.5-3.5 2.5 7 1.5-3.5H16" stroke="var(--ink)" stroke-width="1.6" />
      </svg>
      <span>Loopscope</span>
    </h1>
  );
}
