import {bin} from "d3";
import {html} from "htl";
import {quantiles} from "../../lib/uncertainty/quantile.js";
import {thresholdSplit} from "../../lib/uncertainty/threshold-split.js";
import {type Option} from "../../components/form/controls.js";
import {monthOf} from "../../components/rows/filter.js";
import {amount, share} from "../../components/words/format.js";
import {recordOf, type CellMark, type Made, type Recorded} from "../../components/inspector/origin.js";
import {pageAddress} from "../../components/words/page-address.js";
import {derivedFrom} from "../../components/words/provenance.js";
import {numberIn, textIn} from "../../components/rows/row-values.js";
import {cited, say, type Sentence} from "../../components/words/sentence.js";
import type {ColumnOf, RowOf, RowsOf} from "../../components/rows/table-types.js";
import {monthName} from "../../components/words/month.js";
import {capital} from "../../components/words/count.js";

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
  origin: Made | undefined;
}

export interface ShareBar extends Bar {
  rank: number;
  first: number;
  first_low: number;
  first_high: number;
  first_resolved: boolean;
  total: number;
  total_low: number;
  total_high: number;
  total_resolved: boolean;
  rows: number;
  seed: number;
  origin: Recorded | undefined;
}

/** As many bars as are shown. */
export const SHOWN = 10;

/** `assisted hours, general` for `task[general].assisted_hours`. */
export function labelOf(cell: string): string {
  const names = cell.split(", ").map((name) => {
    const [, , key, column] = /^(\w+)(?:\[([^\]]+)\])?\.(\w+)$/.exec(name) ?? [];
    if (column === undefined) return name === "others" ? "all others together" : name;
    const words = column.replaceAll("_", " ");
    return key === undefined ? words : `${words}, ${key === "*" ? "all" : key}`;
  });
  return names.join(" and ");
}

/** The drivers that move a figure most in a month, the widest swing first. */
export function swingBars(
  swings: RowsOf<"swing">,
  drivers: RowsOf<"driver">,
  figure: string,
  month: string
): SwingBar[] {
  const named = new Map(drivers.map((row) => [row.driver, row]));
  const own = swings.filter((row) => row.figure === figure && monthOf(row.date) === month);
  return own
    .map((row) => {
      const driver = named.get(row.driver ?? "");
      const cell = textIn(driver, "cell");
      const unit = textIn(driver, "unit");
      const low = amount(numberIn(driver, "low"), unit);
      const high = amount(numberIn(driver, "high"), unit);
      const title = `${textIn(driver, "title")}: ${low} to ${high}`;
      const values = {central: numberIn(row, "central"), low: numberIn(row, "at_low"), high: numberIn(row, "at_high")};
      return {label: labelOf(cell), cell, title, ...values, origin: swingOrigin(row, driver)};
    })
    .sort((a, b) => Math.abs(b.high - b.low) - Math.abs(a.high - a.low))
    .slice(0, SHOWN);
}

/** The driver with the widest swing, in a short sentence; nothing where none moves the figure. */
export function widestInWords([first]: readonly SwingBar[]): string | undefined {
  return first && first.high !== first.low ? `${capital(first.label)} moves the result most` : undefined;
}

/** The driver with the widest swing, in words. */
export function widest([first]: readonly SwingBar[]): string {
  return first?.label ?? "no assumption";
}

function swingOrigin(row: RowOf<"swing">, driver: RowOf<"driver"> | undefined): Made | undefined {
  return derivedFrom("What the assumption alone does to the figure, and its range", [recordOf(row), recordOf(driver)]);
}

/** The factors that explain most of a figure's variance in a month. */
export function shareBars(sensitivity: RowsOf<"sensitivity">, figure: string, month: string): ShareBar[] {
  const own = sensitivity.filter((row) => row.figure === figure && monthOf(row.date) === month);
  return own
    .map((row) => {
      const cell = textIn(row, "factor");
      const number = (name: ColumnOf<"sensitivity">): number => numberIn(row, name);
      return {
        label: labelOf(cell),
        cell,
        rank: number("rank"),
        first: number("first"),
        first_low: number("first_low"),
        first_high: number("first_high"),
        first_resolved: textIn(row, "first_resolved") === "true",
        total: number("total"),
        total_low: number("total_low"),
        total_high: number("total_high"),
        total_resolved: textIn(row, "total_resolved") === "true",
        rows: number("rows"),
        seed: number("seed"),
        origin: recordOf(row, "total")
      };
    })
    .sort((a, b) => b.total - a.total)
    .slice(0, SHOWN);
}

/** The factor that explains most of the variance; several where their order is not resolved. */
export function sharesInWords(bars: readonly ShareBar[]): string {
  const leaders = bars.filter(({rank}) => rank === 1);
  const [first] = leaders;
  if (!first || first.total === 0) return "The figure does not vary.";
  if (leaders.length > 1)
    return `The most influential are ${listed(leaders.map(({label}) => label))}; their order is not resolved.`;
  const interval = `${share(first.total_low)} to ${share(first.total_high)}`;
  return first.total_resolved
    ? `${capital(first.label)} explains ${share(first.total)} (${interval}) of the variance, including interactions.`
    : `${capital(first.label)} matters most, but its share is not resolved (${interval}).`;
}

/** The assumption that explains most, in a short sentence; nothing where that is not resolved. */
export function leaderInWords(bars: readonly ShareBar[]): string | undefined {
  const [first, ...others] = bars.filter(({rank}) => rank === 1);
  if (!first || others.length > 0 || first.total === 0 || !first.total_resolved) return undefined;
  return `${capital(first.label)} explains ${share(first.total)} of the variance`;
}

function listed(names: readonly string[]): string {
  return `${names.slice(0, -1).join(", ")} and ${names.at(-1) ?? ""}`;
}

/** Links to the tables of assumptions behind some bars. */
export function assumptionLinks(bars: readonly Bar[]): HTMLElement[] {
  const cells = bars.flatMap(({cell}) => cell.split(", ")).filter((cell) => cell !== "others");
  const tables = [...new Set(cells.map((cell) => /^\w+/.exec(cell)![0]))];
  return tables.map(
    (table, i) =>
      html`<span>${i > 0 ? ", " : ""}<a href=${pageAddress("assumptions", `?table=${table}`)}>${table}</a></span>`
  );
}

/** The months in which draws are looked at, the first and the last. */
export function drawnMonths(swings: RowsOf<"swing">): Option[] {
  const months = [...new Set(swings.map(({date}) => monthOf(date)))].sort();
  return months.map((month, i) => ({value: month, title: `${i === 0 ? "first" : "last"} month, ${monthName(month)}`}));
}

/** The column of `draw` that holds a figure in the first or the last month. */
export function drawnColumn(figure: string, month: string, months: readonly Option[]): string {
  return month === months[0]?.value ? figure : `${figure}_last`;
}

/** The inputs of `draw`, with the words to choose them by. */
export function driverOptions(draws: RowsOf<"draw">): Option[] {
  return draws.columns.flatMap(({name, description}) => {
    const cell = /^(\S+\.\w+): /.exec(description)?.[1];
    return cell === undefined ? [] : [{value: name, title: labelOf(cell)}];
  });
}

/** The values of a column, draw by draw. */
export function valuesOf(draws: RowsOf<"draw">, name: string): Float64Array {
  return Float64Array.from(draws, (row) => numberIn(row, name));
}

/** A figure of which draws are looked at: its unit, and the cell that was drawn. */
export interface DrawnFigure {
  unit: string;
  origin?: CellMark | undefined;
}

/** P10, P50 and P90 of a figure's draws. */
export function percentiles(values: Float64Array, {unit, origin}: DrawnFigure) {
  const percents = [10, 50, 90];
  const results = quantiles(
    values,
    percents.map((percent) => percent / 100)
  );
  return percents.map((percent, i) => {
    const value = results[i]!;
    const words = `${percent} % of ${counted(values)} draws are below ${amount(value, unit)}. They are draws of`;
    return {name: `P${percent}`, value, origin: derivedFrom(words, [origin])};
  });
}

/** P10, P50 and P90 of a figure as a sentence. */
export function inWords(values: Float64Array, figure: DrawnFigure): Sentence {
  const [p10, p50, p90] = percentiles(values, figure).map(({value, origin}) =>
    cited(amount(value, figure.unit), origin)
  ) as [Sentence, Sentence, Sentence];
  return say`A tenth of draws are below ${p10}, half below ${p50} and a tenth above ${p90}.`;
}

/** The middle of the draws of a figure with this label, in a short sentence. */
export function medianInWords(label: string, values: Float64Array, figure: DrawnFigure): Sentence {
  const median = percentiles(values, figure)[1]!;
  return say`${label}: half of all draws are below ${cited(amount(median.value, figure.unit), median.origin)}`;
}

/** Draws that lie between two values. */
export interface Bin {
  from: number;
  to: number;
  count: number;
  origin: Made | undefined;
}

/** A histogram of all draws but the 0.5 % at either end. */
export function binned(values: Float64Array, {unit, origin}: DrawnFigure): Bin[] {
  const sorted = values.toSorted();
  const [first, last] = [0.005, 0.995].map((part) => Math.round(part * (sorted.length - 1))) as [number, number];
  return bin()
    .thresholds(48)(sorted.subarray(first, last + 1))
    .map(({x0 = NaN, x1 = NaN, length: count}) => {
      const words =
        `${count} of ${counted(values)} draws lie from ${amount(x0, unit)} to ${amount(x1, unit)}. ` +
        "They are draws of";
      return {from: x0, to: x1, count, origin: derivedFrom(words, [origin])};
    });
}

function counted({length}: ArrayLike<unknown>): string {
  return length.toLocaleString("en-US");
}

/** How many draws beat the hurdle, in a short sentence. */
export function beatenInWords(beaten: Sentence, hurdle: string): Sentence {
  const dollars = hurdle === "1" ? "dollar" : "dollars";
  return say`${beaten} of draws exceed ${hurdle} ${dollars} of output per dollar of cost`;
}

/** Where a driver lies when a condition holds, as a share of its range: 0 is its minimum, 1 its maximum. */
export interface Region extends Bar {
  distance: number;
  inside: number;
  outside: number;
  words: string;
  origin: Made | undefined;
}

/** The share of draws above a threshold, and the drivers that differ between these and the rest. */
export interface Regions {
  share: Sentence;
  drivers: Region[];
}

/** Thresholds to choose from. */
export const hurdles: Option[] = [0.5, 1, 1.5, 2, 3].map((value) => ({
  value: String(value),
  title: `${value} ${value === 1 ? "dollar" : "dollars"} of output per dollar of cost`
}));

/** A month in which draws are looked at, and what output per cost has to beat in it. */
export interface Condition {
  month: string;
  months: readonly Option[];
  hurdle: number;
}

/** The drivers whose draws differ most between those in which output per cost beats a hurdle and the others. */
export function regionsOfRatio(draws: RowsOf<"draw">, scenario: string, {month, months, hurdle}: Condition): Regions {
  const cell = `economy.value_per_cost@${month}`;
  return regions(draws, drawnColumn("value_per_cost", month, months), hurdle, {cell, scenario});
}

function regions(draws: RowsOf<"draw">, column: string, hurdle: number, figure: CellMark): Regions {
  const holds = [...valuesOf(draws, column)].map((value) => value > hurdle);
  const drivers = driverOptions(draws).flatMap((driver) => regionOf(draws, driver, holds, hurdle, figure));
  const beaten = holds.filter(Boolean).length;
  const origin = derivedFrom(
    `${counted({length: beaten})} of ${counted(holds)} draws are above ${hurdle}. They are draws of`,
    [figure]
  );
  return {
    share: cited(share(beaten / holds.length), origin),
    drivers: drivers.sort((a, b) => b.distance - a.distance).slice(0, 8)
  };
}

/** How a driver lies where the figure beats the hurdle; none where chance explains the difference. */
function regionOf(
  draws: RowsOf<"draw">,
  {value: name, title}: Option,
  holds: readonly boolean[],
  hurdle: number,
  figure: CellMark
): Region[] {
  const values = valuesOf(draws, name);
  const {distance, significant, inside, outside} = thresholdSplit(values, holds);
  if (!significant) return [];
  const {unit = "", description = ""} = draws.columns.find((note) => note.name === name) ?? {};
  const minimum = values.reduce((a, b) => Math.min(a, b));
  const maximum = values.reduce((a, b) => Math.max(a, b));
  const place = (value: number): number => (value - minimum) / (maximum - minimum);
  const words = `${amount(inside, unit)} (${amount(outside, unit)} in the rest)`;
  const cell = description.slice(0, description.indexOf(": "));
  const origin = derivedFrom(`In draws in which the second is above ${hurdle}, the median of the first is ${words}`, [
    {cell, scenario: figure.scenario},
    figure
  ]);
  return [{label: title, cell, distance, inside: place(inside), outside: place(outside), words, origin}];
}

/** The region in words. */
export function regionWords({share: beaten, drivers}: Regions, hurdle: string): Sentence {
  const [first, second] = drivers;
  const how = say`${beatenInWords(beaten, hurdle)}.`;
  if (!first) return say`${how} No assumption differs significantly between these and the rest.`;
  const also = second ? say`, and that of ${second.label} ${cited(second.words, second.origin)}` : "";
  return say`${how} In those, the median of ${first.label} is ${cited(first.words, first.origin)}${also}.`;
}
