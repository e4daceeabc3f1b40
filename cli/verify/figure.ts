import {runScenario, type Project} from "../../data-loaders/run/project.js";
import {dateAt} from "../../lib/export/run-tables.js";
import {addressOf, cellAt, InputError, valueAt} from "../../lib/sheet/index.js";
import type {Published} from "./published.js";
import {tableRows, type TableRow} from "../../scripts/table-rows.js";

/** A published figure and its recomputed value; missing is null. */
export interface FigureVerdict {
  figure: string;
  scenario: string;
  date: string;
  unit: string;
  published: unknown;
  computed: unknown;
  same: boolean;
}

/**
 * Computes a cell, `table[row].column@month`, and prints it beside its published value; returns 1 if they differ.
 * Throws an `InputError` for a cell that the model does not have or that was not published.
 */
export async function verifyFigure(figure: string, verifying: Verifying): Promise<number> {
  const {flags, published} = verifying;
  const verdict = await verdictOn(figure, verifying);
  console.log(flags.json ? JSON.stringify(verdict, null, 2) : sentence(verdict, published.place));
  return verdict.same ? 0 : 1;
}

/** What is needed to compute a figure and compare it. */
interface Verifying {
  flags: {scenario: string; json?: boolean};
  project: Project;
  published: Published;
}

async function verdictOn(figure: string, {flags, project, published}: Verifying): Promise<FigureVerdict> {
  const {scenario, run} = runScenario(project, flags.scenario);
  const {column, row, month, key} = cellAt(run, figure);
  const {table} = addressOf(figure);
  const date = dateAt(run, month);
  const found = (await rowsOf(published, table)).find(
    (one) => one.scenario === scenario.name && one.key === key && (one.date === undefined || monthOf(one.date) === date)
  );
  if (!found) throw new InputError(`${published.place}: ${figure} of ${scenario.name} in ${date} was not published`);
  const [before, computed] = [found[column.name] ?? null, valueAt(run, column.id, row, month)];
  const value = typeof computed === "number" && !Number.isFinite(computed) ? null : computed;
  const {unit} = column;
  return {
    ...{figure, scenario: scenario.name, date, unit: unit.text},
    ...{published: before, computed: value, same: Object.is(before, value)}
  };
}

async function rowsOf({sums, read, place}: Published, table: string): Promise<TableRow[]> {
  if (!sums.has(`${table}.parquet`)) throw new InputError(`${place}: table ${table} was not published`);
  return tableRows(await read(`${table}.parquet`));
}

function monthOf(date: unknown): unknown {
  return date instanceof Date ? date.toISOString().slice(0, 7) : date;
}

function sentence({figure, scenario, date, unit, published, computed, same}: FigureVerdict, place: string): string {
  const what = `${figure} of ${scenario} in ${date}`;
  if (same) return `${what} is ${String(computed)} ${unit}, as in ${place}`;
  const apart =
    typeof published === "number" && typeof computed === "number" ? `, ${moreOrLess(computed / published)}` : "";
  const found = `computed, it is ${String(computed)}${apart}`;
  return `${what} was published as ${String(published)} ${unit} in ${place}; ${found}`;
}

function moreOrLess(ratio: number): string {
  return `${(100 * Math.abs(ratio - 1)).toPrecision(3)} % ${ratio > 1 ? "more" : "less"}`;
}
