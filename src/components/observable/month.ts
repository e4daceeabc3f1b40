import {InputError} from "../../lib/sheet/error.js";
import {dateOf, monthsOf} from "../../lib/sheet/inputs.js";
import type {Run} from "../../lib/sheet/run.js";

/** A month of a run: `first`, `last`, or `2028-06`. */
export type MonthChoice = string;

/** The index of a month in a run. Throws an `InputError` for a month outside the run. */
export function monthIn({start, months}: Run, asked: MonthChoice, place: string): number {
  if (asked === "first") return 0;
  if (asked === "last") return months - 1;
  const month = monthsOf(asked) - monthsOf(start);
  if (month >= 0 && month < months) return month;
  const last = dateOf(monthsOf(start) + months - 1);
  throw new InputError(`${place}: month: "${asked}" is outside the run\n  use first, last, or ${start} to ${last}`);
}
