import {html} from "htl";
import {columnHeading, rowElements} from "../../components/cell/result-table.js";
import type {FirstRows} from "./first-result.js";

/** As many rows as stand in the table until DuckDB brings all. */
const FIRST = 5;

/** The first rows of a published result. */
export function previewTable({columns, texts}: FirstRows): HTMLElement {
  const values = columns.map((_, i) => texts.slice(0, FIRST).map((row) => row[i]!));
  return html`<div class="sql-result notebook-first">
    <div class="grid-table" role="region" aria-label="First rows" tabindex="0">
      <table>
        <thead>
          <tr>
            ${columns.map((column) => columnHeading(column))}
          </tr>
        </thead>
        <tbody>
          ${rowElements(columns, values)}
        </tbody>
      </table>
    </div>
    <p>${FIRST} of ${texts.length.toLocaleString("en-US")} rows, as published; all of them once DuckDB has loaded.</p>
  </div>`;
}
