import {addressOf, rowOf, type RowAddress} from "../../lib/sheet/address.js";
import type {ModelColumn} from "../../lib/sheet/model.js";
import type {Setting} from "../live/custom-scenario.js";
import type {SheetCell} from "./cells.js";
import {openAddMenu, openCellMenu} from "./cell-menu.js";
import {openColumnMenu} from "./column-menu.js";
import {Editing, type ActiveCell, type EditedSheet} from "./editing.js";
import {Entry} from "./entry/entry.js";
import {factsOf} from "./facts.js";
import {find} from "./find.js";
import {withRangeOfBefore} from "./keep-range.js";
import {addressProblem, FormulaBar, type Fact} from "./formula-bar.js";
import {Grid} from "./grid/grid.js";
import type {Command} from "./grid/handlers.js";
import {arranged, layoutOf, viewOf, type SheetLayout, type TableLayout} from "./layout.js";
import {sparkline} from "./paths.js";
import {placesIn} from "./selection.js";
import {baselineOf, seriesOf} from "./series.js";
import {edit} from "./state.js";
import type {Store} from "./store.js";
import {TableBar} from "./table-bar.js";
import {tableColor} from "./table-groups.js";
import {TableTabs} from "./tabs.js";
import {tableGrid, unitOf, words, type GridModel} from "./view.js";

/** What a sheet needs of the page around it. */
export interface SheetHost {
  /** The month shown. */
  month: () => number;
  /** The tables, in the order of their tabs. */
  tables: readonly string[];
  layout: SheetLayout;
  /** By table, the keys of the rows to show. */
  rows?: Readonly<Record<string, readonly string[]>>;
  /** Whether readers may only look at and copy cells. */
  readOnly?: boolean;
  /** Called when the active cell changes. */
  moved: (cell: SheetCell, month: number) => void;
  /** Called at every change of the layout. */
  arranged?: (layout: SheetLayout) => void;
  /** Called when a reference is followed from its cell to the row that it names. */
  followed?: (from: string, to: string) => void;
  /** Shows the source and formula of a cell. */
  explain?: (cell: string, month: number) => void;
  /** Pins a cell's path. */
  pin?: (cell: string) => void;
  /** Opens the form for a new column. */
  addColumn?: (table: string) => void;
  /** Opens the form for a new row, initially a copy of another. */
  addRow?: (table: string, like: string) => void;
  /** Deletes a row, or first asks what happens to references to it. */
  deleteRow?: (table: string, key: string) => void;
  /** Opens the note on a cell. */
  note?: (cell: string) => void;
}

/** A sheet: formula bar, grid and tabs over the tables of a store. */
export class Sheet implements EditedSheet {
  readonly bar: FormulaBar;
  readonly tableBar: TableBar;
  readonly grid: Grid;
  readonly tabs: TableTabs;
  readonly status = document.createElement("p");
  private readonly entry = new Entry();
  private readonly editing = new Editing(this, this.entry);
  private layout: SheetLayout;
  private references: ReadonlyMap<string, number> = new Map();

  constructor(
    readonly store: Store,
    readonly host: SheetHost
  ) {
    this.layout = host.layout;
    this.bar = new FormulaBar(
      this.entry.bar,
      () => store.current,
      (address) => this.go(address),
      () => this.explain()
    );
    this.grid = new Grid({
      moved: () => this.moved(),
      edit: (text) => this.editing.begin({text, in: "cell"}),
      change: (changes) => this.change(changes),
      whole: () => this.wholeTable(),
      tell: (message) => this.bar.say([{text: message, kind: "notice"}]),
      point: (place) => this.editing.point(place),
      menu: (column, anchor) => this.openMenu(column, anchor),
      rowMenu: (place, anchor) => openCellMenu(this, place, anchor),
      command: (name) => this.command(name),
      resized: (id, width) => this.resized(id, width)
    });
    this.tableBar = new TableBar({
      mode: (mode) => this.setMode(mode),
      columns: (set) => this.arrange({set}),
      find: (text, by) => find(this.grid, text, by),
      leaveFind: () => this.grid.focus(),
      ...((host.addRow ?? host.addColumn) && {add: (anchor: HTMLElement) => openAddMenu(this, anchor)})
    });
    this.tabs = new TableTabs(host.tables, (table) => this.open(table));
    this.status.className = "tf-status";
    this.entry.bar.input.readOnly = this.readOnly;
    this.entry.bar.input.addEventListener("focus", () => !this.entry.isOpen && this.editing.begin({in: "bar"}));
    store.listen(() => this.refresh());
  }

  /** The open table. */
  get table(): string {
    return this.layout.table;
  }

  /** Redraws everything, after an edit or for another month. */
  refresh(): void {
    const {store, layout} = this;
    const {set, filters} = layoutOf(layout, layout.table);
    const table = store.current.run.model.tables.find(({name}) => name === layout.table)!;
    this.tableBar.show(words(layout.table), table.doc, tableColor(layout.table), layout.mode, set);
    this.tabs.show(layout.table);
    const model = this.showGrid();
    this.tell();
    this.count(
      model,
      Object.values(filters).some((text) => text !== "")
    );
  }

  /** Draws the cells in the reader's view. */
  private showGrid(): GridModel {
    const {layout} = this;
    const model = this.modelShown();
    const {sort, filters, widths} = layoutOf(layout, layout.table);
    this.grid.show(model, {
      show: layout.mode === "change" ? "change" : "values",
      widths,
      references: this.references,
      readOnly: this.readOnly,
      stateOf: (column) => {
        const name = model.columns[column]!.id.replace(/^\w+\./, "");
        const sorted = sort?.column === name ? (sort.down ? "descending" : "ascending") : undefined;
        return {sorted, filtered: (filters[name] ?? "") !== ""};
      },
      ...(layout.mode === "months" && {
        adorn: (row: number, heading: HTMLElement) => this.drawPath(model, row, heading)
      })
    });
    return model;
  }

  private modelShown(): GridModel {
    const {store, layout, host} = this;
    const rows = host.rows?.[layout.table];
    return tableGrid(store.current, {...viewOf(store.current, layout, host.month()), ...(rows && {rows})});
  }

  private wholeTable(): GridModel {
    const {store, host} = this;
    const rows = host.rows?.[this.table];
    const all = {table: this.table, month: host.month(), columns: [], filters: {}, months: [], ...(rows && {rows})};
    return tableGrid(store.current, all);
  }

  /** Goes to an address, a table or a column; returns the problem, if there is one. */
  go(address: string): string | undefined {
    const problem = addressProblem(this.store.current, address);
    if (problem !== undefined) return problem;
    const row = rowOf(address);
    if (row) return this.goToRow(row);
    const {table, key, column} = addressOf(address);
    this.open(table === "" ? address : table);
    if (column === "") return this.finish();
    this.reveal(column);
    const model = this.grid.shown!;
    const list = this.column(column)?.table.single === true;
    const down = list
      ? model.rows.findIndex(({id}) => id === `${table}.${column}`)
      : model.rows.findIndex(({id}) => id === key);
    const at = list ? 0 : model.columns.findIndex(({id}) => id === `${table}.${column}`);
    const active = {row: Math.max(0, down), column: Math.max(0, at)};
    this.grid.select({active, anchor: active});
    return undefined;
  }

  /** Opens a table. */
  open(table: string): void {
    if (table === this.layout.table && this.layout.mode !== "months") return;
    this.entry.cancel(false);
    this.layout = {...this.layout, table, mode: this.layout.mode === "months" ? "values" : this.layout.mode};
    this.host.arranged?.(this.layout);
    this.grid.home();
    this.refresh();
  }

  /** Opens the next or previous table. */
  step(by: 1 | -1): void {
    const {names} = this.tabs;
    const at = names.indexOf(this.table) + by;
    this.open(names[(at + names.length) % names.length]!);
    this.grid.focus();
  }

  /** The active cell, and the month shown. */
  get active(): ActiveCell | undefined {
    const {grid} = this;
    if (grid.isEmpty) return undefined;
    const {row, column} = grid.selection.active;
    return {cell: grid.cell({row, column}), ...grid.shown!.placeOf(row, column)};
  }

  /** Goes to the next cell with an entry that was not applied; returns whether there is one. */
  nextProblem(by: 1 | -1): boolean {
    const cells = [...this.store.current.problems.keys()].filter((cell) => addressOf(cell).table !== "");
    if (cells.length === 0) return false;
    const at = cells.indexOf(this.active?.cell.id ?? "");
    return this.go(cells[(at + by + cells.length) % cells.length]!) === undefined;
  }

  private finish(): undefined {
    this.grid.focus();
  }

  private column(name: string): ModelColumn | undefined {
    return this.store.current.run.model.columns.get(`${this.table}.${name}`);
  }

  /** Shows a hidden column, and clears its table's filters. */
  private reveal(name: string): void {
    const shown = viewOf(this.store.current, this.layout, 0).columns;
    const {filters} = layoutOf(this.layout, this.table);
    if (!shown.includes(name)) this.arrange({set: "custom", columns: [...shown, name], filters: {}});
    else if (Object.keys(filters).length > 0) this.arrange({filters: {}});
  }

  private arrange(change: Partial<TableLayout>): void {
    this.layout = arranged(this.layout, this.table, change);
    this.host.arranged?.(this.layout);
    this.refresh();
  }

  private resized(id: string, width: number | undefined): void {
    const {[id]: _, ...others} = layoutOf(this.layout, this.table).widths;
    this.layout = arranged(this.layout, this.table, {widths: width === undefined ? others : {...others, [id]: width}});
    this.host.arranged?.(this.layout);
  }

  /** Shows values, changes, or the months of the selected columns. */
  setMode(mode: SheetLayout["mode"]): void {
    const {active, grid} = this;
    const chosen = new Set(
      placesIn(grid.selection).map(({row, column}) => grid.shown!.placeOf(row, column).column.name)
    );
    this.layout = {...this.layout, mode};
    if (mode === "months" && active) this.arrange({months: [...chosen]});
    else this.arrange({});
  }

  get readOnly(): boolean {
    return this.host.readOnly === true;
  }

  /** Changes the scenario in a single step. */
  change(changes: readonly Setting[]): void {
    if (changes.length > 0 && !this.readOnly) this.store.change((state) => edit(state, changes));
  }

  private moved(): void {
    const {active} = this;
    if (active) this.host.moved(active.cell, active.month);
    this.tell();
  }

  /** Shows the active cell and the size of the selection in the bar. */
  private tell(): void {
    const {active, entry, store, bar} = this;
    if (entry.isOpen) return;
    if (!active) return bar.show({address: this.table, unit: "", facts: [{text: "Nothing to show."}]});
    const {cell, column} = active;
    const text = cell.typed || cell.source !== "" ? cell.source : "";
    entry.show(text, this.nameOf(active));
    const revert = (): void =>
      this.change([
        {cell: cell.id, value: ""},
        {cell: column.id, value: ""}
      ]);
    const keep = this.readOnly ? undefined : (value: string): void => this.change([{cell: cell.id, value}]);
    bar.show({
      address: cell.id,
      unit: unitOf(column),
      facts: [...this.selectionFacts(), ...factsOf(store, active, {revert, keep})]
    });
  }

  private selectionFacts(): Fact[] {
    const places = placesIn(this.grid.selection);
    if (places.length === 1) return [];
    const numbers = places.map((place) => Number(this.grid.cell(place).copied || NaN)).filter(Number.isFinite);
    const sum = numbers.reduce((total, value) => total + value, 0);
    const mean =
      numbers.length === 0 ? "" : `, sum ${sum.toPrecision(6)}, mean ${(sum / numbers.length).toPrecision(6)}`;
    return [{text: `${places.length} cells${mean}`}];
  }

  private count(model: GridModel, filtered: boolean): void {
    const {columns} = this.store.current.run.model;
    const all = [...columns.values()].filter(({table}) => table.name === this.table).length;
    const shown = model.columns.length === 1 ? model.rows.length : model.columns.length;
    const table = `${words(this.table)}: ${model.corner.unit}`;
    this.status.textContent = `${table}, ${shown} of ${all} columns shown${filtered ? ", filtered" : ""}`;
  }

  /** A cell's name for screen readers: row, column and unit. */
  nameOf({cell, column}: ActiveCell): string {
    const {key} = addressOf(cell.id);
    return [key, words(column.name), unitOf(column)].filter((part) => part !== undefined).join(", ");
  }

  mark(references: ReadonlyMap<string, number>): void {
    if (references.size === 0 && this.references.size === 0) return;
    this.references = references;
    this.showGrid();
  }

  clearMarks(): void {
    const marked = this.references.size > 0;
    this.references = new Map();
    if (marked) this.refresh();
    else this.tell();
  }

  private explain(): true {
    const {active} = this;
    if (active) this.host.explain?.(active.cell.id, active.month);
    return true;
  }

  private command(name: Command): boolean {
    const {active} = this;
    if (!active) return false;
    const {cell, column} = active;
    switch (name) {
      case "explain":
        return this.explain();
      case "pin":
        this.host.pin?.(cell.id);
        return true;
      case "note":
        this.host.note?.(cell.id);
        return true;
      case "row-menu":
        openCellMenu(this, this.grid.selection.active, this.grid.elementOf(this.grid.selection.active)!);
        return true;
      case "find":
        return !this.tableBar.openFind();
      case "keep-range":
        return this.keepRange(active);
      case "list":
        this.editing.begin({in: "cell"});
        return true;
      case "follow":
        return column.target !== undefined && this.follow(column, cell);
      case "clear-column":
        this.change([{cell: column.id, value: ""}]);
        return true;
      case "sort":
        this.sort(column.name, layoutOf(this.layout, this.table).sort?.down === false);
        return true;
      case "column-formula":
        this.editing.begin({in: "cell"}, true);
        return true;
      case "menu":
        this.openMenu(this.grid.selection.active.column, this.grid.headOf(this.grid.selection.active.column)!);
        return true;
    }
  }

  private keepRange(active: ActiveCell): boolean {
    const ranged = withRangeOfBefore(this.store.current, active);
    if (ranged) this.change([{cell: active.cell.id, value: ranged.value}]);
    return ranged !== undefined;
  }

  private follow({target}: ModelColumn, {id, copied}: SheetCell): boolean {
    this.goToRow({table: target!.name, key: copied});
    if (this.active) this.host.followed?.(id, this.active.cell.id);
    return true;
  }

  private goToRow({table, key}: RowAddress): undefined {
    this.open(table);
    this.arrange({filters: {}});
    const row = this.grid.shown!.rows.findIndex(({id}) => id === key);
    const active = {row: Math.max(0, row), column: 0};
    this.grid.select({active, anchor: active});
  }

  private sort(column: string, down: boolean | undefined): void {
    this.arrange({sort: down === undefined ? undefined : {column, down}});
  }

  private openMenu(at: number, anchor: HTMLElement): void {
    const {layout, grid} = this;
    const {column} = grid.shown!.placeOf(0, at);
    const {name, id} = column;
    const {filters} = layoutOf(layout, layout.table);
    const {row} = grid.selection.active;
    grid.select({active: {row, column: at}, anchor: {row, column: at}}, false);
    const typed = grid.cell({row, column: at}).typed;
    openColumnMenu(anchor, words(name), filters[name] ?? "", {
      sort: (down) => this.sort(name, down),
      filter: (text) => this.arrange({filters: {...filters, [name]: text}}),
      hide: () => this.hide(id),
      months: () => this.setMode("months"),
      formula: typed ? undefined : () => this.editing.begin({in: "cell"}, true)
    });
  }

  private hide(id: string): void {
    const {columns} = viewOf(this.store.current, this.layout, 0);
    this.arrange({set: "custom", columns: columns.filter((name) => `${this.table}.${name}` !== id)});
  }

  private drawPath(model: GridModel, row: number, heading: HTMLElement): void {
    const {column, row: at} = model.placeOf(row, 0);
    if (column.holds !== "number" || !column.dynamic) return;
    heading.append(sparkline(seriesOf(this.store.current.run, column, at), baselineOf(this.store.current, column, at)));
  }
}
