import {hashOf, textIn} from "../database/link-state.js";
import {notebookOf, textOf, type Notebook} from "./notebook.js";

/** The longest hash of a link: mail and chat programs cut longer ones. */
export const LINK_LIMIT = 8000;

/** A notebook as the hash of a link, `#n1,` and its deflated text; undefined where it is too long for one. */
export function notebookHash(notebook: Notebook): string | undefined {
  const hash = hashOf(textOf(notebook), "n1");
  return hash.length <= LINK_LIMIT ? hash : undefined;
}

/** A link's hash for a query with a chart of its result. */
export function queryHash(query: string, title = "A query"): string {
  return hashOf(textOf(queryNotebook(query, title)), "n1");
}

/**
 * The notebook in a link's hash, undefined where it holds none. A link of the earlier SQL page, `#v1,`, holds one
 * query. Throws an `InputError` for one that can't be read.
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
