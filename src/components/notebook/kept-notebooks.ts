import {inStore, type BrowserStore} from "../own/browser-store.js";

/** A notebook that this browser keeps, as text of its format. */
export interface KeptNotebook {
  id: string;
  title: string;
  /** When it was last changed, in ms. */
  updated: number;
  text: string;
}

/** The kept notebooks, the last changed first. */
export async function keptNotebooks(): Promise<KeptNotebook[]> {
  const all = await inStore(notebooks, "readonly", (store) => store.getAll() as IDBRequest<KeptNotebook[]>);
  return all.sort((a, b) => b.updated - a.updated);
}

/** When the notebook of an id was last kept; undefined where there is none. */
export async function lastKept(id: string): Promise<number | undefined> {
  const get = (store: IDBObjectStore) => store.get(id) as IDBRequest<KeptNotebook | undefined>;
  return (await inStore(notebooks, "readonly", get))?.updated;
}

/** Keeps a notebook, in place of the one with its id. */
export async function keepNotebook(notebook: KeptNotebook): Promise<void> {
  await inStore(notebooks, "readwrite", (store) => store.put(notebook));
}

/** Forgets a notebook. */
export async function removeNotebook(id: string): Promise<void> {
  await inStore(notebooks, "readwrite", (store) => store.delete(id));
}

const notebooks: BrowserStore = {database: "token-factory-notebooks", store: "notebooks", key: "id"};
