import {html} from "htl";
import {button} from "../../components/figure/button.js";
import {download} from "../../components/figure/download.js";
import {imported} from "../../components/load/load-error.js";
import {never} from "../../components/load/or-aborted.js";
import {notebookHash} from "../../components/notebook/address.js";
import {EXPORTED_ROWS, ownRead, withOwnTables, type OwnValues} from "../../components/notebook/export/own-tables.js";
import {textOf, type Notebook} from "../../components/notebook/notebook.js";
import {chartOf, type ChartSpec} from "../../components/result/chart-spec.js";
import type {OwnTable} from "../../components/own/own-store.js";
import type {Engine} from "../../components/result/engine.js";
import {texts} from "../../components/result/kept.js";
import {identifier} from "../../lib/export/sql/identifier.js";
import {slug} from "../../lib/export/text/file-name.js";
import {examples} from "./examples.js";
import {messageOf} from "../../components/cell/message.js";
import {TABLES} from "./own-list.js";
import type {PageAddress} from "./page-address.js";
import {showKeys} from "./keys.js";
import {select} from "./select.js";
import {limits, type Session} from "./session.js";

/** What is done with a notebook as a whole. */
export interface NotebookBar {
  element: HTMLElement;
  show: (notebook: Notebook) => void;
}

/** Title, other notebooks, steps, running, link and export; `open` takes files, and says what is wrong with one. */
export function notebookBar(
  session: Session,
  address: PageAddress,
  open: (files: readonly File[]) => Promise<void>
): NotebookBar {
  const title = html`<input class="notebook-title" aria-label="Title of the notebook" />` as HTMLInputElement;
  const status = html`<small role="status"></small>`;
  const say = (words: string): void => void (status.textContent = words);
  const sayError = (error: unknown): void => say(messageOf(error));
  title.addEventListener("change", () => session.change({...session.notebook(), title: title.value}, "step"));
  const undo = button("Undo", () => history.back());
  const redo = button("Redo", () => history.forward());
  address.onKept(say);
  const element = html`<div class="notebook-bar">
    ${title}
    <div class="sql-bar">
      ${otherNotebooks(address)} ${undo} ${redo} ${button("Run all", () => session.run())}
      ${button("Copy link", () => void copyLink(session.notebook()).then(say, sayError))} ${exportMenu(session, say)}
      ${openFile(open, sayError)} ${limitChoice(session)} ${button("Keys", showKeys)} ${status}
    </div>
  </div>`;
  return {
    element,
    show: (notebook) => {
      title.value = notebook.title;
      undo.disabled = !address.canUndo();
      redo.disabled = !address.canRedo();
    }
  };
}

/** A list of the examples; one is opened as a step that can be taken back. */
function otherNotebooks(address: PageAddress): HTMLElement {
  const select = html`<select aria-label="Open a notebook">
    <option value="">Open an example…</option>
    ${examples.map(({id, notebook}) => html`<option value=${id}>${notebook.title}</option>`)}
    <option value="empty">Empty notebook</option>
  </select>` as HTMLSelectElement;
  select.addEventListener("change", () => {
    const example = examples.find(({id}) => id === select.value);
    address.open(example?.notebook ?? emptyNotebook);
    select.value = "";
  });
  return select;
}

const emptyNotebook: Notebook = {
  title: "Untitled",
  cells: [{kind: "sql", name: "rows", query: "FROM headline\nWHERE scenario = 'reference'"}]
};

async function copyLink(notebook: Notebook): Promise<string> {
  const hash = notebookHash(notebook);
  if (hash === undefined) return "too long for a link: save it as a file, under Export";
  await navigator.clipboard.writeText(new URL(hash, location.href.replace(/[?#].*$/, "")).href);
  return "link copied";
}

/** How long a cell may run. */
function limitChoice(session: Session): HTMLElement {
  const options = Object.fromEntries(limits.map((seconds) => [`${seconds}`, `${seconds} s`]));
  const choice = select("Time limit of a cell", options, `${session.limit()}`);
  choice.addEventListener("change", () => session.setLimit(Number(choice.value)));
  return html`<label>Stops after ${choice}</label>`;
}

const formats = {
  "Framework page (.md)": "md",
  "Notebook Kit (.html)": "html",
  "Jupyter (.ipynb)": "ipynb",
  "SQL for DuckDB (.sql)": "sql",
  "Notebook file (.json)": "json"
} as const;

function exportMenu(session: Session, say: (words: string) => void): HTMLElement {
  const save = async (format: (typeof formats)[keyof typeof formats]): Promise<void> => {
    const notebook = session.notebook();
    const {exported} = await imported("the exports", () => import("../../components/notebook/export/exported.js"));
    const text = format === "json" ? textOf(notebook) : exported(await whole(session), format, optionsOf(session));
    download(`${slug(notebook.title) || "notebook"}.${format}`, text, "text/plain");
    const own = ownRead(notebook);
    say(own.length === 0 || format === "json" ? "" : `own.${own.join(", own.")}: its rows are in the file`);
  };
  return html`<details class="notebook-menu">
    <summary>Export</summary>
    <div>
      ${Object.entries(formats).map(([label, format]) =>
        button(label, () => void save(format).catch((error: unknown) => say(messageOf(error))))
      )}
    </div>
  </details>`;
}

/** The notebook with the reader's own tables that it reads. */
async function whole(session: Session): Promise<Notebook> {
  const notebook = session.notebook();
  const names = ownRead(notebook);
  if (names.length === 0) return notebook;
  const tables = session.own().filter(({name}) => names.includes(name));
  const values = await session.using(names.map((name) => `own.${name}`).join(" "), never, (engine) =>
    Promise.all(tables.map((table) => ownValues(engine, table)))
  );
  return withOwnTables(notebook, values);
}

async function ownValues(engine: Engine, {name, columns, rows}: OwnTable): Promise<OwnValues> {
  const kept = {table: `own.${identifier(name)}`, columns, length: rows};
  return {name, columns, values: await texts(engine, kept, {count: EXPORTED_ROWS + 1})};
}

function optionsOf(session: Session) {
  const charts = new Map<string, ChartSpec>();
  for (const cell of session.notebook().cells) {
    const result = cell.kind === "chart" ? session.result(cell.of) : undefined;
    const spec = cell.kind === "chart" && result ? chartOf(cell.spec, result.columns) : undefined;
    if (spec) charts.set(cell.name, spec);
  }
  return {charts, tables: session.model, data: new URL("./data/", location.href).href};
}

function openFile(open: (files: readonly File[]) => Promise<void>, sayError: (error: unknown) => void): HTMLElement {
  const input = html`<input type="file" accept=${TABLES} aria-label="Open a file" hidden />`;
  const field = input as HTMLInputElement;
  field.addEventListener("change", () => {
    const chosen = [...(field.files ?? [])];
    field.value = "";
    open(chosen).catch(sayError);
  });
  return html`<span>${button("Open a file", () => field.click())}${field}</span>`;
}
