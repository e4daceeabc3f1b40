/** A failure to fetch something that a page needs. Whoever shows it offers to try again. */
export class LoadError extends Error {
  override name = "LoadError";

  /** `what` is a description such as “the table economy”; a module that failed to load requires reloading the page. */
  constructor(
    readonly what: string,
    readonly reason: string,
    readonly needsReload = false
  ) {
    super(sentence([{what, reason}]));
  }
}

/** One sentence on what could not be loaded and why, without repetition. */
export function sentence(errors: readonly Pick<LoadError, "what" | "reason">[]): string {
  const whats = [...new Set(errors.map(({what}) => what))];
  const reasons = [...new Set(errors.map(({reason}) => reason))];
  const few = whats.length > MOST ? [...whats.slice(0, MOST), `${whats.length - MOST} more`] : whats;
  return `Could not load ${few.join(", ")}: ${reasons.join(", ")}. Check the connection, then try again.`;
}

const MOST = 3;

/** Fetches the bytes of a file. Throws a `LoadError`. */
export async function fetched(what: string, href: string): Promise<ArrayBuffer> {
  return loading(what, async () => {
    const response = await fetch(href);
    if (!response.ok) throw new Error(`the server answered ${response.status}`);
    return response.arrayBuffer();
  });
}

/** Fetches a JSON file. Throws a `LoadError`. */
export async function fetchedJson(what: string, href: string): Promise<unknown> {
  const bytes = await fetched(what, href);
  return loading(what, () => JSON.parse(new TextDecoder().decode(bytes)) as unknown);
}

/**
 * Imports a module. Throws a `LoadError` that only reloading the page resolves, since browsers cache failed modules.
 */
export function imported<M>(what: string, load: () => Promise<M>): Promise<M> {
  return loading(what, load, true);
}

/** The error in a worker's event: a `LoadError` if its file did not arrive, otherwise its own message. */
export function workerError(what: string, {message}: {message?: string}): Error {
  return message ? new Error(`${what} stopped: ${message}`) : new LoadError(what, "the file did not arrive");
}

/** Does part of a loading task; whatever it throws becomes a `LoadError`. */
export async function loading<T>(what: string, work: () => T | Promise<T>, needsReload = false): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new LoadError(what, error instanceof Error ? error.message : String(error), needsReload);
  }
}
