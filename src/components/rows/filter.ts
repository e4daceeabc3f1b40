import type {Value} from "../figure/grid.js";
import type {Row, Rows} from "./tables.js";

/** The months of a table, YYYY-MM, in order. */
export function monthsOf(rows: readonly Row[]): string[] {
  return [...new Set(rows.map(({date}) => monthOf(date)))].sort();
}

/** A date as YYYY-MM. */
export function monthOf(date: Value | undefined): string {
  return date instanceof Date ? date.toISOString().slice(0, 7) : String(date).slice(0, 7);
}

/** The rows of a scenario and, when given, of one month, YYYY-MM. They keep what is known of their columns. */
export function of(rows: Rows, scenario: string, month?: string): Rows {
  return where(rows, (row) => row.scenario === scenario && (month === undefined || monthOf(row.date) === month));
}

/** The rows that pass a test. They keep what is known of their columns. */
export function where(rows: Rows, test: (row: Row) => boolean): Rows {
  const {description, modelHash, columns} = rows;
  return Object.assign(rows.filter(test), {description, modelHash, columns});
}
