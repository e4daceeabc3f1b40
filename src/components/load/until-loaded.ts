import {failure} from "./failure.js";
import {fetchedJson, LoadError, sentence} from "./load-error.js";

interface Waiting {
  error: LoadError;
  again: () => void;
}

const waiting = new Set<Waiting>();
let notice: HTMLElement | undefined;

/**
 * Does work once everything it needs has loaded. If something fails to load, a single notice on the page lists what is
 * missing and offers to try again. Other errors are thrown.
 */
export async function untilLoaded<T>(work: () => Promise<T>): Promise<T> {
  for (;;)
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof LoadError)) throw error;
      await untilRetried(error);
    }
}

/** A JSON file, fetched until it arrives. */
export function loadJson<T>(what: string, href: string): Promise<T> {
  return untilLoaded(async () => (await fetchedJson(what, href)) as T);
}

function untilRetried(error: LoadError): Promise<void> {
  return new Promise((again) => {
    waiting.add({error, again});
    show();
  });
}

function show(): void {
  const errors = [...waiting].map(({error}) => error);
  notice?.remove();
  notice = failure(sentence(errors), tryAgain);
  notice.classList.add("load-notice");
  document.body.append(notice);
}

function tryAgain(): void {
  const all = [...waiting];
  if (all.some(({error}) => error.needsReload)) {
    location.reload();
    return;
  }
  waiting.clear();
  notice?.remove();
  for (const {again} of all) again();
}
