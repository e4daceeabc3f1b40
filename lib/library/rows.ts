import {cellAt, columnsOf, dateOf, keysOf, monthsOf, oneOf, valueAt, type Run} from "../sheet/index.js";

/** A row of a table in a month: key, month, and one value per column, null if missing. */
export type Row = {key: string; month: number; date: Date} & Record<string, number | string | Date | null>;

/**
 * The rows of a table, by month if anything in it changes, in the form that charts and tables take. Throws an
 * `InputError` for a table that the model does not have.
 */
export function rows({run}: {run: Run}, name: string): Row[] {
  const known = run.model.tables.map((one) => one.name);
  const table = oneOf("rows", "table", name, known);
  const columns = columnsOf(run.model, table);
  const months = columns.some(({dynamic}) => dynamic) ? run.months : 1;
  const start = monthsOf(run.start);
  return Array.from({length: months}, (_, month) =>
    keysOf(run, table).map((key, row) => {
      const values = columns.map(({id, name, dynamic}) => [name, plain(valueAt(run, id, row, dynamic ? month : 0))]);
      return {...Object.fromEntries(values), key, month, date: new Date(`${dateOf(start + month)}-01`)} as Row;
    })
  ).flat();
}

/** The value of a cell such as `cluster[atlas-b200].levelised_cost@12`; null if missing. */
export function value({run}: {run: Run}, cell: string): number | string | null {
  const {column, row, month} = cellAt(run, cell);
  return plain(valueAt(run, column.id, row, month));
}

function plain(value: ReturnType<typeof valueAt>): number | string | null {
  return typeof value === "object" ? null : value;
}
