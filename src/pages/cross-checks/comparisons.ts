import {html} from "htl";
import type {Comparison} from "./ratio-ranges.js";
import {entry} from "../../components/figure/entries.js";
import {amount, range, share} from "../../components/words/format.js";
import {cellOf, recordOf} from "../../components/inspector/origin.js";
import {numberIn, textIn} from "../../components/rows/row-values.js";
import {cited, say, type Sentence} from "../../components/words/sentence.js";
import type {ColumnOf, RowOf} from "../../components/rows/table-types.js";

/** Predictions and published figures, all over the published value. */
export function comparisons(checks: readonly RowOf<"cross_check">[]): Comparison[] {
  return checks.map((row) => {
    const over = (name: Column): number => numberIn(row, name) / numberIn(row, "published");
    return {
      label: textIn(row, "figure"),
      published: {low: over("published_low"), high: over("published_high")},
      predicted: {low: over("low"), central: over("predicted"), high: over("high")},
      meets: meets(row),
      origin: cellOf(row, "predicted")
    };
  });
}

/** How many predictions agree with what is published, in a sentence. */
export function checksTakeaway(checks: readonly RowOf<"cross_check">[]): string {
  const [worst] = [...checks].sort((a, b) => distance(b) - distance(a));
  const agreeing = checks.filter(meets).length;
  return (
    `${agreeing} of ${checks.length} predictions meet what is published, range to range; the farthest off is ` +
    `${lower(textIn(worst, "figure"))}, ${times(worst)}.`
  );
}

/** A comparison as an entry of a list: figure, both values, the error in a sentence, source and note. */
export function checkEntry(row: RowOf<"cross_check">): HTMLElement {
  const url = textIn(row, "url");
  const [first, ...others] = textIn(row, "source").split("; ");
  return entry(
    html`<strong>${textIn(row, "figure")}</strong><br /><code>${textIn(row, "cell")}</code>`,
    html`${sentence(row)}`,
    html`<a href=${url} rel="noopener">${first}</a>${others.map((other) => `; ${other}`)}<br /><small
        >${textIn(row, "note")}</small
      >`
  );
}

/** A prediction against what is published, in words. */
export function sentence(row: RowOf<"cross_check">): Sentence {
  const unit = textIn(row, "unit");
  const predicted = cited(rangeIn(row, ["predicted", "low", "high"], unit), cellOf(row, "predicted"));
  const published = cited(
    rangeIn(row, ["published", "published_low", "published_high"], unit),
    recordOf(row, "published")
  );
  const error = cited(times(row), recordOf(row, "error"));
  return say`The model says
    ${predicted}, published is ${published}: ${error}. ${meets(row) ? "The ranges meet." : "The ranges do not meet."}`;
}

type Column = ColumnOf<"cross_check">;

function rangeIn(
  row: RowOf<"cross_check">,
  [central, low, high]: readonly [central: Column, low: Column, high: Column],
  unit: string
): string {
  return range({central: numberIn(row, central), low: numberIn(row, low), high: numberIn(row, high)}, unit);
}

/** The error in words: shares of a tenth and less as percent, others as factors. */
function times(row: RowOf<"cross_check"> | undefined): string {
  const ratio = numberIn(row, "error") + 1;
  if (Math.abs(ratio - 1) < 0.5) return `${share(Math.abs(ratio - 1))} too ${ratio < 1 ? "little" : "much"}`;
  return ratio > 1 ? `${amount(ratio)} times as much` : `${amount(1 / ratio)} times too little`;
}

function meets(row: RowOf<"cross_check">): boolean {
  return (
    numberIn(row, "low") <= numberIn(row, "published_high") && numberIn(row, "high") >= numberIn(row, "published_low")
  );
}

function distance(row: RowOf<"cross_check">): number {
  return Math.abs(Math.log(numberIn(row, "error") + 1));
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
