import {html} from "htl";
import {quantiles} from "../lib/uncertainty/quantile.js";
import {split} from "../lib/uncertainty/regional.js";
import {monthOf, type Option} from "./controls.js";
import {amount, share} from "./format.js";
import {numberIn, textIn} from "./row-values.js";
import type {Row, Rows} from "./tables.js";

/** A driver alone at both ends of its range, or a factor's shares of the variance: a row of a chart. */
export interface Bar {
  label: string;
  cell: string;
}

export interface SwingBar extends Bar {
  central: number;
  low: number;
  high: number;
  title: string;
}

export interface ShareBar extends Bar {
  first: number;
  total: number;
  total_low: number;
  total_high: number;
}

/** As many bars as are shown. */
const SHOWN = 10;

/** `assisted hours, general` for `task[general].assisted_hours`. */
export function labelOf(cell: string): string {
  const names = cell.split(", ").map((one) => {
    const [, , key, column] = /^(\w+)(?:\[([^\]]+)\])?\.(\w+)$/.exec(one) ?? [];
    if (column === undefined) return one === "others" ? "all others together" : one;
    const name = column.replaceAll("_", " ");
    return key === undefined ? name : `${name}, ${key === "*" ? "all" : key}`;
  });
  return names.join(" and ");
}

/** The drivers that move a figure most in a month, the widest swing first. */
export function swingBars(swings: Rows, drivers: Rows, figure: string, month: string): SwingBar[] {
  const named = new Map(drivers.map((row) => [row.driver, row]));
  const own = swings.filter((row) => row.figure === figure && monthOf(row.date) === month);
  return own
    .map((row) => {
      const driver = named.get(row.driver ?? "");
      const cell = textIn(driver, "cell");
      const unit = textIn(driver, "unit");
      const [from, to] = [numberIn(driver, "low"), numberIn(driver, "high")];
      const title = `${textIn(driver, "title")}: ${amount(from, unit)} to ${amount(to, unit)}`;
      const values = {central: numberIn(row, "central"), low: numberIn(row, "at_low"), high: numberIn(row, "at_high")};
      return {label: labelOf(cell), cell, title, ...values};
    })
    .sort((a, b) => Math.abs(b.high - b.low) - Math.abs(a.high - a.low))
    .slice(0, SHOWN);
}

/** The factors that bring most of a figure's variance in a month. */
export function shareBars(sensitivity: Rows, figure: string, month: string): ShareBar[] {
  const own = sensitivity.filter((row) => row.figure === figure && monthOf(row.date) === month);
  return own
    .map((row) => {
      const cell = textIn(row, "factor");
      const number = (name: string): number => numberIn(row, name);
      const shares = {first: number("first"), total: number("total")};
      const ends = {total_low: number("total_low"), total_high: number("total_high")};
      return {label: labelOf(cell), cell, ...shares, ...ends};
    })
    .sort((a, b) => b.total - a.total)
    .slice(0, SHOWN);
}

/** Links to the tables of assumptions behind some bars. */
export function assumptionLinks(bars: readonly Bar[]): HTMLElement[] {
  const cells = bars.flatMap(({cell}) => cell.split(", ")).filter((cell) => cell !== "others");
  const tables = [...new Set(cells.map((cell) => /^\w+/.exec(cell)![0]))];
  return tables.map(
    (table, i) => html`<span>${i > 0 ? ", " : ""}<a href=${`./assumptions?table=${table}`}>${table}</a></span>`
  );
}

/** The months in which draws are looked at, the first and the last. */
export function drawnMonths(swings: Rows): Option[] {
  const months = [...new Set(swings.map(({date}) => monthOf(date)))].sort();
  return months.map((month, i) => ({value: month, title: `${i === 0 ? "first" : "last"} month, ${month}`}));
}

/** The column of `draw` that holds a figure in the first or the last month. */
export function drawnColumn(figure: string, month: string, months: readonly Option[]): string {
  return month === months[0]?.value ? figure : `${figure}_last`;
}

/** The inputs of `draw`, with the words to choose them by. */
export function driverOptions(draws: Rows): Option[] {
  return draws.columns.flatMap(({name, description}) => {
    const cell = /^(\S+\.\w+): /.exec(description)?.[1];
    return cell === undefined ? [] : [{value: name, title: labelOf(cell)}];
  });
}

/** The values of a column, draw by draw. */
export function valuesOf(draws: readonly Row[], name: string): Float64Array {
  return Float64Array.from(draws, (row) => numberIn(row, name));
}

/** P10, P50 and P90 of a figure as a sentence. */
export function inWords(values: Float64Array, unit: string): string {
  const [p10, p50, p90] = quantiles(values, [0.1, 0.5, 0.9]).map((value) => amount(value, unit));
  return `In one draw of ten it is below ${p10}, in half of them below ${p50}, and in one of ten above ${p90}.`;
}

/** How a driver must lie for a condition to hold, in shares of its range: 0 is its least draw, 1 its greatest. */
export interface Region extends Bar {
  distance: number;
  inside: number;
  outside: number;
  words: string;
}

/** Hurdles to choose from. */
export const hurdles: Option[] = [0.5, 1, 1.5, 2, 3].map((value) => ({
  value: String(value),
  title: `${value} USD of output per USD of cost`
}));

/** The drivers whose draws differ most between those that beat a hurdle and the others, and the share that beats it. */
export function regions(draws: Rows, column: string, hurdle: number): {share: number; found: Region[]} {
  const holds = [...valuesOf(draws, column)].map((value) => value > hurdle);
  const found = driverOptions(draws).flatMap(({value: name, title}): Region[] => {
    const values = valuesOf(draws, name);
    const {distance, significant, inside, outside} = split(values, holds);
    if (!significant) return [];
    const {unit = "", description = ""} = draws.columns.find((one) => one.name === name) ?? {};
    const [least, most] = [values.reduce((a, b) => Math.min(a, b)), values.reduce((a, b) => Math.max(a, b))];
    const place = (value: number): number => (value - least) / (most - least);
    const words = `${amount(inside, unit)} rather than ${amount(outside, unit)}`;
    const cell = description.slice(0, description.indexOf(": "));
    return [{label: title, cell, distance, inside: place(inside), outside: place(outside), words}];
  });
  const beaten = holds.filter(Boolean).length / holds.length;
  return {share: beaten, found: found.sort((a, b) => b.distance - a.distance).slice(0, 8)};
}

/** The region in words. */
export function regionWords({share: beaten, found}: ReturnType<typeof regions>, hurdle: string): string {
  const [first, second] = found;
  const how = `${share(beaten)} of the draws give more than ${hurdle} USD of output per USD of cost.`;
  if (!first) return `${how} No assumption sets them apart from the others.`;
  const also = second ? `, and of ${second.label} ${second.words}` : "";
  return `${how} In these the median of ${first.label} is ${first.words}${also}.`;
}
