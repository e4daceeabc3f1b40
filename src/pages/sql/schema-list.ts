import {html} from "htl";
import {button} from "../../components/figure/button.js";
import type {CatalogTable} from "../../components/rows/catalog.js";
import {tableUrl} from "../../components/rows/catalog.js";
import {identifier} from "../../lib/export/sql/identifier.js";

/** The tables with their columns; a click on a name inserts it. */
export function schemaList(tables: readonly CatalogTable[], insert: (name: string) => void): HTMLElement {
  return html`<nav class="sql-schema" aria-label="Tables">
    <h2>${tables.length} tables</h2>
    ${tables.map((table) => tableItem(table, insert))}
  </nav>`;
}

function tableItem({name, description, rows, columns}: CatalogTable, insert: (name: string) => void): HTMLElement {
  return html`<details>
    <summary><code>${name}</code> <small>${rows.toLocaleString("en-US")} rows</small></summary>
    <p>${description} <a href=${tableUrl(name)} download>Parquet</a></p>
    <ul>
      <li>${nameButton(name, insert)}</li>
      ${columns.map(
        (column) =>
          html`<li>
            ${nameButton(column.name, insert)} <small>${column.unit || column.type}</small>
            <span>${column.description}</span>
          </li>`
      )}
    </ul>
  </details>`;
}

function nameButton(name: string, insert: (name: string) => void): HTMLButtonElement {
  const element = button(name, () => insert(identifier(name)));
  element.title = `Insert ${name}`;
  return element;
}
