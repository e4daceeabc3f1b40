import {columnsOf, keysOf, valueAt, type ModelColumn, type Run} from "../../lib/sheet/index.js";

/** What another program says a cell holds: a number, a text, or null where it holds none. */
export type ReadCell = (column: ModelColumn, row: number, month: number) => number | string | null;

/**
 * The cells in which another program differs from a run by more than 1e-9 of the value. Where amounts cancel, programs keep
 * different rounding errors of what was there before: a millionth of a millionth of the column's largest value is none.
 */
export function disagreements(run: Run, read: ReadCell): string[] {
  return run.model.tables.flatMap(({name}) => columnsOf(run.model, name).flatMap((one) => inColumn(run, one, read)));
}

function inColumn(run: Run, column: ModelColumn, read: ReadCell): string[] {
  const keys = keysOf(run, column.table.name);
  const months = Array.from({length: column.dynamic ? run.months : 1}, (_, month) => month);
  const cells = months.flatMap((month) =>
    keys.map((_, row) => ({row, month, value: valueOf(run, column, row, month)}))
  );
  const noise =
    1e-12 * cells.reduce((most, {value}) => Math.max(most, typeof value === "number" ? Math.abs(value) : 0), 0);
  return cells.flatMap(({row, month, value}) => {
    const other = read(column, row, month);
    return agree(value, other, noise) ? [] : [`${column.id}[${keys[row]}]@${month}: ${value}, there ${other}`];
  });
}

function valueOf(run: Run, {id}: ModelColumn, row: number, month: number): number | string | null {
  const value = valueAt(run, id, row, month);
  return typeof value === "object" ? null : value;
}

function agree(a: number | string | null, b: number | string | null, noise: number): boolean {
  if (typeof a !== "number" || typeof b !== "number") return a === b;
  return Math.abs(a - b) <= Math.max(1e-9 * Math.max(Math.abs(a), Math.abs(b)), noise);
}
