import type {PublishedModel} from "../../lib/library/published-model.js";
import {find} from "../../lib/sheet/address.js";
import {InputError, unknown} from "../../lib/sheet/error.js";
import {columnsOf} from "../../lib/sheet/model.js";
import {keysOf, type Run} from "../../lib/sheet/run.js";
import {openSession} from "../live/model-session.js";
import {arranged, layoutOf, type SheetLayout} from "../sheet/layout.js";
import {Lever} from "../sheet/lever.js";
import {Sheet, type SheetHost} from "../sheet/sheet.js";
import {redo, replace, undo} from "../sheet/state.js";
import {createStore, type Store} from "../sheet/store.js";
import {monthIn} from "./month.js";
import {notebookScenario, ownScenario, sheetRun, type SheetRun} from "./sheet-run.js";
import type {NotebookScenario, SheetElement as PublicElement, SheetOptions} from "./observable.js";

/** A sheet as notebooks see it, whose runs include the model behind them. */
export interface SheetElement extends PublicElement {
  readonly value: SheetRun;
}

/**
 * A spreadsheet of a model as an element, for a notebook's `view(sheet({tables: ["cluster"]}))` or any page. It fires
 * `cell` with the address when the active cell changes. Sheets on a page are independent. Throws an `InputError` for an
 * unknown scenario, table, column, row, cell or month.
 */
export function sheetOf(published: PublishedModel, options: SheetOptions = {}): SheetElement {
  const session = openSession(published);
  // A notebook may hold on to any run, so runs do not pass on their memory.
  const store = createStore({...session, edit: session.run}, ownScenario(options.scenario ?? {}));
  const {run, problems} = store.current;
  for (const problem of problems.values()) throw new InputError(problem);
  const {tables, layout} = arrangement(run, options.tables ?? ["cluster"]);
  const month = monthIn(run, options.month ?? "last", "sheet");
  const {rows = {}, readOnly = false, bar = true} = options;
  checkRows(run, rows);
  const shown = shownAtFirst(run, layout, options.show ?? "values");
  const {element, view} = sheetIn(store, published, {month: () => month, tables, layout: shown, rows, readOnly});
  const levers = (options.levers ?? []).map((cell) => leverOf(cell, store, view));
  if (levers.length > 0) element.prepend(leversElement(levers, store));
  if (readOnly) for (const lever of levers) lever.lock();
  element.classList.add("tf-notebook");
  element.classList.toggle("tf-read-only", readOnly);
  element.classList.toggle("tf-no-bar", !bar);
  element.style.height = `${options.height ?? heightOf(run, tables, rows, levers.length) - (bar ? 0 : BAR)}px`;
  view.tabs.element.hidden = tables.length === 1;
  if (!readOnly) element.addEventListener("keydown", (event) => step(event, store));
  return element;
}

/** What a page provides to the sheet that it contains. */
export interface SheetPlace extends Omit<SheetHost, "moved"> {
  moved?: SheetHost["moved"];
  /** Content between the grid and the tabs. */
  dock?: HTMLElement;
}

/** A sheet and its element, with the parts in this order: formula bar, table bar, grid, dock, tabs. */
export interface HeldSheet {
  element: SheetElement;
  view: Sheet;
}

/** The element of a store's sheet, on a page with other content. */
export function sheetIn(store: Store, published: PublishedModel, place: SheetPlace): HeldSheet {
  const element = document.createElement("div");
  const view = new Sheet(store, {
    ...place,
    moved: (cell, month) => {
      place.moved?.(cell, month);
      element.dispatchEvent(new CustomEvent("cell", {detail: {address: cell.id, month}}));
    }
  });
  const {bar, tableBar, grid, tabs, status} = view;
  element.className = "tf-root";
  const formula = part("tf-formula", bar.element);
  formula.tabIndex = -1;
  element.append(
    formula,
    tableBar.element,
    grid.element,
    ...(place.dock ? [place.dock] : []),
    part("tf-bottom", tabs.element, status)
  );
  element.addEventListener("input", (event) => event.target !== element && event.stopImmediatePropagation());
  let announced = store.current;
  store.listen((computed) => {
    if (computed !== announced) element.dispatchEvent(new Event("input", {bubbles: true}));
    announced = computed;
  });
  const made: HTMLElement = Object.defineProperties(element, {
    undo: {value: () => store.change(undo)},
    redo: {value: () => store.change(redo)},
    value: {get: () => sheetRun(store, published)},
    own: {get: () => notebookScenario(store.current.state.own)},
    edit: {
      value: (scenario: NotebookScenario) => store.change((state) => replace(state, ownScenario(scenario, state.own)))
    }
  });
  return {element: made as SheetElement, view};
}

function part(name: string, ...parts: readonly HTMLElement[]): HTMLElement {
  const element = document.createElement("div");
  element.className = name;
  element.append(...parts);
  return element;
}

/** Throws an `InputError` for a cell that is not an input. */
function leverOf(cell: string, store: Store, view: Sheet): Lever {
  const {run} = store.current;
  const place = find(run, cell);
  if (!place) throw new InputError(`sheet: levers: unknown cell "${cell}"`);
  if (place.column.definition.kind !== "input")
    throw new InputError(`sheet: levers: ${cell}: not an input\n  only inputs have sliders`);
  return new Lever(cell, store, (address) => {
    if (view.host.tables.includes(place.column.table.name)) view.go(address);
  });
}

function leversElement(levers: readonly Lever[], store: Store): HTMLElement {
  const element = document.createElement("div");
  element.className = "tf-levers";
  element.append(...levers.map((lever) => lever.element));
  store.listen((computed) => {
    for (const lever of levers) lever.show(computed);
  });
  return element;
}

/** The tables and their columns. Throws an `InputError` with a suggestion. */
function arrangement(run: Run, asked: NonNullable<SheetOptions["tables"]>): {tables: string[]; layout: SheetLayout} {
  const wanted = Array.isArray(asked) ? asked.map((name: string) => [name, true] as const) : Object.entries(asked);
  const tables = wanted.map(([name]) => name);
  const known = run.model.tables.map(({name}) => name);
  const [first = unknown("sheet", "table", "", known)] = tables;
  let layout: SheetLayout = {table: first, mode: "values", tables: {}};
  for (const [table, columns] of wanted) {
    if (!known.includes(table)) unknown("sheet: tables", "table", table, known);
    if (columns === true) continue;
    for (const column of columns as readonly string[])
      if (!run.model.columns.has(`${table}.${column}`))
        unknown(
          `sheet: tables.${table}`,
          "column",
          column,
          Object.keys(run.model.tables.find(({name}) => name === table)!.columns)
        );
    layout = arranged(layout, table, {set: "custom", columns: columns as readonly string[]});
  }
  return {tables, layout};
}

/** Height for up to twelve rows of the longest table, below the levers. */
function heightOf(
  run: Run,
  tables: readonly string[],
  rows: NonNullable<SheetOptions["rows"]>,
  levers: number
): number {
  const single = (table: string): boolean => run.model.tables.find(({name}) => name === table)!.single;
  const count = (table: string): number => rows[table]?.length ?? keysOf(run, table).length;
  const longest = Math.max(...tables.map((table) => (single(table) ? MOST_ROWS : count(table))));
  return FRAME + Math.min(MOST_ROWS, longest) * ROW + Math.ceil(levers / LEVERS_ABREAST) * LEVER;
}

/** Throws an `InputError` for an unknown table or row. */
function checkRows(run: Run, rows: NonNullable<SheetOptions["rows"]>): void {
  for (const [table, keys] of Object.entries(rows)) {
    const known = run.model.tables.map(({name}) => name);
    if (!known.includes(table)) unknown("sheet: rows", "table", table, known);
    for (const key of keys)
      if (!keysOf(run, table).includes(key)) unknown(`sheet: rows.${table}`, "row", key, keysOf(run, table));
  }
}

/** The initial layout: values, changes, or months across, which needs columns that change over time. */
function shownAtFirst(run: Run, layout: SheetLayout, mode: SheetLayout["mode"]): SheetLayout {
  if (mode !== "months") return {...layout, mode};
  const {columns, set} = layoutOf(layout, layout.table);
  const moving = columnsOf(run.model, layout.table).filter(({dynamic, holds}) => dynamic && holds === "number");
  const months = moving.map(({name}) => name).filter((name) => set !== "custom" || columns.includes(name));
  if (months.length === 0)
    throw new InputError(`sheet: show: no column of ${layout.table} that is shown changes by month`);
  return {...arranged(layout, layout.table, {months}), mode};
}

const MOST_ROWS = 12;
const ROW = 28;

/** Total height of the bars above and below the rows. */
const FRAME = 220;

/** Height of the formula bar within it. */
const BAR = 60;

/** Height of a lever, and how many stand side by side. */
const [LEVER, LEVERS_ABREAST] = [84, 3];

function step(event: KeyboardEvent, store: Store): void {
  const {key, ctrlKey, metaKey, shiftKey, target} = event;
  if (!(ctrlKey || metaKey) || target instanceof HTMLInputElement) return;
  const lower = key.toLowerCase();
  const way = lower === "y" || (lower === "z" && shiftKey) ? redo : lower === "z" ? undo : undefined;
  if (!way) return;
  store.change(way);
  event.preventDefault();
}
