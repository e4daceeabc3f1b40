import {isScalar} from "yaml";
import {rowOf} from "../sheet/address.js";
import {addressOf, InputError} from "../sheet/index.js";
import type {Override} from "./override.js";
import {DELETED, isRowChange, likeRow} from "./rows.js";
import {entries, textOf, type Field, type Reader} from "./yaml.js";

/** A row's values by column, with the row that it begins as; or that it is deleted. */
type RowText = Record<string, string | number> | typeof DELETED;

/**
 * The rows of a scenario's file, `rows: {accelerator: {b400: {like: b300, unit_price: 52000}, a100: deleted}}`,
 * as overrides: of a row, then of its cells. Throws an `InputError` with file and line for anything else.
 */
export function readRows(pair: Field, reader: Reader): Override[] {
  if (!pair) return [];
  const at = (node: unknown, what: string): string => `${reader.place(node)}: rows${what}`;
  return [...entries(pair.value, undefined, reader, at(pair.key, ""))].flatMap(([table, rows]) =>
    [...entries(rows.value, undefined, reader, at(rows.key, `.${table}`))].flatMap(([key, row]) => {
      const cell = `${table}[${key}]`;
      const place = reader.place(row.key);
      if (isScalar(row.value)) return [deletion(cell, textOf(row, reader)!, place)];
      const {like, ...columns} = Object.fromEntries(
        entries(row.value, undefined, reader, at(row.key, `.${table}.${key}`))
      );
      const cells = Object.entries(columns).map(([column, value]) => ({
        cell: `${cell}.${column}`,
        value: textOf(value, reader)!,
        place: reader.place(value.key)
      }));
      return [{cell, value: like ? likeRow(textOf(like, reader)!) : "new", place}, ...cells];
    })
  );
}

function deletion(cell: string, value: string, place: string): Override {
  if (value === DELETED) return {cell, value, place};
  throw new InputError(`${place}: ${cell}: expected deleted, or the columns of a new row\n  example: {like: b300}`);
}

/** The row changes among overrides, as `readRows` reads them, and the overrides that are left. */
export function rowsAsText(
  overrides: readonly Omit<Override, "place">[],
  typed: (value: string) => string | number
): {rows: Record<string, Record<string, RowText>>; set: Omit<Override, "place">[]} {
  const rows: Record<string, Record<string, RowText>> = {};
  for (const {cell, value} of overrides.filter(isRowChange)) {
    const {table, key} = rowOf(cell)!;
    const like = /^like +(.+)$/.exec(value.trim())?.[1];
    (rows[table] ??= {})[key] = value.trim() === DELETED ? DELETED : like === undefined ? {} : {like};
  }
  const set = overrides.filter((one) => {
    const {table, key = "", column} = addressOf(one.cell);
    const row = rows[table]?.[key];
    if (typeof row !== "object") return !isRowChange(one);
    row[column] = typed(one.value);
    return false;
  });
  return {rows, set};
}
