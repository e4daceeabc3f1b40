import {log} from "./logarithm.js";
import type {Family} from "./inputs.js";
import {SHARE} from "./unit.js";

/** Minimum and maximum of a value. */
export interface Bounds {
  least: number;
  most: number;
}

/**
 * The bounds of a number with a unit: a share lies in 0..1, and only pure numbers and rates (`1/yr`) may be negative.
 */
export function boundsOf(unit: string): Bounds {
  if (unit === SHARE) return {least: 0, most: 1};
  return {least: unit === "1" || unit.startsWith("1/") ? -Infinity : 0, most: Infinity};
}

/**
 * Whether a normal or lognormal distribution truncated at bounds can have its 5th percentile at `low`, its median at
 * `central` and its 95th percentile at `high`. The wider it is, the more evenly it fills the space between its median
 * and a bound, until a tenth of that space lies beyond the percentile. At a sixth it still has a bell shape.
 */
export function fitsWithin(
  {low, central, high, family}: {low: number; central: number; high: number; family: Family},
  {least, most}: Bounds
): boolean {
  if (family === "normal")
    return leavesRoom(central - low, central - least) && leavesRoom(high - central, most - central);
  if (family !== "lognormal") return true;
  const toLeast = log(central / Math.max(0, least));
  return leavesRoom(log(central / low), toLeast) && leavesRoom(log(high / central), log(most / central));
}

function leavesRoom(toEnd: number, toBound: number): boolean {
  return toBound === Infinity || toEnd < (5 / 6) * toBound;
}
