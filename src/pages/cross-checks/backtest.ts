import {html} from "htl";
import {entry} from "../../components/figure/entries.js";
import {recordOf} from "../../components/inspector/origin.js";
import {numberIn, textIn} from "../../components/rows/row-values.js";
import type {ColumnOf, RowOf} from "../../components/rows/table-types.js";
import {interval, range} from "../../components/words/format.js";
import {cited, say, type Sentence} from "../../components/words/sentence.js";
import {countOf, countWord, lower} from "../../components/words/count.js";
import {gap} from "./gap.js";

/** How many figures the back-test hits, and how often it beats a forecast of no change, in a sentence. */
export function backtestTakeaway(rows: readonly RowOf<"backtest">[]): string {
  const met = (name: Column): number => rows.filter((row) => textIn(row, name) === "true").length;
  const farthest = [...rows].sort((a, b) => distance(b) - distance(a))[0];
  return (
    `The published band contains ${countOf(met("inside"), rows.length, "predictions")}, the model's range covers the ` +
    `outcome in ${countWord(met("covered"))}, and ${countWord(met("nearer"))} are closer than a forecast of no ` +
    `change. ` +
    `The largest miss is ${lower(textIn(farthest, "quantity"))}, ${missOf(farthest)}.`
  );
}

/** A figure of the back-test as an entry of a list: what is compared, the miss and its reason, source and date. */
export function backtestEntry(row: RowOf<"backtest">): HTMLElement {
  const url = textIn(row, "url");
  const [first, ...others] = textIn(row, "source").split("; ");
  return entry(
    html`<strong>${textIn(row, "quantity")}</strong>, ${periodOf(row)}<br /><code>${textIn(row, "cell")}</code>`,
    html`${sentence(row)} ${textIn(row, "sentence")}`,
    html`${url === "" ? first : html`<a href=${url} rel="noopener">${first}</a>`}${others.map(
        (other) => `; ${other}`
      )}<br /><small>${textIn(row, "note")}</small>`
  );
}

type Column = ColumnOf<"backtest">;

function sentence(row: RowOf<"backtest">): Sentence {
  const unit = textIn(row, "unit");
  const predicted = rangeIn(row, ["predicted", "predicted_low", "predicted_high"], unit);
  const miss = cited(missOf(row), recordOf(row, "miss"));
  const nearer = textIn(row, "nearer") === "true" ? "closer" : "no closer";
  return say`Model ${cited(predicted, recordOf(row, "predicted"))}, published
    ${cited(publishedIn(row, unit), recordOf(row, "low"))}: ${miss}, ${nearer} than a forecast of no change.`;
}

function periodOf(row: RowOf<"backtest">): string {
  const [from, until] = [textIn(row, "from"), textIn(row, "as_of")];
  const measure = textIn(row, "measure");
  if (measure === "level") return until;
  return measure === "growth" ? `${until} over ${from}` : `${from} to ${until}`;
}

function publishedIn(row: RowOf<"backtest">, unit: string): string {
  const [low, high] = [numberIn(row, "low"), numberIn(row, "high")];
  return Number.isNaN(numberIn(row, "published"))
    ? interval({central: high, low, high}, unit)
    : rangeIn(row, ["published", "low", "high"], unit);
}

function rangeIn(
  row: RowOf<"backtest">,
  [central, low, high]: readonly [central: Column, low: Column, high: Column],
  unit: string
): string {
  return range({central: numberIn(row, central), low: numberIn(row, low), high: numberIn(row, high)}, unit);
}

/** The miss in words. */
function missOf(row: RowOf<"backtest"> | undefined): string {
  return gap(numberIn(row, "miss") + 1, Number.isNaN(numberIn(row, "published")));
}

function distance(row: RowOf<"backtest">): number {
  return Math.abs(Math.log(numberIn(row, "miss") + 1));
}
