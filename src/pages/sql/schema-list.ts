import {html} from "htl";
import {button} from "../../components/figure/button.js";
import {whenOpened} from "../../components/form/when-opened.js";
import type {CatalogTable} from "../../components/rows/catalog.js";
import {tablePage, tableUrl} from "../../components/rows/catalog.js";
import {topicsOf} from "./table-topics.js";
import {columnHeading, rowElements} from "../../components/cell/result-table.js";
import {kept, texts} from "../../components/result/kept.js";
import type {Session} from "./session.js";
import {identifier} from "../../lib/export/sql/identifier.js";

/** The tables by layer with their columns, found by words; a click on a name inserts it. */
export function schemaList(
  tables: readonly CatalogTable[],
  insert: (name: string) => void,
  session: Session
): HTMLElement {
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
        insert,
        session
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
  insert: (name: string) => void,
  session: Session
): HTMLElement[] {
  return topicsOf(tables.map(({name}) => name)).map(({title, tables: names}) => {
    const items = (): HTMLElement[] =>
      names.map((name) =>
        tableItem(
          tables.find((table) => table.name === name)!,
          words,
          insert,
          session
        )
      );
    const group = html`<details class="sql-group" open=${words.length > 0}>
      <summary>${title} <small>${names.length}</small></summary>
    </details>`;
    return whenOpened(group as HTMLDetailsElement, items);
  });
}

function tableItem(
  table: CatalogTable,
  words: readonly string[],
  insert: (name: string) => void,
  session: Session
): HTMLElement {
  const {name, description, rows} = table;
  const hint = hintOf(table, words);
  const item = html`<details>
    <summary title=${description}>
      <code>${name}</code> <small>${rows.toLocaleString("en-US")} rows${hint === "" ? "" : `: ${hint}`}</small>
    </summary>
  </details>`;
  return whenOpened(item as HTMLDetailsElement, () => tableContent(table, insert, session));
}

/** The columns for which a table is found, where its own name does not say why. */
function hintOf({name, columns}: CatalogTable, words: readonly string[]): string {
  const isFound = (text: string): boolean => words.some((word) => text.toLowerCase().includes(word));
  if (isFound(name)) return "";
  const found = columns.filter((column) => isFound(`${column.name} ${column.description}`));
  return found.map((column) => column.name).join(", ");
}

function tableContent(
  {name, description, columns}: CatalogTable,
  insert: (name: string) => void,
  session: Session
): HTMLElement[] {
  const items = columns.map(
    (column) =>
      html`<li>
        ${nameButton(column.name, insert)} <small>${column.unit || column.type}</small>
        <span>${column.description}</span>
      </li>`
  );
  return [
    html`<p>${description}</p>`,
    firstRows(name, session),
    html`<p><a href=${tablePage(name)}>About it</a> <a href=${tableUrl(name)} download>Parquet</a></p>`,
    html`<ul>
      <li>${nameButton(name, insert)}</li>
      ${items}
    </ul>`
  ];
}

/** As many rows as show what a table is like. */
const FIRST = 5;

/** A button that shows a table's first rows in its place. */
function firstRows(name: string, session: Session): HTMLElement {
  const place = html`<div class="sql-first-rows">${button("First rows", () => void show())}</div>`;
  async function show(): Promise<void> {
    const {signal} = new AbortController();
    await session.using(name, signal, async (engine) => {
      const result = await kept(engine, identifier(name));
      const rows = rowElements(result.columns, await texts(engine, result, {count: FIRST}));
      place.replaceChildren(
        html`<div class="grid-table" role="region" aria-label=${`First rows of ${name}`} tabindex="0">
          <table>
            <thead>
              <tr>
                ${result.columns.map((column) => columnHeading(column))}
              </tr>
            </thead>
            <tbody>
              ${rows}
            </tbody>
          </table>
        </div>`
      );
    });
  }
  return place;
}

function nameButton(name: string, insert: (name: string) => void): HTMLButtonElement {
  const element = button(name, () => insert(identifier(name)));
  element.title = `Insert ${name}`;
  return element;
}
