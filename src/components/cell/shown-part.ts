import {html} from "htl";

/** Maximum number of columns shown on a page; files and queries have all. */
export const SHOWN_COLUMNS = 200;

/** Maximum number of characters shown of a text. */
const LONGEST = 1000;

/** States how many columns a page omits; empty if none. */
export function columnsLeft(count: number): Node {
  if (count <= SHOWN_COLUMNS) return document.createTextNode("");
  const all = count.toLocaleString("en-US");
  return html`<p class="columns-left">The first ${SHOWN_COLUMNS} of ${all} columns are shown.</p>`;
}

/** A text short enough for a page to lay out; files have all of it. */
export function cut(text: string): string {
  if (text.length <= LONGEST) return text;
  return `${text.slice(0, LONGEST)}… (${text.length.toLocaleString("en-US")} characters; files have all)`;
}
