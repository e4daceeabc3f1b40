import type {Value} from "../figure/grid.js";
import type {Row, Rows} from "./table-types.js";

/** The months of a table, YYYY-MM, in order. */
export function monthsOf(rows: readonly {date?: Value}[]): string[] {
  return [...new Set(rows.map(({date}) => monthOf(date)))].sort();
}

/** A date as YYYY-MM. */
export function monthOf(date: Value | undefined): string {
  return date instanceof Date ? monthAt(date.getTime()) : String(date).slice(0, 7);
}

/** Months' texts by time: a large table repeats sixty of them. */
const months = new Map<number, string>();

function monthAt(time: number): string {
  const known = months.get(time);
  if (known !== undefined) return known;
  const text = new Date(time).toISOString().slice(0, 7);
  months.set(time, text);
  return text;
}

/** The rows of a scenario and, if given, of one month, YYYY-MM. They keep their column descriptions. */
export function of<R extends object>(rows: Rows<R>, scenario: string, month?: string): Rows<R> {
  return where(rows, (row: Partial<Row>) => {
    return row.scenario === scenario && (month === undefined || monthOf(row.date) === month);
  });
}

/** The rows that pass a test. They keep their column descriptions. */
export function where<R extends object>(rows: Rows<R>, test: (row: R) => boolean): Rows<R> {
  const {description, modelHash, columns} = rows;
  return Object.assign(rows.filter(test), {description, modelHash, columns});
}
