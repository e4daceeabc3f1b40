import type {Series} from "../../components/charts/time-lines.js";
import {timeLines} from "../../components/charts/time-lines.js";
import {monthOf} from "../../components/rows/filter.js";
import {amount, unitless} from "../../components/words/format.js";
import {textIn, unitOf} from "../../components/rows/row-values.js";
import {type ColumnName} from "../../components/rows/table-types.js";
import {pointsOf, seriesOf, type MonthRow} from "../../components/rows/series.js";
import type {Rows, RowsOf} from "../../components/rows/table-types.js";
import type {Report, ReportChart, ReportTable} from "../../components/report/report.js";

/** The rows of the first, or the last, month of a table. */
export function monthRows<R extends MonthRow>(rows: readonly R[], which: "first" | "last"): R[] {
  const months = rows.map(({date}) => monthOf(date)).sort();
  const month = which === "first" ? months[0] : months.at(-1);
  return rows.filter(({date}) => monthOf(date) === month);
}

/** A column of a table and what a report calls it. */
export type Pick<R> = readonly [column: ColumnName<R>, name: string];

/** Some columns of some rows of a table, with the units that the table states. */
export function tableOf<R extends object>(
  title: string,
  table: Rows<R>,
  rows: readonly R[],
  picks: readonly Pick<R>[]
): ReportTable {
  return {
    title,
    source: table.description,
    columns: picks.map(([column, name]) => ({name, unit: unitOf(table, column)})),
    rows: rows.map((row) => picks.map(([column]) => plain(row[column])))
  };
}

function plain(value: unknown): string | number | null {
  if (value instanceof Date) return monthOf(value);
  return typeof value === "string" || typeof value === "number" ? value : null;
}

/** Columns of a table of one row over months, as lines. */
export function pathChart<R extends MonthRow>(
  title: string,
  table: Rows<R>,
  lines: readonly (readonly [column: ColumnName<R>, name: string, color?: string])[],
  {log = false} = {}
): ReportChart {
  const unit = unitOf(table, lines[0]![0]);
  const series = lines.map(([column, name, color = "var(--layer-neocloud)"]): Series => ({
    name,
    color,
    points: pointsOf(table, column)
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
export function keysChart<R extends MonthRow>(
  title: string,
  table: Rows<R>,
  column: ColumnName<R>,
  {name, color, log = false}: {name: (key: string) => string; color: (key: string) => string; log?: boolean}
): ReportChart {
  const unit = unitOf(table, column);
  const series = seriesOf(table, {column, name, color});
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
  table: Rows<object>,
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
    draw: (size) => timeLines(series.map(withoutLinks), {...size, log, format: unitless}) as Element,
    table: numbers
  };
}

/** A report is a file without scripts: its numbers lead nowhere. */
function withoutLinks(series: Series): Series {
  return {...series, points: series.points.map(({date, value}) => ({date, value}))};
}

/** The sources cited by the assumptions of some tables, each once. */
export function sourcesOf(
  assumptions: RowsOf<"assumption">,
  tables: readonly string[],
  sources: RowsOf<"source">
): Report["sources"] {
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
export function supportWords(assumptions: RowsOf<"assumption">, tables: readonly string[]): string {
  const rows = assumptions.filter((row) => tables.includes(textIn(row, "table")));
  const judged = rows.filter((row) => /judgement/i.test(textIn(row, "source"))).length;
  return (
    `This report uses ${rows.length} inputs; ${judged} of them rest wholly or partly on our judgement, as their ` +
    `notes explain.`
  );
}
