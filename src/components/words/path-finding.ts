import {cellOf} from "../inspector/origin.js";
import {monthOf} from "../rows/filter.js";
import {numberIn} from "../rows/row-values.js";
import type {MonthRow} from "../rows/series.js";
import type {ColumnName} from "../rows/table-types.js";
import {digits, share} from "./format.js";
import {monthName} from "./month.js";
import {derivedFrom} from "./provenance.js";
import {cited, say, type Sentence} from "./sentence.js";

/** Changes below this count as none. */
const SAME = 0.05;

/**
 * How a number develops over the months of a run, in a short sentence: `Tokens served grow to 10 times their initial
 * level by November 2031`. `subject` names what is counted, in the plural. Undefined if it starts at zero, if its end
 * is missing or negative, and for a single month.
 */
export function pathFinding<R extends MonthRow>(
  subject: string,
  rows: readonly R[],
  column: ColumnName<R>
): Sentence | undefined {
  const [first, last] = [rows[0], rows.at(-1)];
  const value = (row: R | undefined): number => numberIn(row, column);
  if (!last || first === last || !(value(first) > 0) || !(value(last) >= 0)) return undefined;
  const highest = rows.reduce((most, row) => (value(row) > value(most) ? row : most), last);
  const change = value(last) / value(first) - 1;
  const relative = (row: R, text: string): Sentence =>
    cited(text, derivedFrom("Relative to the first month's value", [cellOf(row, column), cellOf(first, column)]));
  const times = (row: R): Sentence => relative(row, digits(value(row) / value(first), 2));
  if (value(highest) > (1 + SAME) * Math.max(value(first), value(last)))
    return say`${subject} peak at ${times(highest)} times their initial level in ${monthIn(highest)}`;
  if (Math.abs(change) < SAME) return say`${subject} end about where they began`;
  return change > 0
    ? say`${subject} grow to ${times(last)} times their initial level by ${monthIn(last)}`
    : say`${subject} fall by ${relative(last, share(-change))} by ${monthIn(last)}`;
}

/**
 * A line's end relative to its start, without a verb, for measures in the singular or plural: `Tokens: 2.4 times the
 * initial level in November 2031`. Undefined if it starts at zero or below, or has no end.
 */
export function levelFinding<R extends MonthRow>(
  subject: string,
  rows: readonly R[],
  column: ColumnName<R>
): Sentence | undefined {
  const [first, last] = [rows[0], rows.at(-1)];
  const [from, to] = [numberIn(first, column), numberIn(last, column)];
  if (!first || !last || first === last || !(from > 0) || !(to >= 0)) return undefined;
  const change = to / from - 1;
  if (Math.abs(change) < SAME) return say`${subject}: about the initial level in ${monthIn(last)}`;
  const text =
    change > 1 ? `${digits(to / from, 2)} times` : `${share(Math.abs(change))} ${change > 0 ? "above" : "below"}`;
  const origin = derivedFrom("Relative to the first month's value", [cellOf(last, column), cellOf(first, column)]);
  return say`${subject}: ${cited(text, origin)} the initial level in ${monthIn(last)}`;
}

function monthIn({date}: MonthRow): string {
  return monthName(monthOf(date));
}
