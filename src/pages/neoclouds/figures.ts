import {beforeList} from "../../components/words/count.js";
import {timeLines, type Series} from "../../components/charts/time-lines.js";
import {rowsFigure} from "../../components/figure/responsive.js";
import {monthOf, where} from "../../components/rows/filter.js";
import {pick, rowOf} from "../../components/rows/row-values.js";
import {pointsOf, seriesOf} from "../../components/rows/series.js";
import type {Rows, RowsOf} from "../../components/rows/table-types.js";
import type {Cluster, Economy, Neocloud} from "./data.js";
import {share, unitless} from "../../components/words/format.js";
import {layerColor} from "../../components/words/layer.js";
import {costStack} from "./cost-stack.js";
import {costGroups, costParts, costTotals} from "./costs.js";
import {rentalQuotes} from "./rental-quotes.js";
import {shadeOf} from "./shades.js";
import {
  capacityFinding,
  capacityTakeaway,
  losers,
  marginFinding,
  monthOfNeocloud,
  quoteTakeaway,
  quotesFinding,
  soldFinding,
  soldTakeaway
} from "./words.js";
import {rowName} from "../../components/words/row-name.js";
import {monthName} from "../../components/words/month.js";

/** Cost and price of a GPU-hour of every cluster in a month; those of one neocloud are bold. */
export function costFigure(clusters: Rows<Cluster>, neocloud: string): HTMLElement {
  const totals = costTotals(clusters, neocloud);
  const options = {
    title: "Levelised cost and price of a GPU-hour",
    finding: totals.length === 0 ? undefined : beforeList(losers(totals)),
    unit: "USD per GPU-hour sold, by component; tick: mean price; bold: chosen neocloud",
    source: "the model's table cluster: a month's cost, with capital as an annuity, divided by GPU-hours sold.",
    ariaLabel: `${losers(costTotals(clusters, neocloud))}.`,
    table: clusters
  };
  return rowsFigure(options, (rows, {width}) =>
    costStack(rows.flatMap(costParts), costTotals(rows, neocloud), {width, groups: costGroups})
  );
}

/** Margins of neoclouds over months; the sentence describes one of them in the month. */
export function marginFigure(neoclouds: Rows<Neocloud>, now: Neocloud, names: Names): HTMLElement {
  const month = monthOf(now.date);
  const options = {
    title: "Profit after capital charges",
    finding: marginFinding(now),
    unit: "share of revenue",
    source: "the model's table neocloud, central case.",
    ariaLabel: `In ${monthName(month)}, ${monthOfNeocloud(now)}.`,
    table: pick(neoclouds, ["key", "date", "revenue", "cost", "profit", "margin", "levelised_cost"])
  };
  return rowsFigure(options, (rows, {width}) =>
    timeLines(seriesOf(rows, {column: "margin", color: shadeOf(rows), name: names}), {width, month, format: share})
  );
}

/** The utilisation of each cluster of a neocloud, over months. */
export function soldFigure(clusters: Rows<Cluster>, neocloud: string, month: string): HTMLElement {
  const now = where(clusters, ({date}) => monthOf(date) === month);
  const options = {
    title: `Utilisation by cluster: ${neocloud}`,
    finding: soldFinding(now),
    unit: "share of available GPU-hours sold",
    source: "the model's table cluster, central case.",
    ariaLabel: soldTakeaway(now),
    table: pick(clusters, ["key", "date", "allocatable_hours", "demanded_hours", "sold_hours", "sold_share", "load"])
  };
  return rowsFigure(options, (rows, {width}) => {
    const lines = seriesOf(rows, {column: "sold_share", color: shadeOf(rows), name: rowName});
    return timeLines(lines, {width, month, format: share});
  });
}

/** Available capacity, demand and sales of all neoclouds, over months. */
export function capacityFigure(economy: Rows<Economy>, month: string): HTMLElement {
  const options = {
    title: "Capacity and demand, all neoclouds",
    finding: capacityFinding(economy),
    unit: "GPU-hours a month",
    source:
      "the model's table economy, central case. Capacity follows orders, and demand follows users and prices. Demand " +
      "above the capacity of all clusters together is rationed.",
    ariaLabel: capacityTakeaway(rowOf(economy, ({date}) => monthOf(date) === month)),
    table: pick(economy, ["date", "allocatable_hours", "demanded_hours", "sold_hours", "balance"])
  };
  return rowsFigure(options, (rows, {width}) => timeLines(capacitySeries(rows), {width, month, format: unitless}));
}

/** Published prices of a GPU-hour of an accelerator, by kind of contract. */
export function quotesFigure(quotes: RowsOf<"rental_quote">, accelerator: string): HTMLElement {
  const options = {
    title: `Published prices of a GPU-hour: ${accelerator}`,
    finding: quotesFinding(quotes),
    unit: "USD per GPU-hour; one dot per quote; compare within panels only",
    source:
      "published quotes, with their sources under Assumptions. Those of cost models are results, not " +
      "offers. Contracts are different goods, so no trend runs across panels. The model uses the median of price " +
      "indices, each at its latest reading in the last six months.",
    ariaLabel: quoteTakeaway(quotes),
    table: pick(quotes, ["quoted", "contract", "seller", "issuer", "price"])
  };
  return rowsFigure(options, (rows, {width}) => rentalQuotes(rows, {width}));
}

type Names = (key: string) => string;

function capacitySeries(economy: Rows<Economy>): Series[] {
  return [
    {name: "available capacity", color: layerColor("neocloud"), points: pointsOf(economy, "allocatable_hours")},
    {name: "demand", color: layerColor("inference"), points: pointsOf(economy, "demanded_hours")},
    {name: "sales", color: "var(--theme-foreground-muted)", points: pointsOf(economy, "sold_hours")}
  ];
}
