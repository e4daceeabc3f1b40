import {html} from "htl";
import type {CatalogTable} from "../../lib/export/published.js";
import {catalog} from "../rows/catalog.js";
import {amount, cell as plain} from "../words/format.js";
import {pageAddress} from "../words/page-address.js";
import type {Value} from "../figure/grid.js";
import {hashOf} from "../database/link-state.js";
import {madeOf, originOf} from "../rows/row-source.js";
import type {Row} from "../rows/table-types.js";
import {link} from "./link.js";
import {cellBehind, cellOf, type CellMark, type Recorded} from "./origin.js";

/** The panel for a number that is not a cell of the model: its meaning, its row, the cells behind it, and its SQL. */
export async function record(target: Recorded, open: (target: CellMark) => void): Promise<Node[]> {
  const tables = await catalog();
  const table = tables.find(({name}) => name === target.table);
  if (!table) throw new Error(`Unknown table “${target.table}”.`);
  return [title(target, table), behind(target, open), row(target, table, open), query(target, table)].filter(
    (part) => part !== null
  );
}

type Column = CatalogTable["columns"][number];

function title({row, column}: Recorded, {name, description, columns}: CatalogTable): HTMLElement {
  const known = columns.find((one) => one.name === column);
  const value = (row as Row)[column ?? ""];
  const here = madeOf(row);
  return html`<div>
    <h2>${known?.description ?? description}</h2>
    ${known && value !== undefined ? html`<p class="inspector-value">${shown(value, known, row)}</p>` : null}
    <p><code>${known ? `${name}.${known.name}` : name}</code>: a value in this table, not a cell of the model.</p>
    <p>${here === undefined ? (known ? description : "") : `Computed on this page for the scenario ${here}.`}</p>
  </div>`;
}

/** The cell of a quantile, error or effect. */
function behind({row}: Recorded, open: (target: CellMark) => void): HTMLElement | null {
  const cell = cellBehind(row);
  if (!cell) return null;
  return html`<section aria-label="Cell of the model">
    <h3>Cell of the model</h3>
    <ul>
      <li>${link(cell.cell, () => open(cell))}</li>
    </ul>
  </section>`;
}

function row({row, column}: Recorded, {columns}: CatalogTable, open: (target: CellMark) => void): HTMLElement {
  const held = columns.filter(({name}) => filled((row as Row)[name]));
  return html`<section aria-label="Its row">
    <h3>Its row</h3>
    <dl class="inspector-row">
      ${held.map((one) => {
        const cell = one.type === "number" ? cellOf(row, one.name) : undefined;
        return html.fragment`<dt title=${one.description} class=${one.name === column ? "chosen" : null}>
            ${cell ? link(one.name, () => open(cell)) : one.name}
          </dt>
          <dd>${shown((row as Row)[one.name], one, row)}</dd>`;
      })}
    </dl>
  </section>`;
}

function filled(value: Value | undefined): value is Value {
  return value !== undefined && value !== null && value !== "";
}

/** In its column's unit or, failing that, its row's. */
function shown(value: Value | undefined, {type, unit}: Column, row: object): Node | string {
  const {unit: own} = row as Row;
  if (typeof value === "number") return type === "number" ? amount(value, unit || String(own ?? "")) : plain(value);
  const text = plain(value);
  return /^https?:\/\/\S+$/.test(text) ? html`<a href=${text} rel="noopener">${text}</a>` : text;
}

/** A query for the row that readers can edit; null for a row made on this page. */
function query({row}: Recorded, {name, columns}: CatalogTable): HTMLElement | null {
  if (originOf(row) !== name || madeOf(row) !== undefined) return null;
  const keys = columns.filter((one) => one.type !== "number" && filled((row as Row)[one.name])).slice(0, most);
  const where = keys.map((one) => `${one.name} = ${literal((row as Row)[one.name]!)}`);
  const text = `SELECT * FROM ${name}${where.length === 0 ? "" : ` WHERE ${where.join(" AND ")}`}`;
  return html`<section aria-label="In SQL">
    <h3>In SQL</h3>
    <p><code>${text}</code></p>
    <p><a href=${pageAddress("sql", hashOf(text))}>Open the query</a></p>
  </section>`;
}

/** Columns that identify a table's rows come first. */
const most = 6;

function literal(value: Value): string {
  return `'${plain(value).replaceAll("'", "''")}'`;
}
