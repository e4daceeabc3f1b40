import {html} from "htl";
import {button} from "../../components/figure/button.js";
import {isPrerendering} from "../../components/load/prerendering.js";
import {keepOwnTable, ownTables, removeOwnTable, type OwnTable} from "../../components/own/own-store.js";
import {importDialog} from "./import-dialog.js";

/** The reader's own tables beside the model's. */
export interface OwnList {
  element: HTMLElement;
  tables: () => readonly OwnTable[];
  /** Once the browser has told what it keeps. */
  ready: Promise<void>;
}

/** A list of the reader's tables, which files are dropped on, chosen for or pasted into; a click inserts a name. */
export function ownList(taken: readonly string[], insert: (name: string) => void): OwnList {
  let tables: readonly OwnTable[] = [];
  const list = html`<ul></ul>`;
  const fault = html`<p role="alert"></p>`;
  const file = html`<input
    type="file"
    aria-label="Add a file"
    accept=".csv,.tsv,.txt,.json,.jsonl,.ndjson,.parquet,.arrow,.feather,.ipc,.xlsx"
  />`;
  const input = file as HTMLInputElement;

  async function refresh(): Promise<void> {
    tables = await ownTables();
    list.replaceChildren(...tables.map((table) => item(table, insert, () => void change(removeOwnTable(table.name)))));
  }
  async function change(done: Promise<void>): Promise<void> {
    fault.textContent = "";
    await done.then(refresh).catch((error: unknown) => (fault.textContent = String(error)));
  }
  const add = (name: string, bytes: Uint8Array): void => {
    importDialog(name, bytes, taken, (table) => void change(keepOwnTable(table))).catch(
      (error: unknown) => (fault.textContent = `${name} can't be read: ${String(error)}`)
    );
  };
  const addFile = async (chosen: File | undefined): Promise<void> => {
    if (chosen) add(chosen.name, new Uint8Array(await chosen.arrayBuffer()));
  };
  input.addEventListener("change", () => void addFile(input.files?.[0]).then(() => (input.value = "")));

  const element = html`<section class="sql-own" aria-label="Your own tables">
    <h2>Your own tables</h2>
    <p>
      Choose or drop CSV, TSV, JSON, JSON lines, Parquet, Arrow or XLSX, or paste a table. It stays in this browser.
    </p>
    ${input}${fault}${list}
  </section>`;
  acceptDrops(element, (chosen) => void addFile(chosen));
  element.tabIndex = 0;
  element.addEventListener("paste", (event) => {
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (text !== "") add("pasted", new TextEncoder().encode(text));
  });
  return {element, tables: () => tables, ready: isPrerendering() ? Promise.resolve() : change(Promise.resolve())};
}

function acceptDrops(element: HTMLElement, add: (file: File | undefined) => void): void {
  element.addEventListener("dragover", (event) => event.preventDefault());
  element.addEventListener("drop", (event) => {
    event.preventDefault();
    add(event.dataTransfer?.files[0]);
  });
}

function item({name, columns}: OwnTable, insert: (name: string) => void, remove: () => void): HTMLElement {
  const rows = columns[0]?.values.length ?? 0;
  const own = button(`own.${name}`, () => insert(`own.${name}`));
  own.title = columns.map((column) => `${column.name} ${column.type}`).join("\n");
  const gone = button("Remove", remove);
  gone.setAttribute("aria-label", `Remove own.${name}`);
  return html`<li>${own} <small>${rows.toLocaleString("en-US")} rows</small> ${gone}</li>`;
}
