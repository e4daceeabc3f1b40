/** An unrun edit of a cell, stored until the tab is closed; undefined if the browser stores nothing. */
export function draftOf(cell: string, query: string): string | undefined {
  const draft = read()[cell];
  return draft?.query === query ? draft.text : undefined;
}

/** Stores an unrun edit of a cell's query, and forgets it if it equals the query. */
export function keepDraft(cell: string, query: string, text: string): void {
  const {[cell]: _, ...others} = read();
  const drafts = text === query ? others : {...others, [cell]: {query, text}};
  try {
    sessionStorage.setItem(KEY, JSON.stringify(drafts));
  } catch {
    // Without storage, the edit is lost on a reload.
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
