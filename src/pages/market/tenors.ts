import {contractName, sellersName} from "../../components/words/row-name.js";
import {quoted} from "../../lib/export/sql/identifier.js";
import type {Interval} from "../../components/charts/intervals.js";
import type {Series} from "../../components/charts/time-lines.js";
import {rowsFigure, responsive} from "../../components/figure/responsive.js";
import {intervals} from "../../components/charts/intervals.js";
import {timeLines} from "../../components/charts/time-lines.js";
import type {Option} from "../../components/form/controls.js";
import {recordOf} from "../../components/inspector/origin.js";
import {dateIn, numberIn, textIn} from "../../components/rows/row-values.js";
import type {RowOf, RowsOf} from "../../components/rows/table-types.js";
import {capital} from "../../components/words/count.js";
import {amount, share, unitless} from "../../components/words/format.js";
import {layerColor} from "../../components/words/layer.js";
import {monthName} from "../../components/words/month.js";

type Level = RowOf<"rental_level">;
type Quote = RowOf<"rental_quote">;

/** The order of tenors, the shortest first. */
const tenors = ["spot-index", "on-demand", "reserved-1-year", "reserved-3-year"];

/** The accelerators that are quoted most, to choose from. */
export function quotedAccelerators(levels: readonly Level[]): Option[] {
  const counts = new Map<string, number>();
  for (const row of levels) {
    const key = textIn(row, "accelerator");
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a).map(([value]) => ({value, title: value.toUpperCase()}));
}

/** Rents of an accelerator by tenor and kind of seller, the model's own marked. */
export function tenorFigure(levels: readonly Level[], accelerator: string): HTMLElement {
  const rows = tenorRows(levels, accelerator);
  const options = {
    title: `Price of one hour of ${accelerator.toUpperCase()}, by tenor and kind of seller`,
    finding: mediansFinding(rows, accelerator),
    unit: "USD per GPU-hour, log scale; dot: median; line: lowest to highest",
    source: "table rental_level: quotes of the twelve months before the run. Number of quotes in brackets.",
    ariaLabel: rows.map((row) => `${labelOf(row)}: ${amount(numberIn(row, "median"))} USD`).join("; "),
    table: rows,
    query: {sql: tenorQuery(accelerator)}
  };
  return rowsFigure(options, (drawn, size) => intervals(drawn.map(spanOf), {...size, format: unitless, log: true}));
}

/** Between which values the medians are; undefined where there are not two that differ. */
function mediansFinding(rows: readonly Level[], accelerator: string): string | undefined {
  const medians = rows.map((row) => numberIn(row, "median"));
  const [low, high] = [Math.min(...medians), Math.max(...medians)];
  return low < high && Number.isFinite(high - low)
    ? `Median prices of one hour of ${accelerator.toUpperCase()} run from ${amount(low)} to ${amount(high)} USD`
    : undefined;
}

function tenorQuery(accelerator: string): string {
  const order = `list_position([${tenors.map(quoted).join(", ")}], contract), seller`;
  return `FROM rental_level\nWHERE accelerator = ${quoted(accelerator)} AND seller <> 'all'\nORDER BY ${order}`;
}

function tenorRows(levels: readonly Level[], accelerator: string): Level[] {
  const own = levels.filter((row) => textIn(row, "accelerator") === accelerator && textIn(row, "seller") !== "all");
  return own.sort(
    (a, b) =>
      tenors.indexOf(textIn(a, "contract")) - tenors.indexOf(textIn(b, "contract")) ||
      textIn(a, "seller").localeCompare(textIn(b, "seller"))
  );
}

function labelOf(row: Level): string {
  const sellers = sellersName(textIn(row, "seller"));
  return `${contractName(textIn(row, "contract"))}, ${sellers} (${textIn(row, "quotes")})`;
}

function spanOf(row: Level): Interval {
  const marks = [{name: "chain's price", value: numberIn(row, "chain_price"), color: "var(--layer-value)"}];
  return {
    label: labelOf(row),
    low: numberIn(row, "low"),
    middle: numberIn(row, "median"),
    high: numberIn(row, "high"),
    color: layerColor(textIn(row, "seller") === "index" ? "inference" : "neocloud"),
    marks: marks.filter(({value}) => Number.isFinite(value)),
    tip: `${labelOf(row)}\n${textIn(row, "first")} to ${textIn(row, "last")}`,
    origin: recordOf(row, "median")
  };
}

/** The latest value of each index of an accelerator by tenor, and how far apart those of one tenor are, in words. */
export function indicesInWords(quotes: readonly Quote[], accelerator: string): string {
  const latest = latestIndices(quotes, accelerator);
  const sentences = tenors.flatMap((tenor) => {
    const own = latest.filter((row) => textIn(row, "contract") === tenor);
    if (own.length === 0) return [];
    const sorted = [...own].sort((a, b) => numberIn(a, "price") - numberIn(b, "price"));
    const each = sorted.map((row) => `${issuerOf(row)} ${amount(numberIn(row, "price"))} (${dateOf(row)})`);
    const [low, high] = [numberIn(sorted[0], "price"), numberIn(sorted.at(-1), "price")];
    const apart = own.length > 1 ? `; they are ${share(high / low - 1)} apart` : "";
    return [`${capital(contractName(tenor))}: ${each.join(", ")}${apart}`];
  });
  if (sentences.length === 0) return `No index of ${accelerator.toUpperCase()}-hours is among the quotes.`;
  return `The latest value of each index, in USD per GPU-hour. ${sentences.join(". ")}.`;
}

function issuerOf(row: Quote): string {
  const name = textIn(row, "issuer");
  return name === "not named" ? "an index without a name" : name;
}

function dateOf(row: Quote): string {
  return monthName(dateIn(row, "quoted"));
}

function latestIndices(quotes: readonly Quote[], accelerator: string): Quote[] {
  const latest = new Map<string, Quote>();
  for (const row of quotesOf(quotes, accelerator).filter((row) => row.seller === "index"))
    latest.set(`${textIn(row, "issuer")} ${textIn(row, "contract")}`, row);
  return [...latest.values()];
}

/** The quotes of an accelerator, the oldest first. */
function quotesOf(quotes: readonly Quote[], accelerator: string): Quote[] {
  return quotes
    .filter((row) => row.accelerator === accelerator)
    .sort((a, b) => dateIn(a, "quoted").getTime() - dateIn(b, "quoted").getTime());
}

/** What was quoted for an accelerator over time: a line an issuer and tenor with two quotes or more. */
export function historyFigure(quotes: RowsOf<"rental_quote">, accelerator: string): HTMLElement {
  const series = historySeries(quotes, accelerator);
  if (series.length === 0) return document.createElement("div");
  const options = {
    title: `Quoted prices of ${accelerator.toUpperCase()} over time`,
    unit: "USD per GPU-hour",
    source: "table rental_quote: the issuers with most quotes of one tenor.",
    ariaLabel: series
      .map(({name, points}) => `${name}: ${points.map(({value}) => amount(value)).join(", ")}`)
      .join("; "),
    table: series.flatMap(({name, points}) => points.map(({date, value}) => ({issuer: name, date, price: value}))),
    query: {made: "the lines are the longest of the table rental_quote, which a query shows in full"}
  };
  return responsive(options, (size) => timeLines(series, {...size, format: unitless}));
}

function historySeries(quotes: readonly Quote[], accelerator: string): Series[] {
  const named = new Map<string, Quote[]>();
  for (const row of quotesOf(quotes, accelerator)) {
    const name = `${textIn(row, "issuer")}, ${contractName(textIn(row, "contract"))}`;
    named.set(name, [...(named.get(name) ?? []), row]);
  }
  const lines = [...named].filter(([, rows]) => new Set(rows.map((row) => dateIn(row, "quoted").getTime())).size > 1);
  const longest = [...lines].sort(([, a], [, b]) => b.length - a.length).slice(0, SHOWN);
  return longest.map(([name, rows], i) => ({
    name,
    color: colours[i % colours.length]!,
    points: rows.map((row) => ({
      date: dateIn(row, "quoted"),
      value: numberIn(row, "price"),
      origin: recordOf(row, "price")
    }))
  }));
}

/** As many lines as can be told apart. */
const SHOWN = 5;

const colours = (["neocloud", "value", "application", "inference", "materials"] as const).map(layerColor);
