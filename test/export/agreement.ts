import {columnsOf, keysOf, valueAt, type ModelColumn, type Run} from "../../lib/sheet/index.js";

/** What another program says a cell holds: a number, a text, or null where it holds none. */
export type ReadCell = (column: ModelColumn, row: number, month: number) => CellContent;

/**
 * The cells in which another program differs from a run by more than 1e-9 of the value. Where amounts cancel, programs
 * keep different rounding errors of what was there before, some of them none: in one cell of a thousand at most, 1e-14
 * of the column's largest value is no difference. Nor is what lies below the resolution of what the program writes.
 */
export function disagreements(run: Run, read: ReadCell, resolution = 0): string[] {
  const cells = run.model.tables.flatMap(({name}) =>
    columnsOf(run.model, name).flatMap((column) => comparedIn(run, column, read, resolution))
  );
  const rounded = cells.filter(({agrees}) => agrees === "but for rounding");
  return [...cells.filter(({agrees}) => agrees === "no"), ...(rounded.length > cells.length / 1000 ? rounded : [])].map(
    ({id, value, other}) => `${id}: ${value}, there ${other}`
  );
}

interface Compared {
  id: string;
  value: CellContent;
  other: CellContent;
  agrees: "yes" | "but for rounding" | "no";
}

type CellContent = number | string | null;

function comparedIn(run: Run, column: ModelColumn, read: ReadCell, resolution: number): Compared[] {
  const keys = keysOf(run, column.table.name);
  const months = Array.from({length: column.dynamic ? run.months : 1}, (_, month) => month);
  const cells = months.flatMap((month) =>
    keys.map((key, row) => ({
      id: `${column.id}[${key}]@${month}`,
      value: valueOf(run, column, row, month),
      other: read(column, row, month)
    }))
  );
  const largest = cells.reduce((most, {value}) => Math.max(most, typeof value === "number" ? Math.abs(value) : 0), 0);
  return cells.map((cell) => ({...cell, agrees: agreement(cell.value, cell.other, largest, resolution)}));
}

function valueOf(run: Run, {id}: ModelColumn, row: number, month: number): CellContent {
  const value = valueAt(run, id, row, month);
  return typeof value === "object" ? null : value;
}

function agreement(a: CellContent, b: CellContent, largest: number, resolution: number): Compared["agrees"] {
  if (typeof a !== "number" || typeof b !== "number") return a === b ? "yes" : "no";
  const difference = Math.abs(a - b);
  if (difference <= Math.max(resolution, 1e-9 * Math.max(Math.abs(a), Math.abs(b)))) return "yes";
  return difference <= 1e-14 * largest ? "but for rounding" : "no";
}
