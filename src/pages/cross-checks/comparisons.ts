import {html} from "htl";
import {gap} from "./gap.js";
import type {Comparison} from "./ratio-ranges.js";
import {entry} from "../../components/figure/entries.js";
import {interval, range} from "../../components/words/format.js";
import {cellOf, recordOf, type Origin} from "../../components/inspector/origin.js";
import {numberIn, textIn} from "../../components/rows/row-values.js";
import {cited, say, type Sentence} from "../../components/words/sentence.js";
import type {ColumnOf, RowOf} from "../../components/rows/table-types.js";
import {countFinding, countOf, countWord} from "../../components/words/count.js";

/** Predictions and published figures, all over the published value, or the middle of the band. */
export function comparisons(checks: readonly RowOf<"cross_check">[]): Comparison[] {
  return checks.map((row) => {
    const centre = numberIn(row, "predicted") / (numberIn(row, "error") + 1);
    const over = (name: Column): number => numberIn(row, name) / centre;
    return {
      label: textIn(row, "figure"),
      published: {low: over("published_low"), high: over("published_high")},
      predicted: {low: over("low"), central: over("predicted"), high: over("high")},
      meets: isTrue(row, "inside"),
      origin: predictedOrigin(row)
    };
  });
}

/** How many predictions are inside the published band, and how many ranges cover it, in a sentence. */
export function checksTakeaway(checks: readonly RowOf<"cross_check">[]): string {
  const counted = checks.filter((row) => isTrue(row, "counted"));
  const [worst] = [...counted].sort((a, b) => distance(b) - distance(a));
  const met = (name: Column): number => counted.filter((row) => isTrue(row, name)).length;
  return (
    `The published band contains ${countOf(met("inside"), counted.length, "predictions")}, and the ` +
    `model's range covers the published figure in ${countWord(met("covered"))}. The largest gap is ` +
    `that of “${textIn(worst, "figure")}”: ${times(worst)}.`
  );
}

/** How many predictions are as published, in a short sentence. */
export function insideInWords(checks: readonly RowOf<"cross_check">[]): string | undefined {
  const counted = checks.filter((row) => isTrue(row, "counted"));
  const count = counted.filter((row) => isTrue(row, "inside")).length;
  const rest = "within the published band";
  return countFinding({count, all: counted.length, noun: "predictions", verb: ["lies", "lie"], rest});
}

/** A comparison as an entry of a list: figure, both values, what they count, the error, source and note. */
export function checkEntry(row: RowOf<"cross_check">): HTMLElement {
  const url = textIn(row, "url");
  const [first, ...others] = textIn(row, "source").split("; ");
  const remarks = [textIn(row, "explanation"), textIn(row, "reason")].filter((text) => text !== "");
  return entry(
    html`<strong>${textIn(row, "figure")}</strong><br /><code>${textIn(row, "cell")}</code>`,
    html`${sentence(row)} ${remarks.join(" ")}<br /><small>${textIn(row, "basis")}</small>`,
    html`${url === "" ? first : html`<a href=${url} rel="noopener">${first}</a>`}${others.map(
        (other) => `; ${other}`
      )}<br /><small>${textIn(row, "as_of").replace("..", " to ")}. ${textIn(row, "note")}</small>`
  );
}

/** A prediction against what is published, in words. */
export function sentence(row: RowOf<"cross_check">): Sentence {
  const unit = textIn(row, "unit");
  const predicted = cited(rangeIn(row, ["predicted", "low", "high"], unit), predictedOrigin(row));
  const published = cited(publishedIn(row, unit), recordOf(row, "published_low"));
  const error = cited(times(row), recordOf(row, "error"));
  return say`Model ${predicted}, published ${published}: ${error}. ${verdict(row)}`;
}

type Column = ColumnOf<"cross_check">;

/** The cell of the chain; the row of the table where the prediction is of the model of serving or of the back-test. */
function predictedOrigin(row: RowOf<"cross_check">): Origin | undefined {
  return textIn(row, "scenario") === "" ? recordOf(row, "predicted") : cellOf(row, "predicted");
}

function publishedIn(row: RowOf<"cross_check">, unit: string): string {
  const [low, high] = [numberIn(row, "published_low"), numberIn(row, "published_high")];
  return Number.isNaN(numberIn(row, "published"))
    ? interval({central: high, low, high}, unit)
    : rangeIn(row, ["published", "published_low", "published_high"], unit);
}

function verdict(row: RowOf<"cross_check">): string {
  const inside = isTrue(row, "inside")
    ? "The prediction is inside the published band"
    : "The prediction is outside the published band";
  return `${inside}${isTrue(row, "covered") ? ", and its range covers the published figure." : "."}`;
}

function rangeIn(
  row: RowOf<"cross_check">,
  [central, low, high]: readonly [central: Column, low: Column, high: Column],
  unit: string
): string {
  return range({central: numberIn(row, central), low: numberIn(row, low), high: numberIn(row, high)}, unit);
}

/** The error in words. */
function times(row: RowOf<"cross_check"> | undefined): string {
  return gap(numberIn(row, "error") + 1, Number.isNaN(numberIn(row, "published")));
}

function isTrue(row: RowOf<"cross_check">, name: Column): boolean {
  return textIn(row, name) === "true";
}

function distance(row: RowOf<"cross_check">): number {
  return Math.abs(Math.log(numberIn(row, "error") + 1));
}
