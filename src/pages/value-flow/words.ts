import {html} from "htl";
import type {Bar} from "../../components/charts/bars.js";
import {numberIn, textIn} from "../../components/rows/row-values.js";
import type {RowOf} from "../../components/rows/table-types.js";
import {amount} from "../../components/words/format.js";
import {figureText} from "../../components/words/headline-figure.js";
import {cited, joined, say, type Sentence} from "../../components/words/sentence.js";

/** Who adds most, in a sentence. */
export function addedMost(bars: readonly Bar[]): Sentence {
  const named = bars
    .slice(0, 3)
    .map(({label, value, origin}) => say`${label} ${cited(amount(value, "USD/month"), origin)}`);
  return say`Most is added by ${joined(named, ", ")}`;
}

/** Whether value added is final spending, by the model's own check, in a sentence. */
export function valueAddedCheck(checks: readonly RowOf<"model_check">[]): string {
  const row = checks.find(({key}) => key === "value-added");
  const difference = amount(numberIn(row, "worst"));
  return row?.passed === "true"
    ? `The check holds in every month; the greatest difference is ${difference} of the total`
    : `The check fails: ${textIn(row, "where")} is off by ${difference} of the total`;
}

/** Revenues of all layers against final spending, in a sentence. */
export function totalsTakeaway(economy: RowOf<"economy">): string {
  const revenues = amount(numberIn(economy, "gross_revenue"), "USD/month");
  const spending = amount(numberIn(economy, "final_spending"), "USD/month");
  return `Added revenues are ${revenues}, final spending and value added are ${spending}.`;
}

/** The ratios that may be quoted, with their ranges and definitions. */
export function ratioList(headline: readonly RowOf<"headline">[]): HTMLElement {
  const rows = ratios.flatMap((figure) => headline.filter((row) => row.figure === figure));
  return html`<dl>
    ${rows.map(
      (row) =>
        html.fragment`<dt><b>${textIn(row, "title")}: ${figureText(headline, textIn(row, "figure"))}</b></dt>
          <dd>${textIn(row, "description")}.</dd>`
    )}
  </dl>`;
}

const ratios = ["value_per_cost", "value_multiplier", "double_counting"];
