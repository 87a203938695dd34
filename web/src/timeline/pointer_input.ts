// What a mouse, a pen or fingers do on the timeline: hover, press, pan, scrub the playhead, wheel and pinch zoom.
// Not for keys (keyboard_input.ts) and not for vertical scrolling, which is the browser's.

const CLICK_SLOP = 5; // pixels a press may move and still be a click
const WHEEL_ZOOM = 0.0022; // per pixel of the wheel
const LINE_PIXELS = 16;

/** What the timeline does with it; places are in pixels of the view. */
export interface PointerActions {
  /** Whether a press here takes hold of the playhead. */
  onPlayheadHandle(x: number, y: number, touch: boolean): boolean;
  hover(x: number, y: number): void;
  leave(): void;
  click(x: number, y: number): void;
  scrub(x: number): void;
  /** False while all of the run is in view: then a drag moves the playhead. */
  canPan(): boolean;
  panBy(pixels: number): void;
  zoomAt(factor: number, x: number, glide: boolean): void;
}

type Gesture = "press" | "pan" | "scrub" | "pinch";

/** Listens on the element until the returned function is called. */
export function listenToPointer(element: HTMLElement, actions: PointerActions): () => void {
  const pointers = new Map<number, { x: number; y: number }>();
  let gesture: Gesture | undefined;
  let start = { x: 0, y: 0 };
  let apart = 0;

  const place = (event: MouseEvent) => {
    const box = element.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const pinch = () => {
    const [a, b] = [...pointers.values()];
    return { apart: Math.max(20, Math.abs(a.x - b.x)), middle: (a.x + b.x) / 2 };
  };

  const down = (event: PointerEvent) => {
    if (event.button !== 0) return;
    const at = place(event);
    pointers.set(event.pointerId, at);
    if (pointers.size === 2) {
      gesture = "pinch";
      actions.leave();
      apart = pinch().apart;
      return;
    }
    start = at;
    gesture = actions.onPlayheadHandle(at.x, at.y, event.pointerType === "touch") ? "scrub" : "press";
    if (gesture === "scrub") actions.scrub(at.x);
    if (gesture === "scrub" || event.pointerType === "mouse") element.setPointerCapture(event.pointerId);
  };

  const move = (event: PointerEvent) => {
    const at = place(event);
    const before = pointers.get(event.pointerId);
    if (before === undefined) {
      if (event.pointerType !== "touch") actions.hover(at.x, at.y);
      return;
    }
    pointers.set(event.pointerId, at);
    if (gesture === "pinch" && pointers.size === 2) {
      const now = pinch();
      actions.zoomAt(now.apart / apart, now.middle, false);
      apart = now.apart;
    } else if (gesture === "scrub") {
      actions.scrub(at.x);
    } else {
      if (gesture === "press" && Math.abs(at.x - start.x) > CLICK_SLOP) {
        gesture = actions.canPan() ? "pan" : "scrub";
        actions.leave();
        if (gesture === "pan") element.dataset.panning = "";
      }
      if (gesture === "pan") actions.panBy(before.x - at.x);
      if (gesture === "scrub") actions.scrub(at.x);
    }
  };

  const up = (event: PointerEvent) => {
    const at = place(event);
    if (!pointers.delete(event.pointerId)) return;
    if (gesture === "press" && event.type === "pointerup" && Math.abs(at.y - start.y) <= CLICK_SLOP) {
      actions.click(at.x, at.y);
    }
    if (pointers.size === 0) gesture = undefined;
    delete element.dataset.panning;
  };

  const wheel = (event: WheelEvent) => {
    const unit = event.deltaMode === 1 ? LINE_PIXELS : 1;
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      actions.zoomAt(
        Math.exp(-event.deltaY * unit * WHEEL_ZOOM * (event.deltaMode === 0 ? 2 : 1)),
        place(event).x,
        true,
      );
      return;
    }
    const sideways = event.shiftKey && event.deltaX === 0 ? event.deltaY : event.deltaX;
    if (Math.abs(sideways) <= Math.abs(event.deltaY) && !event.shiftKey) return;
    event.preventDefault();
    actions.panBy(sideways * unit);
  };

  const leave = (event: PointerEvent) => {
    // A finger leaves with every tap; what it tapped stays explained until the next one.
    if (pointers.size === 0 && event.pointerType !== "touch") actions.leave();
  };
  element.addEventListener("pointerdown", down);
  element.addEventListener("pointermove", move);
  element.addEventListener("pointerup", up);
  element.addEventListener("pointercancel", up);
  element.addEventListener("pointerleave", leave);
  element.addEventListener("wheel", wheel, { passive: false });
  return () => {
    element.removeEventListener("pointerdown", down);
    element.removeEventListener("pointermove", move);
    element.removeEventListener("pointerup", up);
    element.removeEventListener("pointercancel", up);
    element.removeEventListener("pointerleave", leave);
    element.removeEventListener("wheel", wheel);
  };
}
