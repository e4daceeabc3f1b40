/** What was typed into a cell and not run yet, until the tab is closed; nothing where the browser keeps nothing. */
export function draftOf(cell: string, query: string): string | undefined {
  const draft = read()[cell];
  return draft?.query === query ? draft.text : undefined;
}

/** Keeps what was typed in place of a cell's query; forgets it where it is the query. */
export function keepDraft(cell: string, query: string, text: string): void {
  const {[cell]: _, ...others} = read();
  const drafts = text === query ? others : {...others, [cell]: {query, text}};
  try {
    sessionStorage.setItem(KEY, JSON.stringify(drafts));
  } catch {
    // A browser that keeps nothing loses what was typed on a reload.
  }
}

const KEY = "notebook-drafts";

interface Draft {
  query: string;
  text: string;
}

function read(): Partial<Record<string, Draft>> {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? "{}") as Partial<Record<string, Draft>>;
  } catch {
    return {};
  }
}
