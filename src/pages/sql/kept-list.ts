import {html} from "htl";
import {button} from "../../components/figure/button.js";
import {keptNotebooks, removeNotebook, type KeptNotebook} from "../../components/notebook/kept-notebooks.js";
import {notebookOf} from "../../components/notebook/notebook.js";
import type {PageAddress} from "./page-address.js";

/** The notebooks that this browser keeps, each to be opened or removed; none is shown where there is none. */
export function keptList(address: PageAddress): HTMLElement {
  const list = html`<ul></ul>`;
  const element = html`<details class="sql-own" hidden>
    <summary>Saved in this browser</summary>
    ${list}
  </details>`;
  async function refresh(): Promise<void> {
    const kept = await keptNotebooks().catch(() => []);
    element.hidden = kept.length === 0;
    list.replaceChildren(...kept.map((notebook) => item(notebook, address, () => void remove(notebook.id))));
  }
  async function remove(id: string): Promise<void> {
    await removeNotebook(id);
    await refresh();
  }
  address.onKept(() => void refresh());
  void refresh();
  return element;
}

function item({id, title, updated, text}: KeptNotebook, address: PageAddress, remove: () => void): HTMLElement {
  const open = button(title || "Untitled", () => address.open(notebookOf(text), {id, updated}));
  const gone = button("Remove", remove);
  gone.ariaLabel = `Remove ${title}`;
  return html`<li>${open} <small>${new Date(updated).toISOString().slice(0, 10)}</small> ${gone}</li>`;
}
