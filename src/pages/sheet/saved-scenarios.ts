import {scenarioFromText, scenarioToText, type CustomScenario} from "../../components/live/custom-scenario.js";

/** A scenario that a reader keeps in this browser. */
export interface Saved {
  name: string;
  own: CustomScenario;
}

/** As many as can be compared at a glance. */
export const MOST_SAVED = 5;

/** The scenarios kept in this browser, by name. */
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

/** Keeps a scenario under a name, in place of one that has it. Throws where there are too many already. */
export async function save({name, own}: Saved): Promise<void> {
  const known = await savedScenarios();
  if (known.length >= MOST_SAVED && !known.some((saved) => saved.name === name))
    throw new Error(`${MOST_SAVED} scenarios are kept already: delete one, or download this one as a file`);
  await change((store) => store.put(scenarioToText(own), name));
}

/** Forgets a scenario. */
export async function forget(name: string): Promise<void> {
  await change((store) => store.delete(name));
}

const STORE = "scenario";

function database(): Promise<IDBDatabase> {
  const request = indexedDB.open("token-factory", 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE);
  return result(request);
}

async function change(make: (store: IDBObjectStore) => IDBRequest): Promise<void> {
  await result(make((await database()).transaction(STORE, "readwrite").objectStore(STORE)));
}

function result<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("the browser could not keep the scenario"));
  });
}
