import {pathFinding} from "../../components/words/path-finding.js";
import {timeLines} from "../../components/charts/time-lines.js";
import {responsive, rowsFigure} from "../../components/figure/responsive.js";
import {monthOf, where} from "../../components/rows/filter.js";
import {numberIn, pick, rowOf, textIn} from "../../components/rows/row-values.js";
import {pointsOf, seriesOf} from "../../components/rows/series.js";
import type {Rows} from "../../components/rows/table-types.js";
import type {Comparison, NewPrice} from "./data.js";
import {unitless} from "../../components/words/format.js";
import {layerColor} from "../../components/words/layer.js";
import {cite, joined, say, type Sentence} from "../../components/words/sentence.js";
import {monthName} from "../../components/words/month.js";

/** Prices of an accelerator's hours under contracts signed in each month, by tenor. */
export function priceBookFigure(book: Rows<NewPrice>, {accelerator, name, month}: Signed): HTMLElement {
  const own = where(book, (row) => row.accelerator === accelerator);
  const options = {
    title: `Price of a new contract: ${name}`,
    finding: termFinding(inMonth(own, month), month),
    unit: "USD per GPU-hour, by contract term",
    source:
      "the model's table price_book, central case. The longer the term, the closer the price is to the cost of new " +
      "capacity, less expected ageing.",
    ariaLabel: say`In ${monthName(month)}, ${tenorTakeaway(inMonth(own, month))}.`,
    table: pick(own, ["key", "tenor", "date", "new_price", "new_index", "revenue_per_power"])
  };
  return rowsFigure(options, (rows, {width}) => {
    const tenors = new Map(rows.map((row) => [textIn(row, "key"), textIn(row, "tenor")]));
    const lines = seriesOf(rows, {
      column: "new_price",
      name: (key) => tenorName(tenors.get(key)),
      color: (key) => colors[tenors.get(key) ?? ""] ?? layerColor("neocloud")
    });
    return timeLines(lines, {width, month, format: unitless});
  });
}

/** What all neoclouds earn per MW, beside what new contracts for an accelerator bring. */
export function powerRevenueFigure(comparison: Rows<Comparison>, book: Rows<NewPrice>, signed: Signed): HTMLElement {
  const {accelerator, name, month} = signed;
  const own = where(book, (row) => row.accelerator === accelerator);
  const options = {
    title: "Revenue per megawatt",
    finding: pathFinding("Revenues per megawatt in force", comparison, "revenue_per_active_power"),
    unit: "million USD per MW a year",
    source:
      `the model's tables comparison and price_book, central case. Contracts in force: revenue of all neoclouds per ` +
      `MW of IT power in service or being fitted out. New contracts: ${name} at full utilisation, per MW of IT power.`,
    ariaLabel: powerTakeaway(rowOf(inMonth(comparison, month))),
    table: pick(comparison, ["date", "revenue_per_active_power", "neocloud_revenue_per_power"])
  };
  const fresh = ["on-demand", "three-year"].map((tenor) => ({
    name: `new, ${tenorName(tenor)}`,
    color: colors[tenor]!,
    points: pointsOf(
      where(own, (row) => row.tenor === tenor),
      "revenue_per_power"
    )
  }));
  const force = {
    name: "in force, all",
    color: layerColor("neocloud"),
    points: pointsOf(comparison, "revenue_per_active_power")
  };
  return responsive(options, ({width}) => timeLines([force, ...fresh], {width, month, format: unitless}));
}

/** Whether an hour is cheaper the longer the contract; undefined where prices do not follow the term, or one lacks. */
function termFinding(now: readonly NewPrice[], month: string): string | undefined {
  const byTerm = Object.keys(names).map((tenor) => numberIn(rowNamed(now, tenor), "new_price"));
  const steps = byTerm.slice(1).map((price, i) => price - byTerm[i]!);
  const isFalling = steps.every((step) => step < 0);
  if (!isFalling && !steps.every((step) => step > 0)) return undefined;
  return `The longer the contract, the ${isFalling ? "cheaper" : "dearer"} the hour in ${monthName(month)}`;
}

function rowNamed(now: readonly NewPrice[], tenor: string): NewPrice | undefined {
  return now.find((row) => textIn(row, "tenor") === tenor);
}

/** What a contract signed in a month costs, by tenor, within a sentence. */
export function tenorTakeaway(now: readonly NewPrice[]): Sentence {
  const parts = now
    .filter((row) => Number.isFinite(numberIn(row, "new_price")))
    .map((row) => say`${cite(row, "new_price", "USD")} ${phrases[textIn(row, "tenor")] ?? ""}`);
  return parts.length === 0 ? say`no price is available` : say`a GPU-hour costs ${joined(parts, ", ")}`;
}

/** What all neoclouds earn per MW in a month, in a sentence. */
export function powerTakeaway(now: Comparison): Sentence {
  return say`Neoclouds earn ${cite(now, "revenue_per_active_power")} million USD a year per megawatt of IT power.`;
}

/** The contracts that are compared. */
export interface Signed {
  accelerator: string;
  name: string;
  month: string;
}

function inMonth<R extends {date: Date | null}>(rows: readonly R[], month: string): R[] {
  return rows.filter(({date}) => monthOf(date) === month);
}

function tenorName(tenor = ""): string {
  return names[tenor] ?? tenor;
}

const names: Readonly<Record<string, string>> = {
  "on-demand": "on-demand",
  "one-year": "one year",
  "three-year": "three years",
  "five-year": "five years"
};

const phrases: Readonly<Record<string, string>> = {
  "on-demand": "on demand",
  "one-year": "for a year",
  "three-year": "for three years",
  "five-year": "for five years"
};

const colors: Readonly<Record<string, string>> = {
  "on-demand": layerColor("inference"),
  "one-year": layerColor("neocloud"),
  "three-year": layerColor("value"),
  "five-year": layerColor("materials")
};
