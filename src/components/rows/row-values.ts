import {knownNames} from "../../lib/sheet/error.js";
import type {Value} from "../figure/grid.js";
import type {ColumnName, Rows} from "./table-types.js";

/** A cell as a number; NaN if missing, which no chart draws. Throws for an unknown column. */
export function numberIn<R extends object>(row: R | undefined, name: ColumnName<R>): number {
  const value = row && valueIn(row, name);
  return typeof value === "number" ? value : NaN;
}

/** A cell as text; empty if missing. Throws for an unknown column. */
export function textIn<R extends object>(row: R | undefined, name: ColumnName<R>): string {
  const value = row && valueIn(row, name);
  return value === null || value === undefined ? "" : String(value);
}

/** A cell as a date. Throws for an unknown column and for a missing date. */
export function dateIn<R extends object>(row: R, name: ColumnName<R>): Date {
  const value = valueIn(row, name);
  if (value instanceof Date) return value;
  throw new Error(`${name}: expected a date, got ${String(value)}`);
}

/** The table with only these columns, in this order. Throws for an unknown column. */
export function pick<R extends object>(table: Rows<R>, names: readonly ColumnName<R>[]): Rows<R> {
  const {description, modelHash} = table;
  const columns = names.map((name) => {
    const column = table.columns.find((note) => note.name === name);
    return (
      column ??
      unknownColumn(
        name,
        table.columns.map((note) => note.name)
      )
    );
  });
  return Object.assign([...table], {description, modelHash, columns});
}

/** The unit of a table's column. Throws for an unknown column. */
export function unitOf<R extends object>(table: Rows<R>, name: ColumnName<R>): string {
  return pick(table, [name]).columns[0]!.unit;
}

/** The first row that matches. Throws if there is none. */
export function rowOf<R>(rows: readonly R[], test: (row: R) => boolean = () => true): R {
  const row = rows.find(test);
  if (row === undefined) throw new Error("no row matches");
  return row;
}

/** Maps a row's key to its name; other texts stay unchanged. */
export type Names = (key: string) => string;

/** A function from a table's keys to its names: `Chat assistant` for `assistant`. */
export function namesOf(table: readonly {key?: Value; name?: Value}[]): Names {
  const names = new Map(table.map((row) => [textIn(row, "key"), textIn(row, "name")]));
  return (key) => names.get(key) ?? key;
}

/** A cell. Throws for an unknown column. */
export function valueIn<R extends object>(row: R, name: ColumnName<R>): R[ColumnName<R>] {
  return name in row ? row[name] : unknownColumn(name, Object.keys(row));
}

function unknownColumn(name: string, names: readonly string[]): never {
  throw new Error([`unknown column: ${name}`, ...knownNames("columns", name, names)].join("\n  "));
}
