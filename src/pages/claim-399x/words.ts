import {cellOf} from "../../components/inspector/origin.js";
import {numberIn, rowOf} from "../../components/rows/row-values.js";
import type {RowOf, RowsOf} from "../../components/rows/table-types.js";
import {amount, interval, usd} from "../../components/words/format.js";
import {cite, cited, say, type Sentence} from "../../components/words/sentence.js";
import type {Step} from "./correction-steps.js";
import type {Company} from "./figures.js";

/** Where a step leads, in USD per USD. */
export function valueOf({after, origin}: Step): Sentence {
  return cited(amount(after), origin);
}

/** Where all steps lead, with its range, in a sentence. */
export function resultInWords(steps: readonly Step[]): Sentence {
  const ours = steps.at(-1)!;
  const {after: central, low, high, origin} = ours;
  const range = cited(interval({central, low, high}), origin);
  const loss = low < 1 ? ": less than was spent is within it" : "";
  return say`What is left is ${valueOf(ours)} dollars of output per dollar of all that the chain costs, with a
    range of ${range}${loss}.`;
}

/** How many corrections raise the figure, in a sentence. */
export function raisingInWords(steps: readonly Step[]): string {
  return `Not every correction lowers the figure: ${raising(steps).length} of the ${steps.length - 1} raise it.`;
}

/** The corrections that raise the figure, as a list in words. */
export function titlesOfRaising(steps: readonly Step[]): string {
  return raising(steps)
    .map(({title}) => title.toLowerCase())
    .join("; ");
}

function raising(steps: readonly Step[]): Step[] {
  return steps.filter(({step, before, after}) => step > 0 && after > before);
}

/** How many of the older program's companies lose money, and how much all of them lose, in a sentence. */
export function lossesInWords(companies: readonly Company[], total: RowOf<"readme_total">): Sentence {
  const losing = companies.filter(({from, to}) => to < from).length;
  const loss = cited(usd(-numberIn(total, "profit")), cellOf(total, "profit"));
  return say`${losing} of its ${companies.length} companies lose money; all of them together lose ${loss} a month.`;
}

/** The older program's tokens on both sides of the market, in a sentence. */
export function tokensInWords(total: RowOf<"readme_total">): Sentence {
  const needed = cite(total, "tokens_needed");
  return say`The layers do not meet either: applications use
    ${needed} tokens a month, and providers sell ${cite(total, "tokens_sold")}.`;
}

/** The value that the older program claims for the first segment of users who pay nothing. */
export function unpaidValue(segments: RowsOf<"readme_segment">): Sentence {
  const free = rowOf(segments, ({revenue}) => revenue === 0);
  return cited(usd(numberIn(free, "productivity_value")), cellOf(free, "productivity_value"));
}
