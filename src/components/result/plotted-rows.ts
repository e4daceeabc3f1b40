import type {DescribedColumn} from "../database/exact-query.js";
import {roleOf} from "./chart-spec.js";
import type {Engine} from "./engine.js";
import {texts, type Kept} from "./kept.js";

/** A row of a chart's data. */
export type Plotted = Record<string, number | Date | string | boolean | null>;

/** Some of a result's rows as data for charts: numbers, dates and texts. */
export async function plottedRows(engine: Engine, result: Kept, count: number): Promise<Plotted[]> {
  const columns = await texts(engine, result, {count});
  const rows = Array.from({length: columns[0]?.length ?? 0}, (_, row) => columns.map((values) => values[row]!));
  return plottedTexts(result.columns, rows);
}

/** Rows of DuckDB's text as data for charts. */
export function plottedTexts(
  columns: readonly DescribedColumn[],
  rows: readonly (readonly (string | null)[])[]
): Plotted[] {
  return rows.map((row) => Object.fromEntries(columns.map(({name, type}, i) => [name, plotted(row[i]!, type)])));
}

function plotted(text: string | null, type: string): Plotted[string] {
  if (type === "BOOLEAN" && text !== null) return text === "true";
  const role = roleOf(type);
  if (text === null || role === "text") return text;
  return role === "number" ? Number(text) : new Date(text.replace(" ", "T").replace(/\+00$/, "Z"));
}
