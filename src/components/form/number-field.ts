import {boundedNumber, type NumberBounds} from "../../lib/sheet/bounded-number.js";
import {address, control, remember, type Control} from "./controls.js";
import {problemOf, typedField} from "./typed-field.js";

/** Bounds and placeholder of a number field; `start` may be empty if the page has a default of its own. */
export interface NumberField extends NumberBounds {
  start: number | "";
  /** Placeholder of an empty field. */
  placeholder?: string;
}

/**
 * A number field, remembered in the page's address as ?name=value. Its value is the last valid number, as text; invalid
 * text stays in the field, with the reason below.
 */
export function numberField(name: string, label: string, options: NumberField): Control {
  const {start, unit, placeholder = ""} = options;
  let last = String(start);
  const take = (text: string): void => {
    last = start === "" && text.trim() === "" ? "" : String(numberIn(text, options));
  };
  const {field, note} = typedField((text) => (take(text), remember(name, last)), {placeholder});
  const requested = address().get(name);
  field.value = requested ?? last;
  if (requested !== null) note.textContent = problemOf(take, requested);
  field.setAttribute("aria-invalid", String(note.textContent !== ""));
  return control(label, [field, unit ?? "", note], () => last);
}

function numberIn(text: string, bounds: NumberField): number {
  const read = boundedNumber(text, bounds);
  if ("value" in read) return read.value;
  throw new Error(`${read.problem.charAt(0).toUpperCase()}${read.problem.slice(1)}.`);
}
