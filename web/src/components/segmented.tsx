// A choice of a few, side by side: radio buttons underneath, so that keys and screen readers know it.
// Not for: what is chosen, which its owner decides; a choice may be refused.
import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

export interface SegmentedChoice<Value extends string> {
  value: Value;
  label: string;
  hint?: string;
}

export interface SegmentedProps<Value extends string> {
  name: string;
  legend: string;
  value: Value;
  choices: readonly SegmentedChoice<Value>[];
  disabled?: boolean;
  onChoose: (value: Value) => void;
}

export function Segmented<Value extends string>(props: SegmentedProps<Value>): JSX.Element {
  const { name, legend, value, choices, disabled = false, onChoose } = props;
  const fieldset = useRef<HTMLFieldSetElement>(null);
  const pressed = useSignal(0);
  const presses = pressed.value;
  // The browser checks what was pressed; what the owner says is what is shown, even when it said no.
  useLayoutEffect(() => {
    for (const input of fieldset.current?.querySelectorAll("input") ?? [])
      input.checked = input.value === value;
  }, [value, presses]);
  return (
    <fieldset class="segmented" ref={fieldset} disabled={disabled} data-testid={name}>
      <legend class="unseen">{legend}</legend>
      {choices.map((choice) => (
        <label key={choice.value} title={choice.hint} data-testid={`${name}-${choice.value}`}>
          <input
            type="radio"
            name={name}
            value={choice.value}
            checked={choice.value === value}
            onChange={() => {
              pressed.value += 1;
              onChoose(choice.value);
            }}
          />
          <span>{choice.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
