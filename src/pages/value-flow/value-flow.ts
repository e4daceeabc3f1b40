import type {Bar} from "../../components/charts/bars.js";
import type {TotalPart} from "../../components/charts/stacked-totals.js";
import {html} from "htl";
import {amount} from "../../components/words/format.js";
import {cellOf} from "../../components/inspector/cell-link.js";
import {figureText} from "../../components/words/headline-figure.js";
import {numberIn, textIn} from "../../components/rows/row-values.js";
import {sectorColor} from "../../components/words/sector.js";
import {cited, joined, say, type Sentence} from "../../components/words/sentence.js";
import type {Row} from "../../components/rows/tables.js";

/** The same month three ways: revenues added over the layers, final spending, and value added by sector. */
export function totalsOf(economy: Row, accounts: readonly Row[]): TotalPart[] {
  return [
    ...parts(economy, "Revenues added over the layers", revenues),
    ...parts(economy, "Final spending", spending),
    ...addedValue(accounts).map(({label, value, color, origin}) => ({
      total: "Value added",
      part: label,
      value,
      color,
      origin
    }))
  ];
}

/** Value added by sector, most first; sectors that sell nothing have none. */
export function addedValue(accounts: readonly Row[]): Bar[] {
  return accounts
    .filter((row) => numberIn(row, "value_added") !== 0)
    .map((row) => ({
      label: textIn(row, "sector"),
      value: numberIn(row, "value_added"),
      color: sectorColor(textIn(row, "sector")),
      origin: cellOf(row, "value_added")
    }))
    .sort((a, b) => b.value - a.value);
}

/** Who adds most, in a sentence. */
export function addedMost(bars: readonly Bar[]): Sentence {
  const named = bars
    .slice(0, 3)
    .map(({label, value, origin}) => say`${label} ${cited(amount(value, "USD/month"), origin)}`);
  return say`Most is added by ${joined(named, ", ")}`;
}

/** Whether value added is final spending, as the model's own check found it. */
export function valueAddedCheck(checks: readonly Row[]): string {
  const row = checks.find(({key}) => key === "value-added");
  const off = amount(numberIn(row, "worst"));
  return row?.passed === "true"
    ? `The check holds in every month; the greatest difference is ${off} of the total`
    : `The check fails: ${textIn(row, "where")} is off by ${off} of the total`;
}

/** The ratios that may be quoted, with their ranges and what they say. */
export function ratioList(headline: readonly Row[]): HTMLElement {
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

type Columns = readonly (readonly [column: string, part: string, sector: string])[];

const revenues: Columns = [
  ["application_revenue", "Applications", "Applications"],
  ["provider_revenue", "Providers", "Providers"],
  ["neocloud_revenue", "Neoclouds", "Neoclouds"]
];

const spending: Columns = [
  ["application_revenue", "Subscriptions", "Users"],
  ["chip_purchases", "Accelerators", "Chip vendors"],
  ["system_purchases", "Servers, network, storage", "System vendors"],
  ["building_purchases", "Buildings", "Builders"]
];

function parts(economy: Row, total: string, columns: Columns): TotalPart[] {
  return columns.map(([column, part, sector]) => ({
    total,
    part,
    value: numberIn(economy, column),
    color: sectorColor(sector),
    origin: cellOf(economy, column)
  }));
}
