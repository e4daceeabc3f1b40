import {cellsAt, keysOf, type Run} from "./run.js";
import {print, type Expression} from "./expression.js";
import {readersOf, type ModelColumn, type Reading} from "./model.js";
import {cellName, type CellPlace} from "./address.js";

/** A cell that reads another, standing for all cells of its column that do: the first row. */
export interface ReaderCell {
  column: ModelColumn;
  /** Its address: `cluster[atlas-b200].cost@12`. */
  cell: string;
  /** How many cells of this column read it. */
  count: number;
}

/** The cells that read a cell, one per column. */
export function readerCells(run: Run, place: CellPlace): ReaderCell[] {
  return readersOf(run.model, place.column).flatMap((column) => {
    const reading = column.reads.find((one) => one.column === place.column)!;
    const month = reading.through === "previous" ? place.month + 1 : place.month;
    const rows = rowsThat(run, column, reading, place);
    if (rows.length === 0 || month >= run.months) return [];
    return [{column, cell: cellName(run, column, rows[0]!, month), count: rows.length}];
  });
}

/** A formula's text with the names of columns and parameters replaced. */
export function printWith(e: Expression, named: (name: string, type: "column" | "parameter") => string): string {
  const replaced = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(replaced);
    if (typeof value !== "object" || value === null) return value;
    const part = value as Expression;
    if (part.type === "column" || part.type === "parameter")
      return {...part, type: "column", name: named(part.name, part.type)};
    return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, replaced(inner)]));
  };
  return print(replaced(e) as Expression);
}

function rowsThat(run: Run, reader: ModelColumn, {through}: Reading, {row, month}: CellPlace): number[] {
  const all = keysOf(run, reader.table.name).map((_, i) => i);
  switch (through) {
    case "row":
    case "previous":
      return [row];
    case "parameter":
      return all;
    case "ref": {
      const via = codes(run, reader.reads[0]!.column, month);
      return all.filter((i) => via[i] === row);
    }
    case "rows":
      return reader.by ? memberOf(codes(run, reader.by, month)[row]!) : [0];
  }
}

function memberOf(group: number): number[] {
  return Number.isNaN(group) ? [] : [group];
}

function codes(run: Run, {id}: ModelColumn, month: number): Float64Array {
  return cellsAt(run, id, month)!;
}
