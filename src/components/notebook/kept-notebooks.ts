import {inStore, type BrowserStore} from "../own/browser-store.js";

/** A notebook saved in this browser, as text in its format. */
export interface KeptNotebook {
  id: string;
  title: string;
  /** Time of the last change, in ms. */
  updated: number;
  text: string;
}

/** The saved notebooks, most recently changed first. */
export async function keptNotebooks(): Promise<KeptNotebook[]> {
  const all = await inStore(notebooks, "readonly", (store) => store.getAll() as IDBRequest<KeptNotebook[]>);
  return all.sort((a, b) => b.updated - a.updated);
}

/** When the notebook with an id was last saved; undefined if there is none. */
export async function lastKept(id: string): Promise<number | undefined> {
  const get = (store: IDBObjectStore) => store.get(id) as IDBRequest<KeptNotebook | undefined>;
  return (await inStore(notebooks, "readonly", get))?.updated;
}

/** Saves a notebook in place of the one with its id. */
export async function keepNotebook(notebook: KeptNotebook): Promise<void> {
  await inStore(notebooks, "readwrite", (store) => store.put(notebook));
}

/** Deletes a saved notebook. */
export async function removeNotebook(id: string): Promise<void> {
  await inStore(notebooks, "readwrite", (store) => store.delete(id));
}

const notebooks: BrowserStore = {database: "token-factory-notebooks", store: "notebooks", key: "id"};
