// The keys of the timeline: zoom, fit and pan on the picture, steps of the playhead on its slider. Not for the pointer.

/** Steps of the playhead: a hundredth or a tenth of the view, to the next or last change, to an end. */
export type PlayheadStep =
  | "back"
  | "on"
  | "far-back"
  | "far-on"
  | "event-back"
  | "event-on"
  | "start"
  | "end";

export interface KeyActions {
  zoomBy(factor: number): void;
  fit(): void;
  /** Part of the view, negative to the left. */
  panByPart(part: number): void;
  step(step: PlayheadStep): void;
  escape(): void;
}

const ZOOM = 1.5;
const PAN = 0.15;

function common(event: KeyboardEvent, actions: KeyActions): boolean {
  switch (event.key) {
    case "+":
    case "=":
      actions.zoomBy(ZOOM);
      return true;
    case "-":
    case "_":
      actions.zoomBy(1 / ZOOM);
      return true;
    case "0":
      actions.fit();
      return true;
    case "Escape":
      actions.escape();
      return true;
    default:
      return false;
  }
}

function onPicture(event: KeyboardEvent, actions: KeyActions): boolean {
  switch (event.key) {
    case "ArrowLeft":
      actions.panByPart(-PAN);
      return true;
    case "ArrowRight":
      actions.panByPart(PAN);
      return true;
    case "[":
      actions.step("event-back");
      return true;
    case "]":
      actions.step("event-on");
      return true;
    default:
      return common(event, actions);
  }
}

const STEPS: Readonly<Record<string, PlayheadStep>> = {
  ArrowLeft: "back",
  ArrowDown: "back",
  ArrowRight: "on",
  ArrowUp: "on",
  PageDown: "far-back",
  PageUp: "far-on",
  Home: "start",
  End: "end",
};

function onSlider(event: KeyboardEvent, actions: KeyActions): boolean {
  const step = STEPS[event.key];
  if (step === undefined) return common(event, actions);
  if (event.shiftKey && (step === "back" || step === "on")) actions.step(`event-${step}`);
  else actions.step(step);
  return true;
}

/** Listens on the picture and on the playhead's slider until the returned function is called. */
export function listenToKeys(picture: HTMLElement, slider: HTMLElement, actions: KeyActions): () => void {
  const listen =
    (handle: (event: KeyboardEvent, actions: KeyActions) => boolean) => (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (handle(event, actions)) {
        event.preventDefault();
        event.stopPropagation();
      }
    };
  const pictureKeys = listen(onPicture);
  const sliderKeys = listen(onSlider);
  picture.addEventListener("keydown", pictureKeys);
  slider.addEventListener("keydown", sliderKeys);
  return () => {
    picture.removeEventListener("keydown", pictureKeys);
    slider.removeEventListener("keydown", sliderKeys);
  };
}
