import {failCell, placeOf, type Cell} from "./csv.js";
import {oneOf} from "./error.js";
import {families, type Family} from "./inputs.js";
import {SHARE} from "./unit.js";

/**
 * What a numeric cell says: `central (low..high family) @source`, all but the first optional; or `low to high`, the 5th
 * and the 95th percentile of a lognormal distribution, or of a normal one where it reaches below 0.
 */
export interface Quantity {
  central: number;
  low: number;
  high: number;
  family: Family;
  source?: string;
}

/** Parses a numeric cell; `undefined` where it is empty. Throws an `InputError` for anything else. */
export function parseQuantity(cell: Cell): Quantity | undefined {
  if (cell.text === "") return undefined;
  const ends = between.exec(cell.text);
  if (ends) return spanned(cell, Number(ends[1]), Number(ends[2]), ends[3]);
  const match = pattern.exec(cell.text);
  if (!match)
    return failCell(
      cell,
      "is not a number",
      'write 5, "5 (4..7)", "5 (4..7 lognormal)", "4 to 7" or any of these followed by " @source-id"'
    );
  const [, central, low, high, family, source] = match;
  const value = Number(central);
  return checked(cell, {
    central: value,
    low: Number(low ?? value),
    high: Number(high ?? value),
    family: familyOf(cell, family, low !== undefined),
    ...(source && {source})
  });
}

function spanned(cell: Cell, low: number, high: number, source: string | undefined): Quantity {
  if (low > high) failCell(cell, `${low} is greater than ${high}`, "write the smaller one first: low to high");
  const positive = low > 0;
  const central = positive ? Math.sqrt(low * high) : (low + high) / 2;
  return checked(cell, {central, low, high, family: positive ? "lognormal" : "normal", ...(source && {source})});
}

/** Throws an `InputError` unless low <= central <= high, and 0 < low and high < 1 for a beta distribution. */
export function checked(cell: Cell, quantity: Quantity): Quantity {
  const {low, central, high, family} = quantity;
  if (![low, central, high].every(Number.isFinite)) failCell(cell, "is more than a number can hold");
  if (family === "beta" && !(low > 0 && high < 1))
    failCell(cell, "a beta distribution lies between 0 and 1", "give its 5th and 95th percentile, neither 0 nor 1");
  if (low > central)
    failCell(cell, `low ${low} is greater than central ${central}`, "order them low <= central <= high");
  if (central > high)
    failCell(cell, `central ${central} is greater than high ${high}`, "order them low <= central <= high");
  return quantity;
}

/**
 * Throws an `InputError` for a value that its unit does not allow: a share lies in 0..1, and only pure numbers and
 * rates (`1/yr`) may be negative.
 */
export function checkAllowed(cell: Cell, {low, high}: Quantity, unit: string): void {
  if (unit === SHARE && (low < 0 || high > 1))
    failCell(cell, "a share lies between 0 and 1", "write 0.12 for 12 per cent");
  if (low < 0 && unit !== "1" && !unit.startsWith("1/")) failCell(cell, `a value in ${unit} can't be negative`);
}

/** The distribution's family; a range without one is `pert`, a single number `exact`. */
export function familyOf(cell: Cell, name: string | undefined, ranged: boolean): Family {
  if (!name) return ranged ? "pert" : "exact";
  return oneOf(placeOf(cell), "distribution", name, families);
}

const number = String.raw`[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?`;
const between = new RegExp(String.raw`^(${number})\s+to\s+(${number})(?:\s*@([a-z][a-z0-9-]*))?$`, "i");
const pattern = new RegExp(
  String.raw`^(${number})(?:\s*\(\s*(${number})\s*\.\.\s*(${number})(?:\s+([a-z]+))?\s*\))?(?:\s*@([a-z][a-z0-9-]*))?$`,
  "i"
);
