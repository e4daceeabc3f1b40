import {inStore, type BrowserStore} from "./browser-store.js";
import {textStream} from "./text-stream.js";

/** A reader's own table, stored only in this browser: its name and columns, without rows. */
export interface OwnTable {
  name: string;
  columns: {name: string; type: string}[];
  rows: number;
  /** Size of its values as text, in bytes. */
  size: number;
  /** Time of storage, in ms. */
  updated: number;
}

/** A table to be stored: its values as text that DuckDB casts to the types. */
export interface NewTable {
  name: string;
  columns: {name: string; type: string; values: (string | null)[]}[];
}

let known: Promise<OwnTable[]> | undefined;
const listeners = new Set<() => void>();
/** Other tabs of the site, which are told of each change. */
const tabs = typeof BroadcastChannel === "undefined" ? undefined : new BroadcastChannel("token-factory-own");
tabs?.addEventListener("message", forget);

/** The stored tables, sorted by name. Throws if the browser has no storage. */
export function ownTables(): Promise<OwnTable[]> {
  known ??= listed();
  known.catch(() => (known = undefined));
  return known;
}

/** Calls back when a table is stored or removed, here or in another tab. */
export function onOwnTables(call: () => void): void {
  listeners.add(call);
}

/** Stores a table, replacing one of the same name. Throws if there is no room. */
export async function keepOwnTable({name, columns}: NewTable): Promise<void> {
  const bytes = textStream(columns.map(({values}) => values));
  const table: OwnTable = {
    name,
    columns: columns.map((column) => ({name: column.name, type: column.type})),
    rows: columns[0]?.values.length ?? 0,
    size: bytes.length,
    updated: Date.now()
  };
  await inStore(contents, "readwrite", (store) => store.put({name, bytes}));
  await inStore(tables, "readwrite", (store) => store.put(table));
  changed();
}

/** Deletes a table. */
export async function removeOwnTable(name: string): Promise<void> {
  await inStore(tables, "readwrite", (store) => store.delete(name));
  await inStore(contents, "readwrite", (store) => store.delete(name));
  changed();
}

/** A table's values, as an Arrow stream of texts under the names c0, c1. Throws if they are gone. */
export async function ownContent(name: string): Promise<Uint8Array> {
  const held = await inStore(contents, "readonly", (store) => store.get(name) as IDBRequest<Content | undefined>);
  if (!held) throw new Error(`own.${name} is no longer saved in this browser: add its file again`);
  return held.bytes;
}

interface Content {
  name: string;
  bytes: Uint8Array;
}

async function listed(): Promise<OwnTable[]> {
  const all = await inStore(tables, "readonly", (store) => store.getAll() as IDBRequest<(OwnTable | NewTable)[]>);
  const old = all.filter(isOld);
  if (old.length === 0) return all as OwnTable[];
  for (const table of old) await keepOwnTable(table);
  return listed();
}

/** Earlier versions stored tables with their values beside their types. */
function isOld(table: OwnTable | NewTable): table is NewTable {
  return !("size" in table);
}

function changed(): void {
  tabs?.postMessage("changed");
  forget();
}

function forget(): void {
  known = undefined;
  for (const call of listeners) call();
}

const tables: BrowserStore = {database: "token-factory-own", store: "tables", key: "name"};
const contents: BrowserStore = {database: "token-factory-own-content", store: "contents", key: "name"};
