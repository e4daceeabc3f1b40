import {html} from "htl";
import {entryText} from "../../lib/sheet/entry-text.js";
import {typedNumber} from "../../lib/sheet/number.js";
import {address, control, remember, type Control} from "./controls.js";
import {problemOf, typedField} from "./typed-field.js";

export interface NumberInputOptions {
  min: number;
  max: number;
  step: number;
  /** Default, if the address has no value. */
  value: number;
  /** Formats the value. */
  format: (value: number) => string;
  /**
   * Parses typed text, which may go beyond the slider, and throws if it is invalid; by default, only the slider's range
   * is valid.
   */
  read?: (text: string) => number;
}

/**
 * A number to type or to set with a slider, remembered as ?name=value. Its value is the number, as text. Typed text may
 * be `4,096`, `20%` or `1.5M`; invalid text stays in its field with the reason below, and the number does not change.
 */
export function numberInput(name: string, label: string, options: NumberInputOptions): Control {
  const {min, max, step, format, read = within(min, max)} = options;
  const {field, note} = typedField((text) => take(read(text)));
  const slider = html`<input
    class="slider"
    type="range"
    min=${min}
    max=${max}
    step=${step}
    aria-label=${`${label}, slider`}
  />` as HTMLInputElement;
  let value = options.value;
  const show = (): void => {
    field.value = format(value);
    field.setAttribute("aria-invalid", "false");
    note.textContent = "";
    slider.value = String(value);
    slider.setAttribute("aria-valuetext", field.value);
  };
  const take = (next: number): void => {
    value = next;
    remember(name, String(value));
    show();
  };
  slider.addEventListener("input", () => take(slider.valueAsNumber));
  const requested = address().get(name);
  if (requested !== null) problemOf((text) => (value = read(text)), requested);
  show();
  return control(label, [field, slider, note], () => String(value));
}

function within(min: number, max: number): (text: string) => number {
  return (text) => {
    const typed = typedNumber(entryText(text, ""));
    if ("value" in typed && typed.value >= min && typed.value <= max) return typed.value;
    throw new Error(`Enter a number from ${min} to ${max}.`);
  };
}
