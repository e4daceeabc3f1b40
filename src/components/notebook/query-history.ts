import {inStore, type BrowserStore} from "../own/browser-store.js";

/** A query that ran, and how it ended. */
export interface PastQuery {
  query: string;
  cell: string;
  /** When, in ms. */
  time: number;
  /** Rows, or what went wrong. */
  outcome: string;
}

/** As many queries as are kept. */
const HISTORY_LIMIT = 500;

/** The queries that ran in this browser and hold all the words, the last first. */
export async function pastQueries(search: string): Promise<PastQuery[]> {
  const all = await inStore(queries, "readonly", (store) => store.getAll() as IDBRequest<PastQuery[]>);
  const words = search.toLowerCase().split(/\s+/);
  return all.reverse().filter(({query}) => words.every((word) => query.toLowerCase().includes(word)));
}

/** Keeps a query, and forgets those beyond the limit. */
export async function keepQuery(query: PastQuery): Promise<void> {
  const key = await inStore(queries, "readwrite", (store) => store.add(query));
  const oldest = Number(key) - HISTORY_LIMIT;
  if (oldest > 0) await inStore(queries, "readwrite", (store) => store.delete(IDBKeyRange.upperBound(oldest)));
}

const queries: BrowserStore = {database: "token-factory-history", store: "queries"};
