import {monthOf} from "../../components/rows/filter.js";
import type {RowOf} from "../../components/rows/table-types.js";
import {digits, range, type Range} from "../../components/words/format.js";
import {headlineFigure} from "../../components/words/headline-figure.js";
import {monthName} from "../../components/words/month.js";
import {cited, say, type Sentence} from "../../components/words/sentence.js";
import {derivedFrom} from "../../components/words/provenance.js";

type Quotes = readonly RowOf<"headline">[];

/** By how much serving a token becomes cheaper or dearer from one month to another, of which the figures are given. */
export function servingTitle(earlier: Quotes, later: Quotes): Sentence {
  const [before, after] = [servingCost(earlier), servingCost(later)];
  const ratio = before.central / after.central;
  const times = digits(Math.max(ratio, 1 / ratio), 2);
  if (times === "1") return say`Serving a token costs as much in ${after.month} as in ${before.month}`;
  const words = "The cost of a million tokens in two months, the higher divided by the lower";
  const factor = cited(times, derivedFrom(words, [before.origin, after.origin]));
  return say`Serving a token becomes ${factor} times ${ratio > 1 ? "cheaper" : "dearer"} by ${after.month}`;
}

/** What serving a million tokens costs in two months, and whether the ranges overlap. */
export function servingBody(earlier: Quotes, later: Quotes): Sentence {
  const [before, after] = [servingCost(earlier), servingCost(later)];
  return say`A million tokens cost ${costText(before)} in ${before.month} and ${costText(after)} in
    ${after.month}${overlap(before, after) ? "; the ranges overlap" : ""}.`;
}

/** The cost of serving a million tokens in the month of some `headline` rows. */
export function servingCost(quotes: Quotes) {
  return {...headlineFigure(quotes, "cost_per_token"), month: monthName(monthOf(quotes[0]?.date))};
}

type ServingCost = ReturnType<typeof servingCost>;

/** Of a million tokens, as its sentence says: the unit does not say it again. */
function costText({unit, origin, ...cost}: ServingCost): Sentence {
  return cited(range(cost, unit.replace("/Mtok", "")), origin);
}

function overlap(one: Range, other: Range): boolean {
  return lowOf(one) <= highOf(other) && lowOf(other) <= highOf(one);
}

function lowOf({central, low = central}: Range): number {
  return low;
}

function highOf({central, high = central}: Range): number {
  return high;
}
