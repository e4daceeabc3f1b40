import {commented, identifier, quoted} from "../../../lib/export/sql/identifier.js";
import {bound} from "../bound.js";
import {setting} from "../input-value.js";
import type {Cell, Notebook, SqlCell} from "../notebook.js";
import {plotCode} from "../../result/chart-plot.js";
import type {ExportOptions} from "./exported.js";
import {cellsInOrder, isQuery, statementsOf, tablesIn} from "./queries.js";

/** The notebook as a DuckDB script: inputs become variables, results tables, texts and charts comments. */
export function script(notebook: Notebook, {charts, tables, data}: ExportOptions): string {
  const parts = cellsInOrder(notebook).map((cell) => cellScript(cell, charts));
  return [
    ...commented(notebook.title),
    "",
    ...tableViews(notebook, tables, data),
    "",
    ...parts.map((part) => `${part}\n`)
  ].join("\n");
}

/** Statements that create a view of each table that a notebook reads. */
export function tableViews(notebook: Notebook, tables: readonly string[], data: string): string[] {
  return tablesIn(notebook, tables).map(
    (name) => `CREATE OR REPLACE VIEW ${identifier(name)} AS FROM read_parquet(${quoted(`${data}${name}.parquet`)});`
  );
}

/** A cell's statements, the last of which creates a table with the cell's name. */
export function resultStatements(cell: SqlCell): string[] {
  const {before, last} = statementsOf(cell);
  const result = isQuery(last) ? `CREATE OR REPLACE TABLE ${identifier(cell.name)} AS FROM (\n${last}\n)` : last;
  return [...before, result].map((statement) => `${bound(statement).text};`);
}

function cellScript(cell: Cell, charts: ExportOptions["charts"]): string {
  if (cell.kind === "sql") return resultStatements(cell).join("\n");
  if (cell.kind === "input") return `${commented(cell.label).join("\n")}\n${setting(cell)};`;
  if (cell.kind === "text") return commented(cell.text).join("\n");
  const spec = charts.get(cell.name);
  return commented(spec ? `Chart ${cell.name}: ${plotCode(spec, cell.of)}` : `Chart ${cell.name} of ${cell.of}`).join(
    "\n"
  );
}
