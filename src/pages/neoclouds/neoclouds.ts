import type {CostPart, CostTotal} from "../../components/charts/cost-stack.js";
import type {Series} from "../../components/charts/time-lines.js";
import type {Option} from "../../components/form/controls.js";
import {amount, share} from "../../components/words/format.js";
import {cellOf, type Made} from "../../components/inspector/cell-link.js";
import {layerColor} from "../../components/words/layer.js";
import {derivedFrom} from "../../components/words/provenance.js";
import {numberIn, textIn} from "../../components/rows/row-values.js";
import {cite, say, type Sentence} from "../../components/words/sentence.js";
import type {Row} from "../../components/rows/tables.js";

/** Groups of cost items, with their colours. */
export const costGroups = [
  {name: "hardware", color: "var(--layer-neocloud)"},
  {name: "building or rent", color: "color-mix(in srgb, var(--layer-neocloud) 45%, var(--theme-background))"},
  {name: "power and water", color: "var(--layer-materials)"},
  {name: "staff and software", color: "var(--layer-application)"},
  {name: "upkeep and insurance", color: "color-mix(in srgb, var(--layer-application) 45%, var(--theme-background))"},
  {name: "overhead", color: "color-mix(in srgb, var(--layer-value) 70%, var(--theme-background))"}
];

/** The cost columns of `cluster`, in their groups. */
const items: [column: string, group: string, item: string][] = [
  ["hardware_charge", "hardware", "annuity on the hardware"],
  ["building_charge", "building or rent", "annuity on the building"],
  ["colocation_rent", "building or rent", "colocation rent"],
  ["operation_cost", "building or rent", "facility operation"],
  ["property_tax", "building or rent", "property tax"],
  ["electricity_cost", "power and water", "electricity"],
  ["water_cost", "power and water", "water"],
  ["staff_cost", "staff and software", "engineers"],
  ["licence_cost", "staff and software", "licences"],
  ["maintenance_cost", "upkeep and insurance", "maintenance"],
  ["insurance_cost", "upkeep and insurance", "insurance"],
  ["overhead", "overhead", "sales and administration"]
];

/** The neoclouds to choose from. */
export function neocloudOptions(neoclouds: readonly Row[]): Option[] {
  const names = new Map(neoclouds.map((row) => [textIn(row, "key"), textIn(row, "name")]));
  return [...names].map(([value, title]) => ({value, title}));
}

/** The levelised cost of a cluster's GPU-hour, divided as its cost is. */
export function costParts(cluster: Row): CostPart[] {
  const scale = numberIn(cluster, "levelised_cost") / numberIn(cluster, "cost");
  let end = 0;
  return items.map(([column, group, item]) => {
    const from = end;
    end += numberIn(cluster, column) * scale;
    return {row: textIn(cluster, "key"), group, item, from, to: end, origin: partOf(cluster, column)};
  });
}

function partOf(cluster: Row, column: string): Made | undefined {
  const cells = [column, "levelised_cost", "cost"].map((one) => cellOf(cluster, one));
  return derivedFrom("Of the levelised cost, the part that the first has in the cost of a month, the last", cells);
}

/** Cost and price of a GPU-hour of every cluster; those of one neocloud are bold. */
export function costTotals(clusters: readonly Row[], neocloud: string): CostTotal[] {
  return clusters.map((row) => ({
    row: textIn(row, "key"),
    cost: numberIn(row, "levelised_cost"),
    price: numberIn(row, "price"),
    chosen: row.neocloud === neocloud
  }));
}

/** How many clusters sell below cost, in a sentence. */
export function losers(totals: readonly CostTotal[]): string {
  const losing = totals.filter(({cost, price}) => price < cost).map(({row}) => row);
  if (losing.length === 0) return `All ${totals.length} clusters sell above their levelised cost`;
  return `${losing.length} of ${totals.length} clusters sell below their levelised cost: ${losing.join(", ")}`;
}

/** A neocloud's month in a sentence. */
export function monthOfNeocloud(row: Row): Sentence {
  const [cost, margin] = [cite(row, "levelised_cost", "USD"), cite(row, "margin", "share")];
  return say`${textIn(row, "name")} spends ${cost} on each GPU-hour it sells, capital included, and keeps ${margin} of its revenue`;
}

/** What clusters could sell, what is asked of them and what they sell, over months. */
export function capacitySeries(economy: readonly Row[]): Series[] {
  const [grey, blue, green] = ["var(--theme-foreground-muted)", layerColor("neocloud"), layerColor("inference")];
  return [
    monthly(economy, "allocatable_hours", "can be sold", blue),
    monthly(economy, "demanded_hours", "asked for", green),
    monthly(economy, "sold_hours", "sold", grey)
  ];
}

/** Capacity against demand in a month, in a sentence. */
export function capacityTakeaway(now: Row): string {
  const [demand, supply] = ["demanded_hours", "allocatable_hours"].map((column) => amount(numberIn(now, column)));
  return `${demand ?? ""} GPU-hours are asked for and ${supply ?? ""} can be sold, a ratio of ${amount(numberIn(now, "balance"))}.`;
}

/** What share of its GPU-hours every cluster of a neocloud sells, in a sentence. */
export function soldTakeaway(clusters: readonly Row[], neocloud: string): string {
  const own = clusters.filter((row) => row.neocloud === neocloud);
  return `Sold: ${own.map((row) => `${share(numberIn(row, "sold_share"))} at ${textIn(row, "key")}`).join(", ")}.`;
}

/** The accelerators that rental quotes name, most quoted first. */
export function quotedOptions(quotes: readonly Row[], name: (key: string) => string): Option[] {
  const counts = new Map<string, number>();
  for (const row of quotes) counts.set(textIn(row, "accelerator"), (counts.get(textIn(row, "accelerator")) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).map(([value]) => ({value, title: name(value)}));
}

/** The span of quotes under each kind of contract, in a sentence. */
export function quoteTakeaway(quotes: readonly Row[]): string {
  const contracts = [...new Set(quotes.map((row) => textIn(row, "contract")))].sort();
  return `${contracts.map((contract) => span(quotes, contract)).join("; ")}.`;
}

/** A colour for each key of a table, in the order in which they come. */
export function shadeOf(rows: readonly Row[]): (key: string) => string {
  const keys = [...new Set(rows.map((row) => textIn(row, "key")))];
  return (key) => shades[keys.indexOf(key) % shades.length]!;
}

function span(quotes: readonly Row[], contract: string): string {
  const prices = quotes.filter((row) => row.contract === contract).map((row) => numberIn(row, "price"));
  const [low, high] = [Math.min(...prices), Math.max(...prices)];
  return low === high ? `${contract} ${amount(low)}` : `${contract} ${amount(low)} to ${amount(high)}`;
}

function monthly(rows: readonly Row[], column: string, name: string, color: string): Series {
  return {
    name,
    color,
    points: rows.map((row) => ({
      date: row.date as Date,
      value: numberIn(row, column),
      origin: cellOf(row, column)
    }))
  };
}

const shades = [
  "var(--layer-neocloud)",
  "var(--layer-inference)",
  "var(--layer-application)",
  "var(--layer-value)",
  "var(--layer-materials)"
];
