import type {InputValues} from "./inputs.js";
import {mayBePercentage} from "./quantity.js";

/**
 * How far a number lies outside an input's range, in words: `above its range, 0.066 to 0.085 USD/kWh, by a factor of
 * 853`, and what to check. Empty unless it is more than twenty times the one end or less than a twentieth of the other,
 * as after a slip of unit or a forgotten per cent sign. Zero leaves something out, and is never far.
 */
export function farOutside({values, provenance}: InputValues, row: number, unit: string, value: number): string {
  const central = values[row];
  if (typeof central !== "number" || !(value > 0)) return "";
  const {low, high} = provenance?.[row] ?? {low: central, high: central};
  const range = low === high ? `its former value, ${low} ${unit}` : `its range, ${low} to ${high} ${unit}`;
  if (high > 0 && value > FAR * high)
    return `above ${range}, by a factor of ${rounded(value / high)}: ${hint(value, high, unit)}`;
  if (low > 0 && value < low / FAR) return `below ${range}, by a factor of ${rounded(low / value)}: check the unit`;
  return "";
}

const FAR = 20;

function hint(value: number, high: number, unit: string): string {
  return mayBePercentage(unit) && value / 100 <= FAR * high ? `for ${value} per cent, use ${value}%` : "check the unit";
}

function rounded(factor: number): string {
  return Number(factor.toPrecision(3)).toLocaleString("en");
}
