/** Something that a page needs and could not fetch. Whoever shows it offers to try again. */
export class LoadError extends Error {
  override name = "LoadError";

  /** `what` is in words, such as “the table economy”; a module that failed is had again with the page only. */
  constructor(
    readonly what: string,
    readonly reason: string,
    readonly needsReload = false
  ) {
    super(`${what} could not be loaded (${reason}). Check the connection, then try again.`);
  }
}

/** Fetches the bytes of a file. Throws a `LoadError`. */
export async function fetched(what: string, href: string): Promise<ArrayBuffer> {
  return guarded(what, async () => {
    const response = await fetch(href);
    if (!response.ok) throw new Error(`the server answers ${response.status}`);
    return response.arrayBuffer();
  });
}

/** Has a module loaded. Throws a `LoadError` that only a reload of the page helps: browsers keep a failed module. */
export function imported<M>(what: string, load: () => Promise<M>): Promise<M> {
  return guarded(what, load, true);
}

/** Starts a worker. What is asked of it should be raced against `failed`, which rejects with a `LoadError`. */
export function startedWorker(
  what: string,
  href: string,
  options?: WorkerOptions
): {worker: Worker; failed: Promise<never>} {
  const worker = new Worker(href, options);
  const failed = new Promise<never>((_, reject) => {
    worker.addEventListener("error", ({message}) => reject(new LoadError(what, message || "no answer")));
  });
  failed.catch(() => undefined);
  return {worker, failed};
}

async function guarded<T>(what: string, work: () => Promise<T>, needsReload = false): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new LoadError(what, error instanceof Error ? error.message : String(error), needsReload);
  }
}
