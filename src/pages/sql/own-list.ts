import {html} from "htl";
import {messageOf} from "../../components/cell/message.js";
import {button} from "../../components/figure/button.js";
import {isPrerendering} from "../../components/load/prerendering.js";
import {
  keepOwnTable,
  onOwnTables,
  ownTables,
  removeOwnTable,
  type NewTable,
  type OwnTable
} from "../../components/own/own-store.js";
import {rowsText} from "../../components/words/count.js";
import {importDialog, type ModelSide} from "./import-dialog.js";

/** The reader's own tables beside the model's. */
export interface OwnList {
  element: HTMLElement;
  tables: () => readonly OwnTable[];
  /** Shows what files hold, to be added as tables. */
  add: (files: readonly File[]) => Promise<void>;
  /** Takes tables that are pasted outside the fields of a part of the page, and hands on files dropped there. */
  accept: (part: HTMLElement, drop: (files: readonly File[]) => void) => void;
}

/** The endings of files that hold tables. */
export const TABLES = ".csv,.tsv,.txt,.json,.jsonl,.ndjson,.parquet,.arrow,.feather,.ipc,.xlsx";

/** The largest file that is read, in bytes. */
const OWN_LIMIT = 200_000_000;

/**
 * A list of the reader's tables, which files are dropped on, chosen for or pasted into; a click inserts a name.
 * `changed` is called when a table comes or goes, here or in another tab.
 */
export function ownList(
  model: Omit<ModelSide, "replaced">,
  insert: (name: string) => void,
  changed: () => void = () => undefined
): OwnList {
  let tables: readonly OwnTable[] = [];
  const list = html`<ul></ul>`;
  const status = html`<p role="status"></p>`;
  const fault = html`<p role="alert"></p>`;
  const file = html`<input type="file" multiple aria-label="Add a file" accept=${TABLES} />`;
  const input = file as HTMLInputElement;

  async function refresh(): Promise<void> {
    tables = await ownTables();
    list.replaceChildren(...tables.map((table) => item(table, insert, () => void tried(removeOwnTable(table.name)))));
    changed();
  }
  async function tried(done: Promise<void>, name = ""): Promise<void> {
    fault.textContent = "";
    await done.catch((error: unknown) => (fault.textContent = `${name}${messageOf(error)}`));
  }
  const add = async (name: string, bytes: Uint8Array): Promise<void> => {
    status.textContent = `Reading ${name}…`;
    const keep = (table: NewTable): void => void tried(kept(table), `own.${table.name} is not saved: `);
    const replaced = (own: string) => tables.find((table) => table.name === own)?.rows;
    await tried(importDialog(name, bytes, {...model, replaced}, keep), `${name} can't be read: `);
    status.textContent = "";
  };
  const addFiles = async (chosen: readonly File[]): Promise<void> => {
    for (const one of chosen) {
      if (one.size > OWN_LIMIT) fault.textContent = `${one.name} has ${inMegabytes(one.size)}: the maximum is 200 MB`;
      else await add(one.name, new Uint8Array(await one.arrayBuffer()));
    }
  };
  input.addEventListener("change", () => {
    const chosen = [...(input.files ?? [])];
    input.value = "";
    void addFiles(chosen);
  });
  onOwnTables(() => void tried(refresh()));
  if (!isPrerendering()) void tried(refresh());

  const element = html`<section class="sql-own" aria-label="Your own tables">
    <h2>Your own tables</h2>
    <p>
      Choose or drop CSV, TSV, JSON, JSON lines, Parquet, Arrow or XLSX, or paste a table. It stays in this browser.
    </p>
    ${input}${status}${fault}${list}
  </section>`;
  return {
    element,
    tables: () => tables,
    add: addFiles,
    accept: (part, drop) => {
      acceptDrops(part, drop);
      acceptPastes((text) => void add("pasted", new TextEncoder().encode(text)), part);
    }
  };
}

/** The browser is asked, once, not to clear what it keeps when its disk is full. */
async function kept(table: NewTable): Promise<void> {
  await keepOwnTable(table);
  await Promise.resolve(persisted()).catch(() => false);
}

/** On a plain address, browsers have no such promise to give. */
function persisted(): Promise<boolean> | undefined {
  const {storage} = navigator as Partial<Navigator>;
  return storage?.persist();
}

function acceptDrops(part: HTMLElement, add: (files: readonly File[]) => void): void {
  const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes("Files") ?? false;
  part.addEventListener("dragover", (event) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    part.classList.add("sql-drop");
  });
  part.addEventListener("dragleave", () => part.classList.remove("sql-drop"));
  // An editor would take in a file's text.
  part.addEventListener(
    "drop",
    (event) => {
      part.classList.remove("sql-drop");
      if (!holdsFiles(event)) return;
      event.preventDefault();
      event.stopPropagation();
      add([...(event.dataTransfer?.files ?? [])]);
    },
    {capture: true}
  );
}

/** What is pasted into a field or an editor is theirs. */
function acceptPastes(add: (text: string) => void, part: HTMLElement): void {
  document.addEventListener("paste", (event) => {
    const target = event.target as HTMLElement;
    if (!part.isConnected || target.isContentEditable || target.matches("input, textarea, select")) return;
    if (target.closest("dialog, .cm-editor")) return;
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (text.trim() !== "") add(text);
  });
}

function item({name, columns, rows, size}: OwnTable, insert: (name: string) => void, remove: () => void): HTMLElement {
  const own = button(`own.${name}`, () => insert(`own.${name}`));
  own.title = columns.map((column) => `${column.name} ${column.type}`).join("\n");
  const gone = button("Remove", remove);
  gone.setAttribute("aria-label", `Remove own.${name}`);
  return html`<li>${own} <small>${rowsText(rows)}, ${inMegabytes(size)}</small> ${gone}</li>`;
}

function inMegabytes(bytes: number): string {
  return bytes < 100_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
