import type {Row, Rows} from "./tables.js";

/** A cell as a number; NaN where it is missing, which no chart draws. */
export function numberIn(row: Row | undefined, name: string): number {
  const value = row?.[name];
  return typeof value === "number" ? value : NaN;
}

/** A cell as text; empty where it is missing. */
export function textIn(row: Row | undefined, name: string): string {
  const value = row?.[name];
  return value === null || value === undefined ? "" : String(value);
}

/** The table with only these columns, in this order. */
export function pick(table: Rows, names: readonly string[]): Rows {
  const {description, modelHash} = table;
  const columns = names.flatMap((name) => table.columns.filter((column) => column.name === name));
  return Object.assign([...table], {description, modelHash, columns});
}

/** A function from the keys of a table to its names: `Chat assistant` for `assistant`. */
export function namesOf(table: readonly Row[], name = "name"): (key: string) => string {
  const names = new Map(table.map((row) => [textIn(row, "key"), textIn(row, name)]));
  return (key) => names.get(key) ?? key;
}
