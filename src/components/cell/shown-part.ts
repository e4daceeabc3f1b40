import {html} from "htl";

/** As many columns of a table stand on a page: files and queries have all. */
export const SHOWN_COLUMNS = 200;

/** As many characters of a text are shown. */
const LONGEST = 1000;

/** Says how many columns a page leaves out; nothing where it leaves out none. */
export function columnsLeft(count: number): Node {
  if (count <= SHOWN_COLUMNS) return document.createTextNode("");
  const all = count.toLocaleString("en-US");
  return html`<p class="columns-left">The first ${SHOWN_COLUMNS} of ${all} columns are shown.</p>`;
}

/** A text that a page can lay out; files have all of it. */
export function cut(text: string): string {
  if (text.length <= LONGEST) return text;
  return `${text.slice(0, LONGEST)}… (${text.length.toLocaleString("en-US")} characters; files have all)`;
}
