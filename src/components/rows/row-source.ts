import type {TableCells} from "../../lib/export/published.js";

/** The table that rows are of. */
export interface RowSource {
  table: string;
  cells: TableCells;
  /** The scenario that they were made of in this page; none where they were read. */
  madeOf?: string;
}

const SOURCE = Symbol("source");

/** What the rows of a table inherit: to note of each where it is from takes longer than to read it. */
export function rowPrototype(source: RowSource): object {
  return Object.create(Object.prototype, {[SOURCE]: {value: source}}) as object;
}

/** Lets rows that were made elsewhere be known as those of a table. */
export function register<R extends readonly object[]>(rows: R, source: RowSource): R {
  const prototype = rowPrototype(source);
  for (const row of rows) Object.setPrototypeOf(row, prototype);
  return rows;
}

function sourceOf(row: object): RowSource | undefined {
  return (row as {[SOURCE]?: RowSource})[SOURCE];
}

const places = new WeakMap<object, number>();

/** What has been read since a row's place was last asked for, which few readers ever do. */
const unplaced: {rows: readonly object[]; at?: readonly number[]}[] = [];

/** Lets rows be known by their places in a table, of which a part may be read; by default, from the first on. */
export function notePlaces(rows: readonly object[], at?: readonly number[]): void {
  unplaced.push({rows, at});
}

/** The place of a row in its table; undefined where it was not read. */
export function placeIn(row: object): number | undefined {
  for (const {rows, at} of unplaced.splice(0)) rows.forEach((each, i) => places.set(each, at?.[i] ?? i));
  return places.get(row);
}

/** The name of the published table that a row was read from, or that it would be of. */
export function originOf(row: object): string | undefined {
  return sourceOf(row)?.table;
}

/** The model's cells that the table of a row holds; none where the row is of no table. */
export function cellsOf(row: object): TableCells {
  return sourceOf(row)?.cells ?? {kind: "none"};
}

/** The scenario that a row was made of in this page; none where it was read. */
export function madeOf(row: object): string | undefined {
  return sourceOf(row)?.madeOf;
}
