import {timeLines, type Series} from "../../components/charts/time-lines.js";
import {rowsFigure} from "../../components/figure/responsive.js";
import {monthOf, where} from "../../components/rows/filter.js";
import {pick, rowOf} from "../../components/rows/row-values.js";
import {pointsOf, seriesOf} from "../../components/rows/series.js";
import type {RowOf, RowsOf} from "../../components/rows/table-types.js";
import {amount, share} from "../../components/words/format.js";
import {layerColor} from "../../components/words/layer.js";
import {costStack} from "./cost-stack.js";
import {costGroups, costParts, costTotals} from "./costs.js";
import {rentalQuotes} from "./rental-quotes.js";
import {shadeOf} from "./shades.js";
import {capacityTakeaway, losers, monthOfNeocloud, quoteTakeaway, soldTakeaway} from "./words.js";

/** Cost and price of a GPU-hour of every cluster in a month; those of one neocloud are bold. */
export function costFigure(clusters: RowsOf<"cluster">, neocloud: string): HTMLElement {
  const options = {
    title: "Levelised cost by item, and price",
    unit: "USD/GPU-hour sold",
    source:
      "the model's table cluster: a month's cost, capital as an annuity, per GPU-hour sold. The tick is the mean " +
      "price; bold: the neocloud chosen.",
    ariaLabel: `${losers(costTotals(clusters, neocloud))}.`,
    table: clusters
  };
  return rowsFigure(options, (rows, {width}) =>
    costStack(rows.flatMap(costParts), costTotals(rows, neocloud), {width, groups: costGroups})
  );
}

/** What neoclouds keep of their revenue, over months; the sentence is of one of them in the month. */
export function marginFigure(neoclouds: RowsOf<"neocloud">, now: RowOf<"neocloud">, names: Names): HTMLElement {
  const month = monthOf(now.date);
  const options = {
    title: "Profit after capital charges",
    unit: "share of revenue",
    source: "the model's table neocloud, at central assumptions.",
    ariaLabel: `In ${month}, ${monthOfNeocloud(now)}.`,
    table: pick(neoclouds, ["key", "date", "revenue", "cost", "profit", "margin", "levelised_cost"])
  };
  return rowsFigure(options, (rows, {width}) =>
    timeLines(seriesOf(rows, {column: "margin", color: shadeOf(rows), name: names}), {width, month, format: share})
  );
}

/** What share of its GPU-hours each cluster of a neocloud sells, over months. */
export function soldFigure(clusters: RowsOf<"cluster">, neocloud: string, month: string): HTMLElement {
  const options = {
    title: `GPU-hours sold of those that can be sold: ${neocloud}`,
    unit: "share, by cluster",
    source: "the model's table cluster, at central assumptions.",
    ariaLabel: soldTakeaway(where(clusters, ({date}) => monthOf(date) === month)),
    table: pick(clusters, ["key", "date", "allocatable_hours", "demanded_hours", "sold_hours", "sold_share", "load"])
  };
  return rowsFigure(options, (rows, {width}) => {
    const lines = seriesOf(rows, {column: "sold_share", color: shadeOf(rows), name: (key) => key});
    return timeLines(lines, {width, month, format: share});
  });
}

/** GPU-hours that can be sold, are asked for and are sold by all neoclouds, over months. */
export function capacityFigure(economy: RowsOf<"economy">, month: string): HTMLElement {
  const options = {
    title: "Capacity against demand, all neoclouds",
    unit: "GPU-hour/month",
    source:
      "the model's table economy, at central assumptions. Capacity follows orders for the growth that is expected " +
      "to pay, demand follows users and prices. Above the capacity of all clusters together, requests are refused.",
    ariaLabel: capacityTakeaway(rowOf(economy, ({date}) => monthOf(date) === month)),
    table: pick(economy, ["date", "allocatable_hours", "demanded_hours", "sold_hours", "balance"])
  };
  return rowsFigure(options, (rows, {width}) =>
    timeLines(capacitySeries(rows), {width, month, format: (value) => amount(value)})
  );
}

/** Published prices of a GPU-hour of an accelerator, by kind of contract. */
export function quotesFigure(quotes: RowsOf<"rental_quote">, accelerator: string): HTMLElement {
  const options = {
    title: `Price of a GPU-hour: ${accelerator}`,
    unit: "USD/GPU-hour",
    source:
      "a dot is a published figure, with its source among the assumptions; stars (tco-model) are the figures of " +
      "cost models, not offers. Contracts are different goods: never read a trend across panels. The price that " +
      "enters the model is the median of indices, each with its newest reading of the last six months.",
    ariaLabel: quoteTakeaway(quotes),
    table: pick(quotes, ["quoted", "contract", "seller", "issuer", "price"])
  };
  return rowsFigure(options, (rows, {width}) => rentalQuotes(rows, {width}));
}

type Names = (key: string) => string;

function capacitySeries(economy: RowsOf<"economy">): Series[] {
  return [
    {name: "can be sold", color: layerColor("neocloud"), points: pointsOf(economy, "allocatable_hours")},
    {name: "asked for", color: layerColor("inference"), points: pointsOf(economy, "demanded_hours")},
    {name: "sold", color: "var(--theme-foreground-muted)", points: pointsOf(economy, "sold_hours")}
  ];
}
