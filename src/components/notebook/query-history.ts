import {inStore, type BrowserStore} from "../own/browser-store.js";

/** A past query and its outcome. */
export interface PastQuery {
  query: string;
  cell: string;
  /** Time, in ms. */
  time: number;
  /** Number of rows, or the error. */
  outcome: string;
}

/** Maximum number of queries stored. */
const HISTORY_LIMIT = 500;

/** The queries run in this browser that contain all the words, most recent first. */
export async function pastQueries(search: string): Promise<PastQuery[]> {
  const all = await inStore(queries, "readonly", (store) => store.getAll() as IDBRequest<PastQuery[]>);
  const words = search.toLowerCase().split(/\s+/);
  return all.reverse().filter(({query}) => words.every((word) => query.toLowerCase().includes(word)));
}

/** Stores a query, and deletes those beyond the limit. */
export async function keepQuery(query: PastQuery): Promise<void> {
  const key = await inStore(queries, "readwrite", (store) => store.add(query));
  const oldest = Number(key) - HISTORY_LIMIT;
  if (oldest > 0) await inStore(queries, "readwrite", (store) => store.delete(IDBKeyRange.upperBound(oldest)));
}

const queries: BrowserStore = {database: "token-factory-history", store: "queries"};
