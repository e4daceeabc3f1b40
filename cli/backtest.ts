import type {Project} from "../data-loaders/run/project.js";
import {evaluateScenario} from "../lib/model/index.js";
import {REFERENCE} from "../lib/model/reference.js";
import {InputError} from "../lib/sheet/index.js";
import {backtest, type BacktestRow} from "../lib/validation/index.js";
import {overridesOf} from "./arguments.js";
import {formatNumber, formatShare, formatUnit} from "./format.js";

/** Flags of a back-test. */
export interface BacktestFlags {
  set?: string[];
  draws: number;
}

/**
 * Predictions of the chain started in December 2024, beside figures published since. Throws an `InputError` for a
 * scenario, since scenarios start later.
 */
export function backtestOf(project: Project, name: string, {set, draws}: BacktestFlags): BacktestRow[] {
  if (name !== REFERENCE)
    throw new InputError(`--backtest: scenario "${name}" begins later\n  leave it out, or change inputs with --set`);
  const {backtest: scenario, correlations, facts, models} = project;
  const {run} = evaluateScenario(models.get("chain")!, scenario, {overrides: overridesOf(set)});
  return backtest({run, facts, correlations, draws});
}

/** The back-test as a table of misses for a terminal. */
export function backtestReport(rows: readonly BacktestRow[]): string {
  const share = (met: (row: BacktestRow) => boolean): string => `${rows.filter(met).length} of ${rows.length}`;
  return [
    "Predicted from December 2024 (5th to 95th percentile over draws), published since, and a forecast of no change:",
    "inside covered nearer  predicted         5 %      95 %  unchanged      miss   published: low..high",
    ...rows.flatMap(lines),
    `inside ${share(({inside}) => inside)}, covered ${share(({covered}) => covered)}, ` +
      `nearer than no change ${share(({nearer}) => nearer)}`
  ].join("\n");
}

/** A figure of the back-test as a JSON record. */
export function backtestJson({sources: _, note: __, ...row}: BacktestRow): Omit<BacktestRow, "sources" | "note"> {
  return row;
}

function lines(row: BacktestRow): string[] {
  const {id, quantity, inside, covered, nearer, explanation} = row;
  const marks = [inside, covered, nearer].map((met, i) => (met ? "yes" : "no").padEnd([7, 8, 6][i]!)).join("");
  const amounts = [row.predicted, row.predicted_low, row.predicted_high, row.unchanged]
    .map((amount, i) => formatNumber(amount).padStart([10, 11, 9, 10][i]!))
    .join(" ");
  const figures = `${amounts} ${formatShare(row.miss).padStart(9)}   ${publishedText(row).padEnd(26)}`;
  const line = `${marks}${figures} ${id}: ${quantity}, ${period(row)}`;
  return inside || explanation === "" ? [line] : [line, `${" ".repeat(21)}${explanation}`];
}

function publishedText({published, low, high, unit}: BacktestRow): string {
  const band = `${formatNumber(low)}..${formatNumber(high)}`;
  return `${published === null ? band : `${formatNumber(published)} (${band})`} ${formatUnit(unit)}`.trim();
}

function period({measure, from, until}: BacktestRow): string {
  return measure === "level" ? until : `${measure}, ${from} to ${until}`;
}
