import type {Series} from "../../components/charts/time-lines.js";
import {timeLines} from "../../components/charts/time-lines.js";
import {monthOf} from "../../components/rows/filter.js";
import {amount} from "../../components/words/format.js";
import {numberIn, textIn} from "../../components/rows/row-values.js";
import type {Row, Rows} from "../../components/rows/tables.js";
import type {ReportChart, ReportSection, ReportTable} from "./report.js";

/** A section with what it has; the rest is empty. */
export function section(heading: string, parts: Partial<Omit<ReportSection, "heading">>): ReportSection {
  return {heading, paragraphs: [], charts: [], tables: [], ...parts};
}

/** The rows of the first, or the last, month of a table. */
export function monthRows(rows: Rows, which: "first" | "last"): Row[] {
  const months = rows.map(({date}) => monthOf(date)).sort();
  const month = which === "first" ? months[0] : months.at(-1);
  return rows.filter(({date}) => monthOf(date) === month);
}

/** A column of a table and what a report calls it. */
export type Pick = readonly [column: string, name: string];

/** Some columns of some rows of a table, with the units that the table states. */
export function tableOf(title: string, table: Rows, rows: readonly Row[], picks: readonly Pick[]): ReportTable {
  const unit = (column: string): string => table.columns.find(({name}) => name === column)?.unit ?? "";
  return {
    title,
    source: table.description,
    columns: picks.map(([column, name]) => ({name, unit: unit(column)})),
    rows: rows.map((row) => picks.map(([column]) => plain(row[column])))
  };
}

function plain(value: Row[string] | undefined): string | number | null {
  if (value === null || value === undefined || typeof value === "boolean") return null;
  return value instanceof Date ? monthOf(value) : value;
}

/** Columns of a table of one row over months, as lines. */
export function pathChart(
  title: string,
  table: Rows,
  lines: readonly (readonly [column: string, name: string, color?: string])[],
  {log = false} = {}
): ReportChart {
  const unit = table.columns.find(({name}) => name === lines[0]![0])?.unit ?? "";
  const series = lines.map(([column, name, color = "var(--layer-neocloud)"]): Series => ({
    name,
    color,
    points: table.map((row) => ({date: row.date as Date, value: numberIn(row, column)}))
  }));
  return seriesChart(
    title,
    unit,
    table,
    series,
    tableOf(title, table, table, [["date", "month"], ...lines.map(([column, name]) => [column, name] as const)]),
    log
  );
}

/** A column of a table over months, a line a key. */
export function keysChart(
  title: string,
  table: Rows,
  column: string,
  {name, color, log = false}: {name: (key: string) => string; color: (key: string) => string; log?: boolean}
): ReportChart {
  const keys = [...new Set(table.map((row) => textIn(row, "key")))];
  const unit = table.columns.find((one) => one.name === column)?.unit ?? "";
  const series = keys.map((key): Series => ({
    name: name(key),
    color: color(key),
    points: table
      .filter((row) => row.key === key)
      .map((row) => ({date: row.date as Date, value: numberIn(row, column)}))
  }));
  return seriesChart(
    title,
    unit,
    table,
    series,
    tableOf(title, table, table, [
      ["date", "month"],
      ["key", "of"],
      [column, title]
    ]),
    log
  );
}

function seriesChart(
  title: string,
  unit: string,
  table: Rows,
  series: readonly Series[],
  numbers: ReportTable,
  log: boolean
): ReportChart {
  const at = (one: Series, i: number): string => amount(one.points.at(i)?.value ?? NaN);
  return {
    title,
    unit,
    source: table.description,
    takeaway: series
      .map((one) => `${one.name}: ${at(one, 0)} in the first month, ${at(one, -1)} in the last`)
      .join("; "),
    draw: (size) => timeLines(series, {...size, log, format: (value) => amount(value)}) as Element,
    table: numbers
  };
}

/** The sources cited by the assumptions of some tables, each once. */
export function sourcesOf(assumptions: readonly Row[], tables: readonly string[], sources: readonly Row[]) {
  const cited = assumptions
    .filter((row) => tables.includes(textIn(row, "table")))
    .flatMap((row) => textIn(row, "source").split("; "));
  const known = new Map(sources.map((row) => [textIn(row, "title"), row]));
  return [...new Set(cited)].sort().flatMap((title) => {
    const row = known.get(title);
    const url = textIn(row, "url");
    return url === "" ? [] : [{title, url, date: textIn(row, "date")}];
  });
}

/** How many of the numbers typed into some tables have a source, in a sentence. */
export function supportWords(assumptions: readonly Row[], tables: readonly string[]): string {
  const rows = assumptions.filter((row) => tables.includes(textIn(row, "table")));
  const judged = rows.filter((row) => /judgement/i.test(textIn(row, "source"))).length;
  return `This rests on ${rows.length} typed numbers; ${judged} of them are, wholly or in part, judgement of the authors, and the note of each says why.`;
}
