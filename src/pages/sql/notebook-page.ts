import {html} from "htl";
import {database} from "../../components/database/duckdb.js";
import {never} from "../../components/load/or-aborted.js";
import {isPrerendering} from "../../components/load/prerendering.js";
import {notebookIn} from "../../components/notebook/address.js";
import {freeName, withCell} from "../../components/notebook/edits.js";
import {isNotebook, notebookOf, type Cell, type Notebook} from "../../components/notebook/notebook.js";
import type {CellState} from "../../components/notebook/runner.js";
import type {CatalogTable} from "../../components/rows/catalog.js";
import {addRow} from "./add-row.js";
import {cellFrame, type Frame} from "./cell-frame.js";
import type {CellView} from "./cell-view.js";
import {chartCell} from "./chart-cell.js";
import {examples} from "./examples.js";
import {firstResult, type FirstResult} from "./first-result.js";
import {historyList} from "./history-list.js";
import {inputCell} from "./input-cell.js";
import {keptList} from "./kept-list.js";
import {followKeys} from "./keys.js";
import {madeList} from "./made-list.js";
import {modelSide} from "./model-side.js";
import {messageOf} from "../../components/cell/message.js";
import {notebookBar} from "./notebook-bar.js";
import {ownList} from "./own-list.js";
import {pageAddress} from "./page-address.js";
import {schemaList} from "./schema-list.js";
import {session as openSession, type Change, type Session} from "./session.js";
import {sqlCell} from "./sql-cell.js";
import {textCell} from "./text-cell.js";

/**
 * The notebook page: cells, what is done with the notebook, and beside them tables, own data and history. The first
 * example comes with its published result.
 */
export async function notebookPage(listed: Promise<readonly CatalogTable[]>): Promise<HTMLElement> {
  // DuckDB is on its way while the page is drawn; a cell that needs it says what went wrong.
  if (!isPrerendering()) database().catch(() => undefined);
  const tables = await listed;
  const frames = new Map<string, Frame>();
  const column = html`<div class="notebook-cells"></div>`;
  const notice = html`<p class="sql-status" role="status"></p>`;
  const faultNote = html`<p class="notebook-fault" role="alert"></p>`;
  const own = ownList(modelSide(tables, using), insert);
  const session: Session = openSession({
    tables,
    own: own.tables,
    work: (cell, signal) => frames.get(cell.name)!.view.work(signal),
    tell: (name, state) => {
      states.set(name, state);
      frames.get(name)?.tell(state);
      sum();
      if (!["waiting", "running"].includes(state.status)) listMade();
    },
    changed,
    made: () => (isMade = true),
    started: () => {
      for (const [name, state] of states) if (state.status === "running") frames.get(name)?.tell(state);
      sum();
    }
  });
  const states = new Map<string, CellState>();
  const made = madeList(session, insert);
  let isMade = false;
  const listMade = (): void => {
    // What is not listed can still be queried.
    if (isMade) made.show().catch(() => undefined);
    isMade = false;
  };
  const sum = (): void =>
    void (notice.textContent = session.isStarting() ? "DuckDB is restarting…" : summaryOf(states, session.notebook()));
  const address = pageAddress((notebook) => session.change(notebook, "opened"));
  const bar = notebookBar(session, address, openFiles);

  function using(table: string, sql: string): Promise<unknown> {
    return session.using(table, never, async (engine) => (await engine.rows(sql)).getChildAt(0)?.get(0) as unknown);
  }
  async function openFiles(files: readonly File[]): Promise<void> {
    for (const file of files) {
      const text = file.size < LARGEST_NOTEBOOK ? await file.text() : "";
      if (isNotebook(text)) address.open(notebookOf(text));
      else await own.add([file]);
    }
  }
  const dropped = (files: readonly File[]): void =>
    void openFiles(files).catch((error: unknown) => (faultNote.textContent = messageOf(error)));

  function changed(notebook: Notebook, how: Change): void {
    const names = notebook.cells.map(({name}) => name);
    for (const name of [...frames.keys()]) if (!names.includes(name)) remove(name);
    const elements = notebook.cells.map((cell) => frameOf(cell).element);
    if (elements.some((element, i) => column.children[i] !== element)) column.replaceChildren(...elements);
    for (const {link} of frames.values()) link();
    address.changed(notebook, how);
    bar.show(notebook);
  }
  function remove(name: string): void {
    frames.get(name)?.element.remove();
    frames.delete(name);
    states.delete(name);
  }
  function frameOf(cell: Cell): Frame {
    const known = frames.get(cell.name);
    if (known?.element.dataset.kind === cell.kind) {
      known.view.change(cell);
      return known;
    }
    const frame = cellFrame(cell, viewOf(cell), {session, adders: addRow(session, cell.name)});
    frames.set(cell.name, frame);
    return frame;
  }
  function viewOf(cell: Cell): CellView {
    if (cell.kind === "sql") return sqlCell(cell, session, addFilter);
    if (cell.kind === "chart") return chartCell(cell, session);
    return cell.kind === "text" ? textCell(cell, session) : inputCell(cell, session);
  }
  function addFilter(name: string, condition: string): void {
    addQuery(`FROM ${name}\nWHERE ${condition}`, `${name}_part`, name);
  }
  function addQuery(query: string, stem: string, behind: string | undefined): void {
    const name = freeName(session.notebook(), stem, session.model);
    session.change(withCell(session.notebook(), {kind: "sql", name, query}, behind), "step");
  }
  function insert(name: string): void {
    const views = [...frames.values()].map(({view}) => view);
    const focused = views.find(({element}) => element === lastFocused?.closest(".notebook-body")?.firstElementChild);
    (focused ?? views.find(({insert}) => insert))?.insert?.(name);
  }
  async function preview(first: FirstResult | undefined): Promise<void> {
    if (first) await Promise.all([...frames.values()].map((frame) => frame.preview(first)));
  }
  function run(name: string): void {
    const submit = frames.get(name)?.view.submit;
    if (submit) submit();
    else session.run(name);
  }
  let lastFocused: Element | undefined;
  column.addEventListener("focusin", ({target}) => (lastFocused = target instanceof Element ? target : undefined));

  const {notebook, fault} = first();
  faultNote.textContent = fault;
  session.change(notebook, "opened");
  if (notebook === examples[0]!.notebook) await preview(await firstResult());
  const element = html`<div class="notebook">
    ${bar.element}${notice}${faultNote}
    <div class="sql-page">
      <div class="sql-main">${addRow(session, undefined)}${column}</div>
      <div class="sql-side">
        ${keptList(address)} ${own.element} ${made.element}
        ${historyList((query) => addQuery(query, "query", session.notebook().cells.at(-1)?.name))}
        ${schemaList(tables, insert, session)}
      </div>
    </div>
  </div>`;
  own.accept(element, dropped);
  followKeys(element, {session, address, run});
  return element;
}

/** In bytes: a larger file is a table. */
const LARGEST_NOTEBOOK = 5e6;

/** The notebook that the address asks for, the first example where it asks for none or can't be read. */
function first(): {notebook: Notebook; fault: string} {
  try {
    const id = new URLSearchParams(location.search).get("example");
    const asked = notebookIn(location.hash) ?? examples.find((one) => one.id === id)?.notebook;
    const fault = (asked ?? id === null) ? "" : `No example is called “${id}”: choose one above, or read the first.`;
    return {notebook: asked ?? examples[0]!.notebook, fault};
  } catch (error) {
    const fault = `${messageOf(error)}. Ask for the link again; it stays in the address until you change the notebook.`;
    return {notebook: examples[0]!.notebook, fault};
  }
}

function summaryOf(states: ReadonlyMap<string, CellState>, {cells}: Notebook): string {
  const all = [...states].filter(([name]) => cells.some((cell) => cell.name === name));
  const [failed, cancelled] = (["failed", "cancelled"] as const).map((sought) =>
    all.filter(([, {status}]) => status === sought).map(([name]) => name)
  ) as [string[], string[]];
  const running = all.find(([, {status}]) => status === "running")?.[0];
  if (running !== undefined) return `Running ${running}…`;
  if (failed.length > 0) return `Failed: ${failed.join(", ")}`;
  if (cancelled.length > 0) return `Cancelled: ${cancelled.join(", ")}`;
  const ms = all.reduce((sum, [, state]) => sum + (state.status === "done" ? state.ms : 0), 0);
  return `${all.length} cells, ${Math.round(ms)} ms`;
}
