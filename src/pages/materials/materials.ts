import {html} from "htl";
import type {Bar} from "../../components/charts/bars.js";
import type {Layered} from "../../components/charts/stacked-months.js";
import {priceParts, type PricePart} from "../../components/charts/cost-to-make.js";
import type {Option} from "../../components/form/controls.js";
import {amount} from "../../components/words/format.js";
import {cellOf} from "../../components/inspector/cell-link.js";
import {layerColor} from "../../components/words/layer.js";
import {numberIn, textIn} from "../../components/rows/row-values.js";
import {cite, joined, say, type Sentence} from "../../components/words/sentence.js";
import type {Row, Rows} from "../../components/rows/tables.js";

/** The accelerators whose cost to make is known, to choose from. */
export function acceleratorOptions(accelerators: readonly Row[]): Option[] {
  return accelerators
    .filter((row) => priceParts(row).length > 0)
    .map((row) => ({value: textIn(row, "key"), title: textIn(row, "name")}));
}

/** The price parts of all accelerators, dearest first. */
export function allParts(accelerators: readonly Row[]): PricePart[] {
  return [...accelerators].sort((a, b) => numberIn(b, "unit_price") - numberIn(a, "unit_price")).flatMap(priceParts);
}

/** What an accelerator costs to make and sells for, in a sentence. */
export function costAgainstPrice(accelerator: Row): Sentence {
  const [cost, price] = [cite(accelerator, "cost_to_make", "USD"), cite(accelerator, "unit_price", "USD")];
  const name = textIn(accelerator, "name");
  return numberIn(accelerator, "vendor_margin") >= 0
    ? say`${name} costs ${cost} to make and sells for ${price}: ${cite(accelerator, "vendor_margin", "share")} of the price is the vendor's gross margin`
    : say`${name} costs ${cost} to make anew and sells for ${price}, less than that: its note among the assumptions says why`;
}

/** An accelerator and why something is not known of it. */
export interface Unknown {
  accelerator: string;
  reason: string;
}

/** Why accelerators have no cost to make: the first reason of each. */
export function unknownCosts(missing: readonly Row[], accelerators: readonly Row[]): Unknown[] {
  const names = new Map(accelerators.map((row) => [textIn(row, "key"), textIn(row, "name")]));
  return missing
    .filter(({table, column}) => table === "accelerator" && column === "cost_to_make")
    .map((row) => ({accelerator: names.get(textIn(row, "key")) ?? textIn(row, "key"), reason: textIn(row, "reason")}));
}

/** What regions can be compared by, and where that is from: columns of the `region` table. */
export const measures: (Option & {source: string})[] = [
  {
    value: "power_price",
    title: "Price of electricity",
    source: "statistics and tariffs for industry, of different years; Sweden is the authors' judgement."
  },
  {
    value: "carbon_intensity",
    title: "Greenhouse gas of electricity",
    source: "carbon intensity by cloud region, and a national average for China."
  },
  {
    value: "water_intensity",
    title: "Water in electricity",
    source: "a data set for Iowa; everywhere else the authors' judgement."
  },
  {
    value: "water_price",
    title: "Price of water on site",
    source: "a utility's rates for Northern Virginia; everywhere else the authors' judgement."
  }
];

/** The regions by one of their columns, least first; those where a facility stands are bold. */
export function regionBars(regions: readonly Row[], facilities: readonly Row[], column: string): Bar[] {
  const used = new Set(facilities.map((row) => row.region));
  return regions
    .map((row) => ({
      label: textIn(row, "name"),
      value: numberIn(row, column),
      color: layerColor("materials"),
      chosen: used.has(textIn(row, "key")),
      origin: cellOf(row, column)
    }))
    .sort((a, b) => a.value - b.value);
}

/** The unit of a column. */
export function unitOf(table: Rows, column: string): string {
  return table.columns.find(({name}) => name === column)?.unit ?? "";
}

/** A column of `economy` and what the chart calls it. */
export interface Part {
  column: string;
  name: string;
}

/** What making and running the chain's accelerators takes, in columns of `economy`. */
export const inputs: {title: string; columns: Part[]}[] = [
  {title: "Logic wafers", columns: [{column: "wafers", name: "in accelerators bought"}]},
  {title: "Electricity", columns: [{column: "grid_energy", name: "servers, cooling and losses"}]},
  {
    title: "Water",
    columns: [
      {column: "source_water", name: "generating electricity"},
      {column: "site_water", name: "cooling on site"},
      {column: "making_water", name: "making logic"}
    ]
  },
  {
    title: "Greenhouse gas",
    columns: [
      {column: "operational_carbon", name: "running"},
      {column: "making_carbon", name: "making logic and memory"}
    ]
  }
];

/** Columns of `economy` over months, as layers of a stack. */
export function layersOf(economy: readonly Row[], columns: readonly Part[]): Layered[] {
  return columns.map(({column, name}, index) => ({
    name,
    color: shades[index] ?? layerColor("materials"),
    points: economy.map((row) => ({
      date: row.date as Date,
      value: numberIn(row, column),
      origin: cellOf(row, column)
    }))
  }));
}

/** The parts of a month in a sentence: `Water: 10.9 k generating electricity, 1.02 k cooling on site.` */
export function latest(now: Row, title: string, columns: readonly Part[]): Sentence {
  const parts = columns.map(({column, name}) => say`${cite(now, column)} ${name}`);
  return say`${title}: ${joined(parts, ", ")}.`;
}

/** Which regions are least and most, in a sentence. */
export function regionTakeaway(bars: readonly Bar[], unit: string): string {
  const [least, most] = [bars[0], bars.at(-1)];
  if (!least || !most) return "No region is known.";
  return `From ${amount(least.value, unit)} in ${least.label} to ${amount(most.value, unit)} in ${most.label}.`;
}

/** A list of accelerators with the reason why something is not known of them. */
export function reasons(unknown: readonly Unknown[]): HTMLElement {
  return html`<ul>
    ${unknown.map(({accelerator, reason}) => html`<li>${accelerator}: <code>${reason}</code></li>`)}
  </ul>`;
}

/** Figures two in a row, where there is room. */
export function sideBySide(figures: readonly HTMLElement[]): HTMLElement {
  return html`<div class="grid grid-cols-2">${figures}</div>`;
}

/** The columns of `accelerator` from its dies to its price. */
export const priceColumns = [
  "key",
  "name",
  "logic_cost",
  "memory_cost",
  "packaging_cost",
  "test_cost",
  "cost_to_make",
  "unit_price",
  "vendor_margin"
];

const shades = [
  "var(--layer-materials)",
  "var(--layer-neocloud)",
  "color-mix(in srgb, var(--layer-value) 80%, var(--theme-background))"
];
