/** One store of a database of the browser, in which values stay until they are removed. */
export interface BrowserStore {
  database: string;
  store: string;
  /** The member that is the key; a number that grows where there is none. */
  key?: string;
}

/** Asks a store, which is made when it is first asked. Throws where the browser keeps nothing. */
export async function inStore<Value>(
  {database: name, store: storeName, key}: BrowserStore,
  mode: IDBTransactionMode,
  ask: (store: IDBObjectStore) => IDBRequest<Value>
): Promise<Value> {
  const opening = indexedDB.open(name, 1);
  opening.onupgradeneeded = () =>
    opening.result.createObjectStore(storeName, key === undefined ? {autoIncrement: true} : {keyPath: key});
  const database = await settled(opening);
  try {
    return await settled(ask(database.transaction(storeName, mode).objectStore(storeName)));
  } finally {
    database.close();
  }
}

function settled<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("the browser did not save it"));
  });
}
