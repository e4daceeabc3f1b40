import {html} from "htl";
import {button} from "../../components/figure/button.js";
import {pastQueries, type PastQuery} from "../../components/notebook/query-history.js";

/** The queries that ran in this browser, found by words; a click makes a cell of one. */
export function historyList(add: (query: string) => void): HTMLElement {
  const search = html`<input type="search" placeholder="Find a query" aria-label="Find a query" />` as HTMLInputElement;
  const list = html`<ul></ul>`;
  async function show(): Promise<void> {
    const past = await pastQueries(search.value).catch(() => []);
    list.replaceChildren(...past.slice(0, SHOWN).map((query) => item(query, add)));
  }
  search.addEventListener("input", () => void show());
  const element = html`<details class="sql-own">
    <summary>History</summary>
    ${search}${list}
  </details>`;
  element.addEventListener("toggle", () => void show());
  return element;
}

const SHOWN = 50;

function item({query, cell, time, outcome}: PastQuery, add: (query: string) => void): HTMLElement {
  const when = new Date(time).toISOString().slice(0, 16).replace("T", " ");
  const name = `${cell}, ${when}, ${outcome.split("\n")[0]!}`;
  return html`<li>
    <pre title=${query}>${query}</pre>
    <small>${name}</small> ${button("Add as a cell", () => add(query))}
  </li>`;
}
