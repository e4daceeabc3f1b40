import type {Fault} from "./fault.js";
import type {Inputs} from "./inputs.js";
import type {Model, ModelColumn} from "./model.js";
import type {Strip} from "./slab.js";

/** A column's cells, month after month in one array; `start` is where the month begins that was computed last. */
export interface ColumnCells extends Strip {
  /** How many months are kept: one where nothing changes, the last two where only other columns want them, else all. */
  kept: number;
  /** By month, then cell: why the cell is NaN. */
  faults: Map<number, Map<number, Fault>>;
  /** What the numbers of a text column stand for. */
  texts: string[];
  /** How many runs hold these very cells: a later run shares what it takes from an earlier one. */
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

/** The rows of a table in a run, by key. A table of one row has its own name as the key. */
export function keysOf({model, inputs}: Pick<Run, "model" | "inputs">, table: string): string[] {
  const single = model.tables.find(({name}) => name === table)?.single;
  if (Object.hasOwn(inputs, table)) return inputs[table]!.keys;
  return single ? [table] : [];
}

/** A column's numbers in a month, rows x draws; none where the run was asked for other columns only. */
export function cellsAt(run: Run, id: string, month: number): Float64Array | undefined {
  const column = run.cells.get(id);
  if (!column || (column.kept > 1 && column.kept < run.months)) return undefined;
  const {cells, rows, draws} = column;
  const start = startOf(column, month);
  return cells.subarray(start, start + rows * draws);
}

/** Where a month begins in a column's cells. */
export function startOf({kept, step}: ColumnCells, month: number): number {
  return (month % kept) * step;
}

/** A cell's value: a number, a text, the key of the row referred to, or why there is none. */
export function valueAt(run: Run, id: string, row: number, month: number, draw = 0): number | string | Fault {
  return readCell(run, run.model.columns.get(id)!, row * run.draws + draw, month);
}

/** The value of a cell, counted over rows and draws. */
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

/** A cell's number, NaN where it holds none. */
export function numberAt(run: Run, id: string, row: number, month: number): number {
  const value = valueAt(run, id, row, month);
  return typeof value === "number" ? value : NaN;
}
