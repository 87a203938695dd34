// The menu of examples: a button that names what is shown, and a list to choose from by pointer or keys.
// Not for: loading an example, see state/scenario.ts.
import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { presets } from "../../presets/presets";
import { locale, words } from "../i18n/language";
import { stopRun } from "../state/run";
import { choosePreset, preset } from "../state/scenario";
import { Icon } from "./icons";

function choose(name: string): void {
  void stopRun().then(() => choosePreset(name));
}

export function PresetMenu(): JSX.Element {
  const open = useSignal(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const items = (): HTMLElement[] => [
    ...(root.current?.querySelectorAll<HTMLElement>("[role=menuitemradio]") ?? []),
  ];

  const close = (): void => {
    open.value = false;
    button.current?.focus();
  };

  useLayoutEffect(() => {
    if (!open.value) return;
    const list = items();
    (list.find((item) => item.ariaChecked === "true") ?? list[0])?.focus();
    const onPointer = (event: PointerEvent): void => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) open.value = false;
    };
    const onKey = (event: KeyboardEvent): void => {
      const at = list.findIndex((item) => item.contains(document.activeElement));
      const steps: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 };
      const next = steps[event.key];
      if (next !== undefined) {
        event.preventDefault();
        list.at(next % list.length)?.focus();
      } else if (event.key === "Escape") {
        event.preventDefault();
        close();
      } else if (event.key === "Tab") {
        open.value = false;
      }
    };
    addEventListener("pointerdown", onPointer);
    addEventListener("keydown", onKey);
    return () => {
      removeEventListener("pointerdown", onPointer);
      removeEventListener("keydown", onKey);
    };
  }, [open.value]);

  const shown = preset.value;
  return (
    <div class="menu" ref={root}>
      <button
        ref={button}
        type="button"
        class="menu-button"
        data-testid="preset-menu"
        aria-haspopup="menu"
        aria-expanded={open.value}
        onClick={() => {
          open.value = !open.value;
        }}
      >
        <Icon name={shown?.icon ?? "own"} />
        <span class="menu-title">{shown?.title[locale.value] ?? words.value.ownCode}</span>
        <Icon name="down" />
      </button>
      {open.value && (
        <div class="menu-list" role="menu" aria-label={words.value.presets}>
          {presets.map((item) => (
            <button
              key={item.name}
              type="button"
              role="menuitemradio"
              aria-checked={item === shown}
              tabIndex={-1}
              data-testid="preset"
              data-preset={item.name}
              onClick={() => {
                close();
                choose(item.name);
              }}
            >
              <Icon name={item.icon} />
              <span>
                <b>{item.title[locale.value]}</b>
                <small>{item.point[locale.value]}</small>
              </span>
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
