import {identifier} from "../../lib/export/sql/identifier.js";
import {onceEach} from "../../components/load/once.js";
import type {CatalogTable} from "../../components/rows/catalog.js";
import type {ModelSide} from "./import-dialog.js";

/** The model's tables, as what a reader's are compared with; `ask` has DuckDB tell one value of a table. */
export function modelSide(
  tables: readonly CatalogTable[],
  ask: (table: string, sql: string) => Promise<unknown>
): Omit<ModelSide, "replaced"> {
  const median = onceEach(async (place: string) => {
    const [table = "", name = ""] = place.split(".");
    const column = identifier(name);
    const value = await ask(table, `SELECT median(abs(${column})) FROM ${identifier(table)} WHERE ${column} <> 0`);
    return typeof value === "number" ? value : undefined;
  });
  return {
    tables: tables.map(({name}) => name),
    columns: tables.flatMap(({name: table, columns}) => columns.map(({name, unit}) => ({table, name, unit}))),
    // What can't be compared raises no doubt.
    typical: ({table, name}) => median(`${table}.${name}`).catch(() => undefined)
  };
}
