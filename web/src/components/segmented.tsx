// A choice of a few, side by side: radio buttons underneath, so that keys and screen readers know it.
// Not for: what is chosen, which its owner decides; a choice may be refused.
import type { JSX } from "preact";

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
  return (
    <fieldset class="segmented" disabled={disabled} data-testid={name}>
      <legend class="unseen">{legend}</legend>
      {choices.map((choice) => (
        <label key={choice.value} title={choice.hint} data-testid={`${name}-${choice.value}`}>
          <input
            type="radio"
            name={name}
            value={choice.value}
            checked={choice.value === value}
            onClick={() => {
              if (choice.value !== value) onChoose(choice.value);
            }}
            onChange={(event) => {
              // The owner's answer is what is shown, not what was pressed.
              event.currentTarget.checked = choice.value === value;
            }}
          />
          <span>{choice.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
