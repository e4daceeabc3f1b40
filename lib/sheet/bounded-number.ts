import {entryText} from "./entry-text.js";
import {typedNumber} from "./number.js";

/** Requirements on a number. */
export interface NumberBounds {
  min: number;
  max: number;
  /** Whether only whole numbers are accepted. */
  whole?: boolean;
  /** `share` reads `40%` and 0.4 as 0.4, `%` reads `40%` and 40 as 40; nothing else takes a percentage. */
  unit?: string;
}

/** Parses a number within bounds, written `4,096`, `1.5M` or `40%`, or says what was expected instead. */
export function boundedNumber(text: string, bounds: NumberBounds): {value: number} | {problem: string} {
  const {min, max, whole} = bounds;
  const value = typedIn(text, bounds);
  if (value >= min && value <= max && (!whole || Number.isInteger(value))) return {value};
  const [from, to] = [min, max].map((bound) => bound.toLocaleString("en-US"));
  return {problem: `expected a ${whole ? "whole " : ""}number from ${from} to ${to}, got “${text}”`};
}

/** NaN for a text that is not a number of the unit. */
function typedIn(text: string, {unit}: NumberBounds): number {
  const typed = typedNumber(entryText(text, ""));
  if (!("value" in typed)) return NaN;
  if (!typed.percent) return typed.value;
  return unit === "share" ? typed.value : unit === "%" ? typed.value * 100 : NaN;
}
