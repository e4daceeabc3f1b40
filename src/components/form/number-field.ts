import {entryText} from "../../lib/sheet/entry-text.js";
import {typedNumber} from "../../lib/sheet/number.js";
import {address, control, remember, type Control} from "./controls.js";
import {problemOf, typedField} from "./typed-field.js";

/** What a field for a number accepts; `start` may be empty where the page has a value of its own. */
export interface NumberField {
  min: number;
  max: number;
  start: number | "";
  /** Whether only whole numbers are accepted. */
  whole?: boolean;
  /** Shown behind the field. */
  unit?: string;
  /** Shown in the field while it is empty. */
  placeholder?: string;
}

/**
 * A field for a number, remembered in the page's address as ?name=value. It gives the last number that was accepted, as
 * text; what is refused stays in the field, with the reason below.
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

function numberIn(text: string, {min, max, whole, unit}: NumberField): number {
  const value = typedIn(text, unit);
  if (value >= min && value <= max && (!whole || Number.isInteger(value))) return value;
  const [from, to] = [min, max].map((bound) => bound.toLocaleString("en-US"));
  throw new Error(`Expected a ${whole ? "whole " : ""}number from ${from} to ${to}, got “${text}”.`);
}

/** What a text says in a unit, of which only per cent takes a percentage; NaN where it is no number. */
function typedIn(text: string, unit: string | undefined): number {
  const typed = typedNumber(entryText(text, ""));
  if (!("value" in typed)) return NaN;
  if (!typed.percent) return typed.value;
  return unit === "%" ? typed.value * 100 : NaN;
}
