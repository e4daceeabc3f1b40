import type {Setting} from "../../live/custom-scenario.js";
import type {SheetCell} from "../cells.js";
import {contains, extent, inside, moved, type Place, type Selection, type Size} from "../selection.js";
import type {GridModel} from "../view.js";
import {GridBody, indicesOf} from "./body.js";
import type {CellElement, Marks} from "./cell-element.js";
import {copyCells, fillCells} from "./clipboard.js";
import {Paster} from "./paster.js";
import {Geometry} from "./geometry.js";
import {GridHead, type HeadState} from "./head.js";
import type {GridHandlers, GridLook} from "./handlers.js";
import {GridKeys} from "./keys.js";
import {GridPointer} from "./pointer.js";
import {Scales} from "./scales.js";
import {HEAD, Viewport} from "./viewport.js";
import {fittedWidth, headingWidth, neededWidth} from "./widths.js";

/** Cells drawn beyond the window. */
const MORE = {rows: 4, columns: 1};
/** After this many ms without scrolling, elements are put into screen order. */
const STILL = 150;

/**
 * A table with the roles and keys of the ARIA grid pattern, of which only the visible part is drawn: arrows move, Shift
 * selects, Enter, F2 or typing edits, Delete reverts; copying and pasting work as in spreadsheet programs.
 */
export class Grid {
  readonly element = document.createElement("div");
  /** The layer above the cells: the entry's field, the selection's frame. */
  readonly overlay = document.createElement("div");
  private readonly sheet = document.createElement("div");
  private readonly frame = document.createElement("div");
  private readonly body = new GridBody();
  private readonly head: GridHead;
  private model: GridModel | undefined;
  private look: GridLook = {show: "values", widths: {}, stateOf: () => ({filtered: false}), references: new Map()};
  private geometry = new Geometry([], 0, 28);
  private heading = 100;
  private selected: Selection = {active: {row: 0, column: 0}, anchor: {row: 0, column: 0}};
  private scales: Scales | undefined;
  private still: ReturnType<typeof setTimeout> | undefined;
  private readonly view = new Viewport(this.element);
  private readonly measured = new Map<string, number>();
  private readonly tight = new Map<string, number>();

  readonly paster: Paster;

  constructor(readonly handlers: GridHandlers) {
    this.paster = new Paster(handlers);
    this.head = new GridHead({
      menu: handlers.menu,
      resize: (column, width) => this.resize(column, Math.max(48, width)),
      fit: (column) => this.resize(column, undefined)
    });
    this.element.className = "tf-grid";
    this.sheet.className = "tf-sheet";
    this.sheet.setAttribute("role", "grid");
    this.sheet.setAttribute("aria-multiselectable", "true");
    this.sheet.append(this.head.element, this.body.element);
    this.overlay.className = "tf-overlay";
    this.frame.className = "tf-frame";
    this.frame.append(Object.assign(document.createElement("i"), {className: "tf-handle"}));
    this.overlay.append(this.frame);
    this.element.append(this.sheet, this.overlay);
    this.element.addEventListener("scroll", () => this.scrolled(), {passive: true});
    new ResizeObserver(() => this.fit()).observe(this.element);
    new GridKeys(this, handlers);
    new GridPointer(this, handlers);
    this.element.addEventListener("copy", (event) => this.copy(event, false));
    this.element.addEventListener("cut", (event) => this.copy(event, true));
    this.element.addEventListener("paste", (event) => this.paste(event));
  }

  /** Shows a model, or updates the one shown. */
  show(model: GridModel, look: GridLook): void {
    const same = this.model !== undefined && haveSameCells(this.model, model) && this.look.widths === look.widths;
    this.model = model;
    this.look = look;
    this.scales = new Scales(model);
    if (this.view.width === 0) this.view.measure();
    if (!same) this.lay();
    this.render(true);
  }

  get selection(): Selection {
    return this.selected;
  }

  get size(): Size {
    const {height, width} = this.view;
    return {
      rows: this.model?.rows.length ?? 0,
      columns: this.model?.columns.length ?? 0,
      page: Math.max(1, Math.floor((height - HEAD) / this.geometry.rowHeight) - 1),
      across: Math.max(1, Math.floor((width - this.heading) / 110)),
      filled: ({row, column}) => this.model!.cellAt(row, column).copied !== ""
    };
  }

  /** The model shown. */
  get shown(): GridModel | undefined {
    return this.model;
  }

  get isEmpty(): boolean {
    const {rows, columns} = this.size;
    return rows === 0 || columns === 0;
  }

  cell({row, column}: Place): SheetCell {
    return this.model!.cellAt(row, column);
  }

  /** The active cell. */
  get active(): SheetCell | undefined {
    return this.isEmpty ? undefined : this.cell(this.selected.active);
  }

  /**
   * Applies a selection by key or pointer; the active cell scrolls into view, and takes the focus unless an entry has
   * it.
   */
  select(next: Selection, focus = true): void {
    if (this.isEmpty) return;
    const size = this.size;
    this.selected = {active: inside(next.active, size), anchor: inside(next.anchor, size)};
    this.view.reveal(this.selected.active, this.geometry, this.heading);
    this.render(false);
    this.body.mark((cell) => this.marksOf(cell));
    if (focus) this.focus();
    this.handlers.moved();
  }

  /** The first cell becomes active when another table is shown. */
  home(): void {
    const first = {row: 0, column: 0};
    this.selected = {active: first, anchor: first};
    this.view.scrollTo({top: 0, left: 0});
  }

  /** Moves the selection for a key; returns whether it was such a key. */
  move(event: KeyboardEvent): boolean {
    const next = moved(this.selected, event, this.size);
    if (next) this.select(next);
    return next !== undefined;
  }

  /** Focuses the active cell. */
  focus(): void {
    const {row, column} = this.selected.active;
    this.body.cellAt(row, column)?.element.focus({preventScroll: true});
  }

  /** Whether a cell has the focus. */
  get hasFocus(): boolean {
    const focused = document.activeElement;
    return focused !== null && this.body.element.contains(focused);
  }

  /** Focuses the heading of the active cell's column. */
  focusHead(column = this.selected.active.column): void {
    this.head.at(column)?.focus({preventScroll: true});
  }

  columnOfHead(target: EventTarget | null): number | undefined {
    return this.head.columnOf(target);
  }

  headOf(column: number): HTMLElement | undefined {
    return this.head.at(column);
  }

  /** The cell at an element. */
  placeOf(target: EventTarget | null): Place | undefined {
    const element = target instanceof Element ? target.closest("[role=gridcell]") : null;
    const cell = element ? this.body.cellOf(element) : undefined;
    return cell && {row: cell.row, column: cell.column};
  }

  /** The row whose heading contains an element. */
  rowOfHeading(target: EventTarget | null): number | undefined {
    const heading = target instanceof Element ? target.closest("[role=rowheader]") : null;
    return heading ? this.body.rowOf(heading) : undefined;
  }

  /** The element of a cell, if visible. */
  elementOf({row, column}: Place): HTMLElement | undefined {
    return this.body.cellAt(row, column)?.element;
  }

  /** Places an element over a cell, within the scrolled area. */
  cover(element: HTMLElement, {row, column}: Place): void {
    element.style.left = `${this.heading + this.geometry.leftOf(column)}px`;
    element.style.top = `${HEAD + this.geometry.topOf(row)}px`;
    // A field as wide as its column or text could extend beyond a narrow window.
    const room = this.view.width - this.heading;
    element.style.minWidth = `${Math.min(this.geometry.widths[column]!, room)}px`;
    element.style.maxWidth = `${room}px`;
    element.style.height = `${this.geometry.rowHeight}px`;
    if (element.parentElement !== this.overlay) this.overlay.append(element);
  }

  /** Copies the first row or column of the selection to the rest. */
  fill(way: "down" | "right"): void {
    this.paster.put(fillCells(this.model!, this.selected, way));
  }

  /** Reverts the selected inputs to the base scenario. */
  clear(): void {
    const {top, bottom, left, right} = extent(this.selected);
    const cleared: Setting[] = [];
    for (let row = top; row <= bottom; ++row)
      for (let column = left; column <= right; ++column) {
        const {id, typed} = this.cell({row, column});
        if (typed) cleared.push({cell: id, value: ""});
      }
    if (cleared.length > 0) this.handlers.change(cleared);
    else this.handlers.command("clear-column");
  }

  /** Copies the selection, as spreadsheet programs do. */
  copySelection(withRanges: boolean): void {
    const data = new DataTransfer();
    copyCells(data, this.model!, this.selected, withRanges);
    void navigator.clipboard.writeText(data.getData("text/plain"));
  }

  resize(column: number, width: number | undefined): void {
    const {id} = this.model!.columns[column]!;
    const widths = Object.fromEntries(Object.entries(this.look.widths).filter(([name]) => name !== id));
    this.look = {...this.look, widths: width === undefined ? widths : {...widths, [id]: width}};
    this.measured.delete(id);
    this.lay();
    this.render(true);
    this.handlers.resized(id, width);
  }

  private copy(event: ClipboardEvent, cut: boolean): void {
    if (!this.hasFocus || !event.clipboardData) return;
    copyCells(event.clipboardData, this.model!, this.selected, false);
    event.preventDefault();
    if (cut) this.clear();
  }

  private paste(event: ClipboardEvent): void {
    if (!this.hasFocus) return;
    event.preventDefault();
    this.paster.paste(event.clipboardData?.getData("text/plain") ?? "", this.model!, this.selected);
  }

  /** Determines the widths of headings and columns. */
  private lay(): void {
    const {rows, columns, corner} = this.model!;
    const rowHeight = matchMedia("(pointer: coarse)").matches ? 40 : 28;
    this.heading = headingWidth(rows, corner, this.view.width);
    const widths = columns.map((heading, column) => this.look.widths[heading.id] ?? this.fitted(heading.id, column));
    this.geometry = new Geometry(widths, rows.length, rowHeight);
    const {element, sheet} = this;
    element.style.setProperty("--tf-heading", `${this.heading}px`);
    element.style.setProperty("--tf-row", `${rowHeight}px`);
    element.style.setProperty("--tf-columns", `${this.geometry.width}px`);
    sheet.style.width = `${this.heading + this.geometry.width}px`;
    this.body.element.style.height = `${this.geometry.height}px`;
    sheet.setAttribute("aria-label", this.model!.label);
    sheet.setAttribute("aria-rowcount", String(rows.length + 1));
    sheet.setAttribute("aria-colcount", String(columns.length + 1));
    this.selected = {
      active: inside(this.selected.active, this.size),
      anchor: inside(this.selected.anchor, this.size)
    };
  }

  /** A column keeps its initial width, so that an edit does not move its neighbours. */
  private fitted(id: string, column: number): number {
    const found = this.measured.get(id) ?? fittedWidth(this.model!, column);
    this.measured.set(id, found);
    return found;
  }

  private fit(): void {
    const first = this.view.width === 0;
    const {active} = this.selected;
    const wasInView = !first && this.view.shows(active, this.geometry);
    this.view.measure();
    if (first && this.model) this.lay();
    // Panels that open below take space; the active cell stays in view.
    if (wasInView) this.view.reveal(active, this.geometry, this.heading);
    this.render(first);
  }

  private scrolled(): void {
    this.view.measure();
    this.render(false);
    clearTimeout(this.still);
    this.still = setTimeout(() => this.body.arrange(), STILL);
  }

  private render(again: boolean): void {
    const {model, geometry, view} = this;
    if (!model) return;
    const {active} = this.selected;
    const rows = geometry.rowsIn(view.top, view.height - HEAD, MORE.rows);
    const columns = geometry.columnsIn(view.left, view.width - this.heading, MORE.columns);
    const shown = indicesOf(columns, active.column, model.columns.length);
    const [title, unit] = this.head.corner.children;
    title!.textContent = model.corner.title;
    unit!.textContent = model.corner.unit;
    this.head.draw(model.columns, geometry, shown, (column) => this.headState(column));
    const source = {
      heading: (row: number) => model.rows[row]!,
      fill: (cell: CellElement) => this.fillCell(cell),
      adorn: this.look.adorn
    };
    this.body.draw(source, geometry, indicesOf(rows, active.row, model.rows.length), shown, again);
    this.drawFrame();
    this.widen();
  }

  /** A column widens to fit an edited value and the former one. */
  private widen(): void {
    if (this.tight.size === 0) return;
    for (const [id, width] of this.tight) this.measured.set(id, width);
    this.tight.clear();
    this.lay();
    this.render(true);
  }

  private headState(column: number): HeadState {
    const {columns} = this.model!;
    const edge = columns[column]!.typed && columns[column + 1]?.typed === false;
    return {...this.look.stateOf(column), active: column === this.selected.active.column, edge};
  }

  private fillCell(element: CellElement): void {
    const {row, column} = element;
    const cell = this.cell({row, column});
    element.fill(cell, this.marksOf({row, column, id: cell.id}), this.scales?.of(column, cell.range));
    const {id} = this.model!.columns[column]!;
    if (cell.state !== "edited" || this.look.widths[id] !== undefined) return;
    const needed = neededWidth(cell);
    if (needed > (this.measured.get(id) ?? 0)) this.tight.set(id, needed);
  }

  private marksOf({row, column, id}: Place & {id: string}): Marks {
    const {active} = this.selected;
    return {
      selected: contains(this.selected, {row, column}),
      active: row === active.row && column === active.column,
      reference: this.look.references.get(id),
      show: this.look.show,
      readOnly: this.look.readOnly === true
    };
  }

  private drawFrame(): void {
    const {frame, geometry, heading} = this;
    const {top, bottom, left, right} = extent(this.selected);
    frame.hidden = this.isEmpty;
    frame.style.left = `${heading + geometry.leftOf(left) - 1}px`;
    frame.style.top = `${HEAD + geometry.topOf(top) - 1}px`;
    frame.style.width = `${geometry.leftOf(right + 1) - geometry.leftOf(left) + 1}px`;
    frame.style.height = `${(bottom - top + 1) * geometry.rowHeight + 1}px`;
  }
}

/** Whether two models have the same cells, so that only their content may differ. */
function haveSameCells(a: GridModel, b: GridModel): boolean {
  const ids = ({label, rows, columns}: GridModel): string =>
    [label, ...rows.map(({id}) => id), "", ...columns.map(({id}) => id)].join("\n");
  return ids(a) === ids(b);
}
