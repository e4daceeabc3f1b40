import type {TableCells} from "../../lib/export/published.js";

/** The table that rows are of. */
export interface RowSource {
  table: string;
  cells: TableCells;
  /** The scenario that they were made of in this page; none where they were read. */
  madeOf?: string;
}

const sources = new WeakMap<object, RowSource>();

/** Lets rows be known as those of a table. */
export function register<R extends readonly object[]>(rows: R, source: RowSource): R {
  for (const row of rows) sources.set(row, source);
  return rows;
}

const places = new WeakMap<object, number>();

/** Lets rows be known by their places in a table, of which a part may be read; by default, from the first on. */
export function notePlaces(rows: readonly object[], at: readonly number[] = [...rows.keys()]): void {
  rows.forEach((row, i) => places.set(row, at[i]!));
}

/** The place of a row in its table; undefined where it was not read. */
export function placeIn(row: object): number | undefined {
  return places.get(row);
}

/** The name of the published table that a row was read from, or that it would be of. */
export function originOf(row: object): string | undefined {
  return sources.get(row)?.table;
}

/** The model's cells that the table of a row holds; none where the row is of no table. */
export function cellsOf(row: object): TableCells {
  return sources.get(row)?.cells ?? {kind: "none"};
}

/** The scenario that a row was made of in this page; none where it was read. */
export function madeOf(row: object): string | undefined {
  return sources.get(row)?.madeOf;
}
