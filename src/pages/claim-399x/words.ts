import {cellOf} from "../../components/inspector/origin.js";
import {numberIn, rowOf} from "../../components/rows/row-values.js";
import type {RowOf, RowsOf} from "../../components/rows/table-types.js";
import {amount, interval, usd} from "../../components/words/format.js";
import {cite, cited, say, type Sentence} from "../../components/words/sentence.js";
import type {Step} from "./correction-steps.js";
import type {Company} from "./figures.js";
import {capital, countOf} from "../../components/words/count.js";

/** The figure after a step, in USD per USD. */
export function valueOf({after, origin}: Step): Sentence {
  return cited(amount(after), origin);
}

/** The figure after all steps, with its range, in a sentence. */
export function resultInWords(steps: readonly Step[]): Sentence {
  const ours = steps.at(-1)!;
  const {after: central, low, high, origin} = ours;
  const range = cited(interval({central, low, high}), origin);
  const loss = low < 1 ? ", so a loss is possible" : "";
  return say`What remains is ${valueOf(ours)} dollars of output per dollar of total cost, with a range of
    ${range}${loss}.`;
}

/** How many corrections raise the figure, in a sentence. */
export function raisingInWords(steps: readonly Step[]): string {
  return (
    `${capital(countOf(raising(steps).length, steps.length - 1, "corrections"))} ` +
    `${raising(steps).length === 1 ? "raises" : "raise"} the figure.`
  );
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

/** The losses of the earlier program's companies, in a sentence. */
export function lossesInWords(companies: readonly Company[], total: RowOf<"readme_total">): Sentence {
  const losing = companies.filter(({from, to}) => to < from).length;
  const loss = cited(usd(-numberIn(total, "profit")), cellOf(total, "profit"));
  return say`${capital(countOf(losing, companies.length, "companies"))} ${losing === 1 ? "loses" : "lose"} money;
    together they lose ${loss} a month.`;
}

/** The earlier program's tokens on both sides of the market, in a sentence. */
export function tokensInWords(total: RowOf<"readme_total">): Sentence {
  const needed = cite(total, "tokens_needed");
  return say`Nor do the layers match: applications use ${needed} tokens a month, while providers sell
    ${cite(total, "tokens_sold")}.`;
}

/** The value that the earlier program claims for the first segment of users who pay nothing. */
export function unpaidValue(segments: RowsOf<"readme_segment">): Sentence {
  const free = rowOf(segments, ({revenue}) => revenue === 0);
  return cited(usd(numberIn(free, "productivity_value")), cellOf(free, "productivity_value"));
}
