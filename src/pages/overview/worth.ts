import {recordOf} from "../../components/inspector/origin.js";
import {numberIn, rowOf} from "../../components/rows/row-values.js";
import type {RowOf} from "../../components/rows/table-types.js";
import {centralText, digits, interval, type Range} from "../../components/words/format.js";
import {headlineFigure} from "../../components/words/headline-figure.js";
import {cited, say, type Sentence} from "../../components/words/sentence.js";
import {uncertainPart} from "./words.js";

/** How much output a dollar of cost yields, and how sure it is that this is more than a dollar, or less. */
export function worthTitle(headline: readonly RowOf<"headline">[]): Sentence {
  const {unit, origin, ...worth} = headlineFigure(headline, "value_per_cost");
  const times = cited(centralText(worth, unit), origin);
  return say`Output is worth ${times} times its cost in the central case, ${reservation(worth, medianOf(headline))}`;
}

/** Whether draws agree with the central case that the ratio is at least 1, or that it is less. */
function reservation({central, low = central, high = central}: Range, median: number): string {
  const gains = central >= 1;
  const [same, other] = gains ? ["exceeds it", "falls short of it"] : ["falls short of it", "exceeds it"];
  if (gains ? low >= 1 : high < 1) return `and ${same} across the whole range`;
  if (gains ? median < 1 : median >= 1) return `but ${other} in most draws`;
  return `but a ${gains ? "loss" : "gain"} is possible`;
}

/** The range and the median of output per dollar of cost, and whether output or cost makes it uncertain. */
export function worthBody(headline: readonly RowOf<"headline">[]): Sentence {
  const {unit, ranged, ...worth} = headlineFigure(headline, "value_per_cost");
  const median = cited(digits(medianOf(headline), 2), recordOf(worthRow(headline), "median"));
  return say`The range is ${cited(interval(worth, unit), ranged)}, the median of draws ${median}.
    ${uncertainPart(headline)}.`;
}

function medianOf(headline: readonly RowOf<"headline">[]): number {
  return numberIn(worthRow(headline), "median");
}

function worthRow(headline: readonly RowOf<"headline">[]): RowOf<"headline"> {
  return rowOf(headline, ({figure}) => figure === "value_per_cost");
}
