import {foremost} from "../../components/words/foremost.js";
import {html} from "htl";
import type {Bar} from "../../components/charts/bars.js";
import {numberIn, textIn} from "../../components/rows/row-values.js";
import type {RowOf} from "../../components/rows/table-types.js";
import {cellOf} from "../../components/inspector/origin.js";
import {amount, share} from "../../components/words/format.js";
import {derivedFrom} from "../../components/words/provenance.js";
import {figureText} from "../../components/words/headline-figure.js";
import {cited, joined, say, type Sentence} from "../../components/words/sentence.js";

/** The sectors that add the most value, in a sentence. */
export function addedMost(bars: readonly Bar[]): Sentence {
  const named = bars
    .slice(0, 3)
    .map(({label, value, origin}) => say`${label} (${cited(amount(value, "USD/month"), origin)})`);
  return say`The sectors that add the most value are ${joined(named, ", ")}`;
}

/** The sector that adds the most value, in a short sentence. */
export function addedFinding([most]: readonly Bar[]): Sentence | undefined {
  return most && say`${most.label} add the most value: ${cited(amount(most.value, "USD/month"), most.origin)}`;
}

/** How far revenues added up exceed what is spent, in a short sentence; nothing where they don't. */
export function totalsFinding(economy: RowOf<"economy">): Sentence | undefined {
  const excess = numberIn(economy, "gross_revenue") / numberIn(economy, "final_spending") - 1;
  const cells = [cellOf(economy, "gross_revenue"), cellOf(economy, "final_spending")];
  if (!(excess > 0 && Number.isFinite(excess))) return undefined;
  const origin = derivedFrom("The first over the second", cells);
  return say`Gross revenue exceeds final demand by ${cited(share(excess), origin)}`;
}

/** Whether value added equals final demand, by the model's own check, in a sentence. */
export function valueAddedCheck(checks: readonly RowOf<"model_check">[]): string {
  const row = checks.find(({key}) => key === "value-added");
  return row?.passed === "true"
    ? "The two agree in every month, except for rounding"
    : `The two differ: the discrepancy at ${textIn(row, "where")} is ${amount(numberIn(row, "worst"))} of the total`;
}

/** Revenues of all layers against final demand, in a sentence. */
export function totalsTakeaway(economy: RowOf<"economy">): string {
  const revenues = amount(numberIn(economy, "gross_revenue"), "USD/month");
  const spending = amount(numberIn(economy, "final_spending"), "USD/month");
  return `Gross revenue is ${revenues}; final demand and value added are ${spending}.`;
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

/** Between which sectors most money flows; undefined where two flows share the place, or one is unknown. */
export function largestFinding(
  what: string,
  streams: readonly {source: string; target: string; value: number}[]
): string | undefined {
  const items = streams.map(({source, target, value}) => ({name: `${source} to ${target}`, value}));
  const most = foremost(items);
  return most && `The largest ${what} goes from ${most.name}`;
}
