import {html} from "htl";
import {madeOf, originOf} from "../rows/row-source.js";
import type {Grid} from "./grid.js";
import {tableElement} from "./table-element.js";

/** Number of rows in a page as built. */
const ROWS = 40;

/** A table for readers without scripts: its first rows, and where to find the others. */
export function staticTable(grid: Grid, label: string): HTMLElement {
  const {columns, length} = grid;
  const table = tableElement({columns, length}, {rows: ROWS, label});
  if (length > ROWS) table.append(html`<p>The first ${ROWS} of ${length} rows. ${others(grid)}</p>`);
  return table;
}

function others({rows}: Grid): HTMLElement | string {
  const [first] = rows ?? [];
  const name = first && madeOf(first) === undefined ? originOf(first) : undefined;
  if (name === undefined) return "The others need scripts.";
  return html`<span>All are in the table <a href=${`./data/${name}.parquet`} download>${name}</a>.</span>`;
}
