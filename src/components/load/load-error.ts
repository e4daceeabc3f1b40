/** Something that a page needs and could not fetch. Whoever shows it offers to try again. */
export class LoadError extends Error {
  override name = "LoadError";

  /** `what` is in words, such as “the table economy”; a module that failed to load needs the page reloaded. */
  constructor(
    readonly what: string,
    readonly reason: string,
    readonly needsReload = false
  ) {
    super(sentence([{what, reason}]));
  }
}

/** What could not be loaded, and why, in a sentence; each thing and each reason once. */
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

/** Has a module loaded. Throws a `LoadError` that only a reload of the page helps: browsers keep a failed module. */
export function imported<M>(what: string, load: () => Promise<M>): Promise<M> {
  return loading(what, load, true);
}

/** What a worker's error event says: a `LoadError` where its file did not come, else what went wrong in it. */
export function workerError(what: string, {message}: {message?: string}): Error {
  return message ? new Error(`${what} stopped: ${message}`) : new LoadError(what, "the file did not arrive");
}

/** Does a part of loading something. Whatever it throws becomes a `LoadError`. */
export async function loading<T>(what: string, work: () => T | Promise<T>, needsReload = false): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new LoadError(what, error instanceof Error ? error.message : String(error), needsReload);
  }
}
