import type {OwnColumn} from "./own-file.js";
import type {OwnType} from "./own-types.js";

/** A table that a reader brought: its columns as DuckDB reads them, kept in this browser alone. */
export interface OwnTable {
  name: string;
  columns: (OwnColumn & {type: OwnType})[];
}

/** The tables that this browser keeps, in the order of their names. */
export function ownTables(): Promise<OwnTable[]> {
  return inStore("readonly", (store) => store.getAll() as IDBRequest<OwnTable[]>);
}

/** Keeps a table, in place of one of its name. */
export async function keepOwnTable(table: OwnTable): Promise<void> {
  await inStore("readwrite", (store) => store.put(table));
}

/** Forgets a table. */
export async function removeOwnTable(name: string): Promise<void> {
  await inStore("readwrite", (store) => store.delete(name));
}

const STORE = "tables";

async function inStore<Value>(
  mode: IDBTransactionMode,
  ask: (store: IDBObjectStore) => IDBRequest<Value>
): Promise<Value> {
  const opening = indexedDB.open("token-factory-own", 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE, {keyPath: "name"});
  const database = await settled(opening);
  try {
    return await settled(ask(database.transaction(STORE, mode).objectStore(STORE)));
  } finally {
    database.close();
  }
}

function settled<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("the browser does not keep it"));
  });
}
