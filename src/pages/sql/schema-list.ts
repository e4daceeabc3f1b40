import {html} from "htl";
import {button} from "../../components/figure/button.js";
import {isPrerendering} from "../../components/load/prerendering.js";
import type {CatalogTable} from "../../components/rows/catalog.js";
import {tablePage, tableUrl} from "../../components/rows/catalog.js";
import {topicsOf} from "./table-topics.js";
import {identifier} from "../../lib/export/sql/identifier.js";

/** The tables by layer with their columns, found by words; a click on a name inserts it. */
export function schemaList(tables: readonly CatalogTable[], insert: (name: string) => void): HTMLElement {
  const search = html`<input type="search" placeholder="Find a table or column" aria-label="Find a table or column" />`;
  const input = search as HTMLInputElement;
  const list = html`<div></div>`;
  const show = (): void => {
    const words = input.value
      .toLowerCase()
      .split(/\s+/)
      .filter((word) => word !== "");
    list.replaceChildren(
      ...groupElements(
        tables.filter((table) => matches(table, words)),
        words,
        insert
      )
    );
  };
  input.addEventListener("input", show);
  show();
  return html`<nav class="sql-schema" aria-label="Tables">
    <h2>${tables.length} tables</h2>
    ${search}${list}
  </nav>`;
}

function matches({name, description, columns}: CatalogTable, words: readonly string[]): boolean {
  const text = [name, description, ...columns.flatMap((column) => [column.name, column.description, column.unit])];
  const all = text.join(" ").toLowerCase();
  return words.every((word) => all.includes(word));
}

/** The layers, all open while one looks for something. */
function groupElements(
  tables: readonly CatalogTable[],
  words: readonly string[],
  insert: (name: string) => void
): HTMLElement[] {
  return topicsOf(tables.map(({name}) => name)).map(({title, tables: names}) => {
    const items = names.map((name) =>
      tableItem(
        tables.find((table) => table.name === name)!,
        words,
        insert
      )
    );
    return html`<details class="sql-group" open=${words.length > 0}>
      <summary>${title} <small>${names.length}</small></summary>
      ${isPrerendering() ? [] : items}
    </details>`;
  });
}

function tableItem(
  {name, description, rows, columns}: CatalogTable,
  words: readonly string[],
  insert: (name: string) => void
): HTMLElement {
  const isFound = (text: string): boolean => words.some((word) => text.toLowerCase().includes(word));
  const found = columns.filter((column) => isFound(`${column.name} ${column.description}`));
  const hint =
    words.length > 0 && !isFound(name) && found.length > 0 ? found.map((column) => column.name).join(", ") : "";
  return html`<details>
    <summary title=${description}>
      <code>${name}</code> <small>${rows.toLocaleString("en-US")} rows${hint === "" ? "" : `: ${hint}`}</small>
    </summary>
    <p>${description} <a href=${tablePage(name)}>About it</a> <a href=${tableUrl(name)} download>Parquet</a></p>
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
