import type {Fault} from "./fault.js";
import type {Inputs} from "./inputs.js";
import type {Model, ModelColumn} from "./model.js";
import type {Strip} from "./slab.js";

/** A column's cells, month by month in one array; `start` is the index of the month computed last. */
export interface ColumnCells extends Strip {
  /** Number of months kept: one if nothing changes, the last two if only other columns need them, otherwise all. */
  kept: number;
  /** Why cells are NaN, by month and cell. */
  faults: Map<number, Map<number, Fault>>;
  /** The texts behind the numbers of a text column. */
  texts: string[];
  /** Number of runs that share these cells through reuse. */
  held: {by: number};
}

/** The result of a run: every cell of every table, month by month. */
export interface Run {
  model: Model;
  inputs: Inputs;
  months: number;
  draws: number;
  start: string;
  cells: Map<string, ColumnCells>;
}

/** The keys of a table's rows in a run. The key of a one-row table is its name. */
export function keysOf({model, inputs}: Pick<Run, "model" | "inputs">, table: string): string[] {
  if (Object.hasOwn(inputs, table)) return inputs[table]!.keys;
  return model.tables.find(({name}) => name === table)?.single ? [table] : [];
}

/** A column's numbers in a month, rows x draws; empty if the run did not compute the column. */
export function cellsAt(run: Run, id: string, month: number): Float64Array | undefined {
  const column = run.cells.get(id);
  if (!column || (column.kept > 1 && column.kept < run.months)) return undefined;
  const {cells, rows, draws} = column;
  const start = startOf(column, month);
  return cells.subarray(start, start + rows * draws);
}

/** The index of a month's first number in a column's cells. */
export function startOf({kept, step}: ColumnCells, month: number): number {
  return (month % kept) * step;
}

/** A cell's value: a number, a text, the key of the referenced row, or a fault. */
export function valueAt(run: Run, id: string, row: number, month: number, draw = 0): number | string | Fault {
  return readCell(run, run.model.columns.get(id)!, row * run.draws + draw, month);
}

/** The value of a cell, indexed over rows and draws. */
export function readCell(run: Run, column: ModelColumn, cell: number, month: number): number | string | Fault {
  const cells = run.cells.get(column.id)!;
  const value = cells.cells[startOf(cells, month) + cell]!;
  if (Number.isNaN(value)) return faultAt(cells, column, cell, month);
  if (column.holds === "text") return cells.texts[value]!;
  return column.holds === "ref" ? keysOf(run, column.target!.name)[value]! : value;
}

/** Why a cell holds no number. */
export function faultAt({faults}: ColumnCells, {dynamic}: ModelColumn, cell: number, month: number): Fault {
  return faults.get(dynamic ? month : 0)!.get(cell)!;
}

/** A cell's number; NaN if it holds none. */
export function numberAt(run: Run, id: string, row: number, month: number): number {
  const value = valueAt(run, id, row, month);
  return typeof value === "number" ? value : NaN;
}
