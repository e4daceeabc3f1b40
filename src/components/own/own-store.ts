import {inStore, type BrowserStore} from "./browser-store.js";
import type {OwnColumn} from "./own-file.js";

/** A table that a reader brought: its columns as DuckDB reads them, kept in this browser alone. */
export interface OwnTable {
  name: string;
  columns: (OwnColumn & {type: string})[];
}

let known: Promise<OwnTable[]> | undefined;

/** The tables that this browser keeps, in the order of their names. */
export function ownTables(): Promise<OwnTable[]> {
  return (known ??= inStore(tables, "readonly", (store) => store.getAll() as IDBRequest<OwnTable[]>));
}

/** Keeps a table, in place of one of its name. */
export async function keepOwnTable(table: OwnTable): Promise<void> {
  await inStore(tables, "readwrite", (store) => store.put(table));
  known = undefined;
}

/** Forgets a table. */
export async function removeOwnTable(name: string): Promise<void> {
  await inStore(tables, "readwrite", (store) => store.delete(name));
  known = undefined;
}

const tables: BrowserStore = {database: "token-factory-own", store: "tables", key: "name"};
