import {scenarioFromText, scenarioToText, type CustomScenario} from "../live/custom-scenario.js";

/** A scenario saved in this browser. */
export interface Saved {
  name: string;
  own: CustomScenario;
}

/** Maximum number of saved scenarios, so that the list remains manageable. */
const MOST_SAVED = 50;

/** The scenarios saved in this browser, by name. Throws if the browser has no storage. */
export async function savedScenarios(): Promise<Saved[]> {
  const store = (await database()).transaction(STORE).objectStore(STORE);
  const [names, texts] = await Promise.all([
    result(store.getAllKeys() as IDBRequest<string[]>),
    result(store.getAll() as IDBRequest<string[]>)
  ]);
  return names.flatMap((name, i) => {
    const {own} = scenarioFromText(texts[i] ?? null);
    return own ? [{name, own}] : [];
  });
}

/** Saves a scenario under a name, replacing one with that name. Throws if too many are saved already. */
export async function save({name, own}: Saved): Promise<void> {
  const known = await savedScenarios();
  if (known.length >= MOST_SAVED && !known.some((saved) => saved.name === name))
    throw new Error(`${MOST_SAVED} scenarios are already saved: delete one, or download this one as a file`);
  await change((store) => store.put(scenarioToText(own), name));
}

/** Renames a saved scenario. Throws if the name is taken. */
export async function rename(before: string, name: string): Promise<void> {
  const known = await savedScenarios();
  const found = known.find((saved) => saved.name === before);
  if (!found || before === name) return;
  if (known.some((saved) => saved.name === name)) throw new Error(`“${name}” is already saved: choose another name`);
  await change((store) => {
    store.delete(before);
    return store.put(scenarioToText({...found.own, title: name}), name);
  });
}

/** Deletes a saved scenario. */
export async function forget(name: string): Promise<void> {
  await change((store) => store.delete(name));
}

const STORE = "scenario";

async function database(): Promise<IDBDatabase> {
  try {
    const request = indexedDB.open("token-factory", 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    const blocked = new Promise<never>((_, reject) => {
      request.onblocked = () => reject(new Error("another tab of this site is using it: close that tab"));
      setTimeout(() => reject(new Error("it does not answer")), PATIENCE);
    });
    return await Promise.race([result(request), blocked]);
  } catch (error) {
    throw notKept("this browser does not save scenarios", error);
  }
}

/** How long a browser may take to open its storage, in ms. */
const PATIENCE = 10_000;

/** An error with the problem and the alternative: a file. */
function notKept(problem: string, error: unknown): Error {
  const reason = error instanceof Error ? error.message : String(error);
  return new Error(`${problem} (${reason}): use “Download as YAML” to save yours as a file, and open it here later`, {
    cause: error
  });
}

async function change(make: (store: IDBObjectStore) => IDBRequest): Promise<void> {
  const kept = (await database()).transaction(STORE, "readwrite");
  try {
    await Promise.all([result(make(kept.objectStore(STORE))), completion(kept)]);
  } catch (error) {
    throw notKept("the scenario could not be saved", error);
  }
}

/** A full disk is reported only when a transaction ends. */
function completion(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error("the browser aborted it"));
  });
}

function result<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("the browser could not save the scenario"));
  });
}
