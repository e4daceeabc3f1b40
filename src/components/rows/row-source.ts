import type {TableCells} from "../../lib/export/published.js";

/** The table that rows belong to. */
export interface RowSource {
  table: string;
  cells: TableCells;
  /** The scenario for which they were made on this page; undefined if they were read. */
  madeOf?: string;
}

const SOURCE = Symbol("source");

/** The prototype of a table's rows: recording the origin on each row would take longer than reading it. */
export function rowPrototype(source: RowSource): object {
  return Object.create(Object.prototype, {[SOURCE]: {value: source}}) as object;
}

/** Registers rows made elsewhere as those of a table. */
export function register<R extends readonly object[]>(rows: R, source: RowSource): R {
  const prototype = rowPrototype(source);
  for (const row of rows) Object.setPrototypeOf(row, prototype);
  return rows;
}

function sourceOf(row: object): RowSource | undefined {
  return (row as {[SOURCE]?: RowSource})[SOURCE];
}

const places = new WeakMap<object, number>();

/** Rows read since a row's place was last requested, which rarely happens. */
const unplaced: {rows: readonly object[]; at?: readonly number[]}[] = [];

/** Records the indices of rows in a table, of which only a part may have been read; by default, from the first on. */
export function notePlaces(rows: readonly object[], at?: readonly number[]): void {
  unplaced.push({rows, at});
}

/** The index of a row in its table; undefined if it was not read. */
export function placeIn(row: object): number | undefined {
  for (const {rows, at} of unplaced.splice(0)) rows.forEach((each, i) => places.set(each, at?.[i] ?? i));
  return places.get(row);
}

/** The name of the published table that a row was read from, or would belong to. */
export function originOf(row: object): string | undefined {
  return sourceOf(row)?.table;
}

/** The model's cells in a row's table; none if the row belongs to no table. */
export function cellsOf(row: object): TableCells {
  return sourceOf(row)?.cells ?? {kind: "none"};
}

/** The scenario for which a row was made on this page; undefined if it was read. */
export function madeOf(row: object): string | undefined {
  return sourceOf(row)?.madeOf;
}
