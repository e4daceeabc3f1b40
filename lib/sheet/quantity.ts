import {boundsOf, fitsWithin} from "./bounds.js";
import {failCell, placeOf, type Cell} from "./csv.js";
import {oneOf, quoted} from "./error.js";
import {families, type Family} from "./inputs.js";
import {typedNumber} from "./number.js";
import {isUnit, SHARE} from "./unit.js";

/**
 * The content of a numeric cell: `central (low..high family) @source;source`, of which all but the first part is
 * optional; or `low to high`, the 5th and 95th percentiles of a distribution: lognormal, normal if it reaches below 0,
 * or beta for a share.
 */
export interface Quantity {
  central: number;
  low: number;
  high: number;
  family: Family;
  /** Ids of sources, joined by `;`. */
  source?: string;
  /** Whether any of its numbers was a percentage. */
  percent?: boolean;
  /** Whether it was written `low to high`. */
  spanned?: boolean;
}

/** Parses a numeric cell; `undefined` if it is empty. Throws an `InputError` for anything else. */
export function parseQuantity(cell: Cell): Quantity | undefined {
  if (cell.text === "") return undefined;
  const [, from, to, ending] = between.exec(cell.text) ?? [];
  if (from !== undefined && to !== undefined) return spanned(cell, from, to, ending);
  const [, central = "", low, high, family, source] = pattern.exec(cell.text) ?? [];
  return checked(cell, {
    ...numbers(cell, {central, low: low ?? central, high: high ?? central}),
    family: familyOf(cell, family, low !== undefined),
    ...(source && {source})
  });
}

function spanned(cell: Cell, from: string, to: string, source: string | undefined): Quantity {
  const {low, high, ...rest} = numbers(cell, {low: from, high: to});
  if (low > high) failCell(cell, `${low} is greater than ${high}`, "put the smaller one first: low to high");
  const positive = low > 0;
  const central = positive ? Math.sqrt(low * high) : (low + high) / 2;
  const family = positive ? "lognormal" : "normal";
  return checked(cell, {central, low, high, ...rest, family, spanned: true, ...(source && {source})});
}

type Numbers<K extends string> = Record<K, number> & Pick<Quantity, "percent">;

/** The named numbers in a cell's texts. */
function numbers<K extends string>(cell: Cell, texts: Record<K, string>): Numbers<K> {
  const read = (Object.entries(texts) as [K, string][]).map(([name, text]) => {
    const typed = typedNumber(text);
    if ("value" in typed) return {name, ...typed};
    const unit = withUnit.exec(text)?.[1];
    if (typed.hint === undefined && unit !== undefined && isUnit(unit))
      failCell(cell, `has a unit, ${unit}, which is not converted here`, numberAlone);
    const word = withWord.exec(text)?.[1];
    if (typed.hint === undefined && word !== undefined) failCell(cell, `${quoted(word)} is not a unit`, numberAlone);
    return failCell(cell, text === cell.text ? typed.problem : `"${text}" ${typed.problem}`, typed.hint ?? written);
  });
  const values = Object.fromEntries(read.map(({name, value}) => [name, value])) as Record<K, number>;
  return read.some(({percent}) => percent) ? {...values, percent: true} : values;
}

const numberAlone = "write the number alone, in the unit of its column";

/** A number followed by what may be a unit. */
const withUnit = /^[-+\u2212]?[\d.,'’ ]*\d\s*([a-z][\w/.-]*)$/i;

/** A number and a word. */
const withWord = /^[-+\u2212]?[\d.,'’]*\d\s+([a-z]+)$/i;

const written = 'use 5, "5 (4..7)", "5 (4..7 lognormal)", "4 to 7" or any of these followed by " @source-id"';

/**
 * Throws an `InputError` unless low <= central <= high; a lognormal distribution must lie above 0, a beta distribution
 * between 0 and 1.
 */
export function checked(cell: Cell, quantity: Quantity): Quantity {
  const {low, central, high, family} = quantity;
  if (![low, central, high].every(Number.isFinite)) failCell(cell, "is too large for a number");
  if (family === "lognormal" && !(low > 0))
    failCell(cell, "a lognormal distribution lies above 0", "give a 5th percentile above 0, or another distribution");
  if (family === "beta" && !(low > 0 && high < 1))
    failCell(cell, "a beta distribution lies between 0 and 1", "give its 5th and 95th percentile, neither 0 nor 1");
  if (low > central)
    failCell(cell, `low ${low} is greater than central ${central}`, "order them low <= central <= high");
  if (central > high)
    failCell(cell, `central ${central} is greater than high ${high}`, "order them low <= central <= high");
  return quantity;
}

/**
 * Reads a quantity in a unit. Throws an `InputError` for values that the unit does not permit: a share lies in 0..1;
 * only pure numbers and rates (`1/yr`) may be negative; only these and shares may be percentages; and a truncated
 * distribution must keep its percentiles.
 */
export function quantityIn(cell: Cell, quantity: Quantity, unit: string): Quantity {
  const {low, high, percent} = quantity;
  const {least, most} = boundsOf(unit);
  if (percent && !mayBePercentage(unit))
    failCell(cell, `a value in ${unit} is not a percentage`, `write it in ${unit}`);
  if (unit === SHARE && (low < least || high > most))
    failCell(cell, "a share lies between 0 and 1", "for 12 per cent, use 0.12");
  if (low < least) failCell(cell, `a value in ${unit} can't be negative`, "write a number from 0 up");
  const shaped = quantity.spanned && unit === SHARE ? shareBetween(quantity) : quantity;
  if (!fitsWithin(shaped, {least, most})) failBounds(cell, shaped, unit);
  return shaped;
}

/** A beta distribution can have any two percentiles strictly between 0 and 1. */
function shareBetween(quantity: Quantity): Quantity {
  const {low, high} = quantity;
  return low > 0 && high < 1 ? {...quantity, central: (low + high) / 2, family: "beta"} : quantity;
}

function failBounds(cell: Cell, {low, central, high, family}: Quantity, unit: string): never {
  return failCell(
    cell,
    `${low} and ${high} cannot be the 5th and 95th percentiles of a ${family} distribution in ${unit}: too much ` +
      `of it would lie outside the unit's bounds`,
    `if these are the ends of the range, use ${central} (${low}..${high})`
  );
}

/** Whether a number in a unit may be written as a percentage: shares, pure numbers and rates. */
export function mayBePercentage(unit: string): boolean {
  return unit === SHARE || boundsOf(unit).least < 0;
}

/** The distribution's family; by default, `pert` for a range and `exact` for a single number. */
export function familyOf(cell: Cell, name: string | undefined, ranged: boolean): Family {
  if (!name) return ranged ? "pert" : "exact";
  return oneOf(placeOf(cell), "distribution", name, families);
}

const between = /^(.+?)\s+to\s+(.+?)(?:\s*@([a-z][a-z0-9;-]*))?$/i;
const pattern = /^(.+?)(?:\s*\(\s*(.+?)\s*\.\.\s*(.+?)(?:\s+([a-z]+))?\s*\))?(?:\s*@([a-z][a-z0-9;-]*))?$/i;
