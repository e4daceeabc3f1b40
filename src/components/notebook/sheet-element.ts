import {published} from "../../lib/library/package/index.js";
import {InputError, unknown} from "../../lib/sheet/error.js";
import {dateOf, monthsOf} from "../../lib/sheet/inputs.js";
import {keysOf, type Run} from "../../lib/sheet/run.js";
import {openSession} from "../live/model-session.js";
import {arranged, type SheetLayout} from "../sheet/layout.js";
import {Sheet} from "../sheet/sheet.js";
import {redo, replace, undo} from "../sheet/state.js";
import {createStore, type Store} from "../sheet/store.js";
import {ownScenario, sheetRun, type NotebookScenario, type SheetRun} from "./sheet-run.js";
import {adoptStyles} from "./styles.js";

/** What a sheet in a notebook shows. */
export interface SheetOptions {
  /** The scenario that it begins with; the reference, if none is named. */
  scenario?: NotebookScenario;
  /** The tables in the order of their tabs: names, or the columns of each, `true` for the main ones. */
  tables?: readonly string[] | Readonly<Record<string, true | readonly string[]>>;
  /** The month whose values are shown: `first`, `last`, or `2028-06`. */
  month?: string;
  /** In pixels; as high as twelve rows need, if nothing is said. */
  height?: number;
}

/** An input in Observable's sense: `value` is a run, and `input` is fired after each edit that is taken. */
export interface SheetElement extends HTMLElement {
  readonly value: SheetRun;
  /** Changes the scenario in one step, as if it had been typed. */
  edit: (scenario: NotebookScenario) => void;
  undo: () => void;
  redo: () => void;
}

/**
 * A spreadsheet of the model as an element, for a notebook's `view(sheet({tables: ["cluster"]}))` or any page. It fires
 * `cell` with the address where the active cell is another. Sheets of a page know nothing of each other. Throws an
 * `InputError` for an unknown scenario, table, column or month.
 */
export function sheet(options: SheetOptions = {}): SheetElement {
  adoptStyles(document);
  const session = openSession(published());
  // A notebook may hold on to any run: none gives its memory to a later one.
  const store = createStore({...session, edit: session.run}, ownScenario(options.scenario ?? {}));
  const {problems} = store.current;
  for (const problem of problems.values()) throw new InputError(problem);
  return assemble(store, options);
}

function assemble(store: Store, options: SheetOptions): SheetElement {
  const element = document.createElement("div");
  const {run} = store.current;
  const {tables, layout} = arrangement(run, options.tables ?? ["cluster"]);
  const month = monthOf(run, options.month ?? "last");
  const view = new Sheet(store, {
    month: () => month,
    tables,
    layout,
    moved: ({id}) => element.dispatchEvent(new CustomEvent("cell", {detail: {address: id, month}}))
  });
  element.className = "tf-root tf-notebook";
  element.style.height = `${options.height ?? heightOf(run, tables)}px`;
  element.append(view.bar.element, view.tableBar.element, view.grid.element, view.tabs.element, view.status);
  view.tabs.element.hidden = tables.length === 1;
  element.addEventListener("keydown", (event) => step(event, store));
  let told = store.current;
  store.listen((computed) => {
    if (computed !== told) element.dispatchEvent(new Event("input", {bubbles: true}));
    told = computed;
  });
  const made: HTMLElement = Object.defineProperties(element, {
    undo: {value: () => store.change(undo)},
    redo: {value: () => store.change(redo)},
    value: {get: () => sheetRun(store, published())},
    edit: {
      value: (scenario: NotebookScenario) => store.change((state) => replace(state, ownScenario(scenario, state.own)))
    }
  });
  return made as SheetElement;
}

/** The tables and their columns. Throws an `InputError` with the near miss. */
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

function monthOf({start, months}: Run, asked: string): number {
  if (asked === "first") return 0;
  if (asked === "last") return months - 1;
  const month = monthsOf(asked) - monthsOf(start);
  if (month >= 0 && month < months) return month;
  const last = dateOf(monthsOf(start) + months - 1);
  throw new InputError(`sheet: month: "${asked}" is outside the run\n  use first, last, or ${start} to ${last}`);
}

/** Room for up to twelve rows of the longest table. */
function heightOf(run: Run, tables: readonly string[]): number {
  const single = (table: string): boolean => run.model.tables.find(({name}) => name === table)!.single;
  const longest = Math.max(...tables.map((table) => (single(table) ? MOST_ROWS : keysOf(run, table).length)));
  return FRAME + Math.min(MOST_ROWS, longest) * ROW;
}

const MOST_ROWS = 12;
const ROW = 28;

/** The bars above and below the rows. */
const FRAME = 220;

function step(event: KeyboardEvent, store: Store): void {
  const {key, ctrlKey, metaKey, shiftKey, target} = event;
  if (!(ctrlKey || metaKey) || target instanceof HTMLInputElement) return;
  const lower = key.toLowerCase();
  const way = lower === "y" || (lower === "z" && shiftKey) ? redo : lower === "z" ? undo : undefined;
  if (!way) return;
  store.change(way);
  event.preventDefault();
}
