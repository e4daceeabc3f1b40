import {bars} from "../../components/charts/bars.js";
import {sankeyChart} from "../../components/charts/sankey.js";
import {cellLink} from "../../components/inspector/cell-link.js";
import {stackedTotals} from "../../components/charts/stacked-totals.js";
import {responsive, rowsFigure} from "../../components/figure/responsive.js";
import {tableElement} from "../../components/figure/table-element.js";
import {largestStream, moneyNote, moneyStreams} from "../../components/rows/flows.js";
import {pick, rowOf} from "../../components/rows/row-values.js";
import {grid} from "../../components/rows/tables.js";
import {type RowsOf} from "../../components/rows/table-types.js";
import {unitless} from "../../components/words/format.js";
import {paymentMatrix} from "./payment-matrix.js";
import {addedValue, totalsOf} from "./value-added.js";
import {addedFinding, addedMost, largestFinding, totalsFinding, totalsTakeaway} from "./words.js";
import {monthName} from "../../components/words/month.js";

/** Which sector pays which in a month. */
export function paymentFigure(flow: RowsOf<"flow">, month: string): HTMLElement {
  const options = {
    title: "Payments between sectors",
    finding: largestFinding("payment", moneyStreams(flow, "users")),
    unit: "USD/month",
    source: "the model's ledger. Columns pay rows; colour by payer, log scale. Goods are in the tooltip and the table.",
    ariaLabel: `The largest payment in ${monthName(month)}: ${largestStream(moneyStreams(flow, "users"))}.`,
    table: flow
  };
  return rowsFigure(options, (rows, {width}) => paymentMatrix(rows, {width}));
}

/** The investors' money in a month, from sector to sector. */
export function investmentFigure(flow: RowsOf<"flow">, month: string): HTMLElement {
  const streams = moneyStreams(flow, "investors");
  const options = {
    title: "Where investment goes",
    finding: largestFinding("flow of investment", streams),
    unit: "USD/month",
    source: "the model's ledger. Payments too small to see are shown as a hairline.",
    reachable: true,
    ariaLabel: `The largest flow in ${monthName(month)}: ${largestStream(streams)}.`,
    table: flow
  };
  return rowsFigure(options, (rows, {width}) =>
    sankeyChart(moneyStreams(rows, "investors"), {width, height: 320, note: moneyNote, link: cellLink})
  );
}

/** Value added by sector. */
export function addedFigure(accounts: RowsOf<"account">): HTMLElement {
  const options = {
    title: "Value added by sector",
    finding: addedFinding(addedValue(accounts)),
    unit: "USD/month",
    source: "the model's ledger. Wages and taxes are paid out of the value that employers and taxpayers add.",
    ariaLabel: `${addedMost(addedValue(accounts))}.`,
    table: accounts
  };
  return rowsFigure(options, (rows, {width}) => bars(addedValue(rows), {width, format: unitless}));
}

/** Revenues, final spending and value added of a month side by side; `economy` holds the row of the month. */
export function totalsFigure(economy: RowsOf<"economy">, accounts: RowsOf<"account">): HTMLElement {
  const now = rowOf(economy);
  const options = {
    title: "The same month, counted three ways",
    finding: totalsFinding(now),
    unit: "USD/month",
    source: "the model's tables economy and account.",
    ariaLabel: totalsTakeaway(now),
    table: pick(economy, totalColumns)
  };
  const parts = totalsOf(now, accounts);
  return responsive(options, ({width}) => stackedTotals(parts, {width, unit: "USD/month"}));
}

/** Receipts, payments and value added of each sector. */
export function accountTable(accounts: RowsOf<"account">): HTMLElement {
  const columns = ["sector", "inflow", "outflow", "profit", "value_added"] as const;
  return tableElement(grid(pick(accounts, columns)), {label: "Sector accounts"});
}

const totalColumns = [
  "application_revenue",
  "provider_revenue",
  "neocloud_revenue",
  "gross_revenue",
  "chip_purchases",
  "system_purchases",
  "building_purchases",
  "final_spending"
] as const;
