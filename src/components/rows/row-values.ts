import {knownNames} from "../../lib/sheet/error.js";
import type {Value} from "../figure/grid.js";
import type {ColumnName, Rows} from "./table-types.js";

/** A cell as a number; NaN where it is missing, which no chart draws. Throws for a column that the row lacks. */
export function numberIn<R extends object>(row: R | undefined, name: ColumnName<R>): number {
  const value = row && valueIn(row, name);
  return typeof value === "number" ? value : NaN;
}

/** A cell as text; empty where it is missing. Throws for a column that the row lacks. */
export function textIn<R extends object>(row: R | undefined, name: ColumnName<R>): string {
  const value = row && valueIn(row, name);
  return value === null || value === undefined ? "" : String(value);
}

/** A cell as a date. Throws for a column that the row lacks, and where it is missing. */
export function dateIn<R extends object>(row: R, name: ColumnName<R>): Date {
  const value = valueIn(row, name);
  if (value instanceof Date) return value;
  throw new Error(`${name}: expected a date, got ${String(value)}`);
}

/** The table with only these columns, in this order. Throws for a column that the table lacks. */
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

/** The unit of a table's column. Throws for a column that the table lacks. */
export function unitOf<R extends object>(table: Rows<R>, name: ColumnName<R>): string {
  return pick(table, [name]).columns[0]!.unit;
}

/** The only row, or the first. Throws where there is none. */
export function rowOf<R>(rows: readonly R[], test: (row: R) => boolean = () => true): R {
  const row = rows.find(test);
  if (row === undefined) throw new Error("no row matches");
  return row;
}

/** The name of a row by its key; another text stays as it is. */
export type Names = (key: string) => string;

/** A function from the keys of a table to its names: `Chat assistant` for `assistant`. */
export function namesOf(table: readonly {key?: Value; name?: Value}[]): Names {
  const names = new Map(table.map((row) => [textIn(row, "key"), textIn(row, "name")]));
  return (key) => names.get(key) ?? key;
}

/** A cell. Throws for a column that the row lacks. */
export function valueIn<R extends object>(row: R, name: ColumnName<R>): R[ColumnName<R>] {
  return name in row ? row[name] : unknownColumn(name, Object.keys(row));
}

function unknownColumn(name: string, names: readonly string[]): never {
  throw new Error([`unknown column: ${name}`, ...knownNames("columns", name, names)].join("\n  "));
}
