import {hashOf, textIn} from "../database/link-state.js";
import {notebookOf, textOf, type Notebook} from "./notebook.js";

/** The longest hash of a link: mail and chat programs truncate longer ones. */
export const LINK_LIMIT = 8000;

/** A notebook as the hash of a link, `#n1,` and its deflated text; undefined if it is too long for a link. */
export function notebookHash(notebook: Notebook): string | undefined {
  const hash = hashOf(textOf(notebook), "n1");
  return hash.length <= LINK_LIMIT ? hash : undefined;
}

/** The hash of a link to a query, with a chart of its result. */
export function queryHash(query: string, title = "A query"): string {
  return hashOf(textOf(queryNotebook(query, title)), "n1");
}

/**
 * The notebook in a link's hash; undefined if there is none. A link of the earlier SQL page, `#v1,`, holds a single
 * query. Throws an `InputError` if it cannot be read.
 */
export function notebookIn(hash: string): Notebook | undefined {
  const held = textIn(hash);
  if (held?.version === "n1") return notebookOf(held.text);
  return held && queryNotebook(held.text, "A query from a link");
}

function queryNotebook(query: string, title: string): Notebook {
  return {
    title,
    cells: [
      {kind: "sql", name: "rows", query},
      {kind: "chart", name: "chart", of: "rows", spec: {}}
    ]
  };
}
