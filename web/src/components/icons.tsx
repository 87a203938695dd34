// The page's pictures, drawn as strokes in the current colour: they say nothing that words beside them do not.
// Not for: the logo, see logo.tsx.
import type { JSX } from "preact";

const kPaths: Record<string, string> = {
  play: "M6 4.2v9.6L14 9z",
  stop: "M5.2 5.2h7.6v7.6H5.2z",
  link: "M7.6 10.4a2.8 2.8 0 0 0 4 0l2.2-2.2a2.8 2.8 0 0 0-4-4l-.9.9M10.4 7.6a2.8 2.8 0 0 0-4 0L4.2 9.8a2.8 2.8 0 0 0 4 4l.9-.9",
  check: "M4 9.4l3.4 3.4L14 5.8",
  sun: "M9 6a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM9 1.8v1.6M9 14.6v1.6M1.8 9h1.6M14.6 9h1.6M3.9 3.9l1.1 1.1M13 13l1.1 1.1M14.1 3.9L13 5M5 13l-1.1 1.1",
  moon: "M14.6 10.6A6 6 0 0 1 7.4 3.4a6 6 0 1 0 7.2 7.2z",
  half: "M9 2.8a6.2 6.2 0 1 0 0 12.4zM9 2.8a6.2 6.2 0 0 1 0 12.4",
  down: "M5 7.2l4 4 4-4",
  close: "M5 5l8 8M13 5l-8 8",
  bowl: "M2.8 8.2h12.4a6.2 6.2 0 0 1-4.2 5.9v1H7v-1a6.2 6.2 0 0 1-4.2-5.9zM10.4 8.2l3.8-5.4M8 8.2l2-5.4",
  speech: "M3 4h12v8H8.4L5 14.8V12H3zM6 7h6M6 9.2h4",
  links: "M3 4.5h3.2M3 9h3.2M3 13.5h3.2M8.6 4.5H15M8.6 9H15M8.6 13.5H15",
  globe:
    "M9 2.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 9 2.8zM2.8 9h12.4M9 2.8c-4 4-4 8.4 0 12.4M9 2.8c4 4 4 8.4 0 12.4",
  layers: "M9 3l6.2 3.2L9 9.4 2.8 6.2zM2.8 9.4L9 12.6l6.2-3.2M2.8 12.2L9 15.4l6.2-3.2",
  question: "M6.4 6.6a2.7 2.7 0 1 1 3.8 2.6c-.8.4-1.2.9-1.2 1.8M9 13.6v.2",
  blocked: "M9 2.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 9 2.8zM4.7 4.7l8.6 8.6",
  chip: "M5 5h8v8H5zM7.4 7.4h3.2v3.2H7.4zM7 2.8V5M11 2.8V5M7 13v2.2M11 13v2.2M2.8 7H5M2.8 11H5M13 7h2.2M13 11h2.2",
  own: "M4 14l.8-3.2L11.6 4 14 6.4l-6.8 6.8z",
};

const kFilled = new Set(["play", "stop"]);

export function Icon({ name }: { name: string }): JSX.Element {
  const filled = kFilled.has(name);
  return (
    <svg
      class="icon"
      viewBox="0 0 18 18"
      width="18"
      height="18"
      aria-hidden="true"
      fill={filled ? "currentColor" : "none"}
      stroke="currentColor"
      stroke-width="1.5"
      stroke-linecap="round"
      stroke-linejoin="round"
    >
      <path d={kPaths[name] ?? ""} />
    </svg>
  );
}
