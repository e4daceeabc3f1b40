/** A store in a database of the browser, in which values stay until they are removed. */
export interface BrowserStore {
  database: string;
  store: string;
  /** The member used as key; without one, an increasing number. */
  key?: string;
}

/** Uses a store, created on first use, and waits until changes are saved. Throws if they are not. */
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
    const transaction = database.transaction(storeName, mode);
    const [value] = await Promise.all([settled(ask(transaction.objectStore(storeName))), completion(transaction)]);
    return value;
  } finally {
    database.close();
  }
}

function settled<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? notSaved);
  });
}

/** A full disk is reported only here. */
function completion(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? notSaved);
  });
}

const notSaved = new Error("the browser did not save it");
