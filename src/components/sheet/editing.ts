import {addressOf, columnOfCell} from "../../lib/sheet/address.js";
import type {ModelColumn} from "../../lib/sheet/model.js";
import {keysOf} from "../../lib/sheet/run.js";
import type {Setting} from "../live/custom-scenario.js";
import type {SheetCell} from "./cells.js";
import {changeOf, effectOf, problemOf} from "./commit.js";
import {confirmFormula} from "./confirm.js";
import type {Beginning, Entry, EntryTarget} from "./entry/entry.js";
import type {Item} from "./entry/list.js";
import {referencesIn} from "./entry/tokens.js";
import type {Fact, FormulaBar} from "./formula-bar.js";
import type {Grid} from "./grid/grid.js";
import {inside, placesIn, type Place} from "./selection.js";
import type {Store} from "./store.js";
import {words} from "./view.js";

/** The active cell, and the month shown. */
export interface ActiveCell {
  cell: SheetCell;
  column: ModelColumn;
  row: number;
  month: number;
}

/** What editing needs of the sheet. */
export interface EditedSheet {
  readonly store: Store;
  readonly bar: FormulaBar;
  readonly grid: Grid;
  readonly table: string;
  readonly readOnly: boolean;
  readonly active: ActiveCell | undefined;
  nameOf: (active: ActiveCell) => string;
  change: (changes: readonly Setting[]) => void;
  /** Marks the cells that a formula reads, each with the number of its colour. */
  mark: (references: ReadonlyMap<string, number>) => void;
  clearMarks: () => void;
}

/** Editing of a sheet's cells: what an entry refers to, what is wrong with it, and what it changes. */
export class Editing {
  private pointer: Place | undefined;

  constructor(
    readonly sheet: EditedSheet,
    readonly entry: Entry
  ) {}

  /** Starts an entry in the active cell or in the bar; `whole` edits the column's formula. */
  begin({text, in: where}: Beginning, whole = false): void {
    const {entry} = this;
    const {active, bar, grid, store} = this.sheet;
    if (!active) return;
    const {cell, column} = active;
    if (this.sheet.readOnly)
      return bar.say([{text: "This sheet is read-only: its cells can't be changed.", kind: "notice"}]);
    if (!cell.typed && text !== undefined && text !== "=")
      return bar.say([
        {text: `${words(column.name)} is computed: begin with = to replace its formula.`, kind: "notice"}
      ]);
    const place = grid.selection.active;
    this.pointer = place;
    const choices = cell.typed && column.target ? this.choicesOf(column) : undefined;
    const target: EntryTarget = {
      label: whole || !cell.typed ? `${column.id}, formula` : this.sheet.nameOf(active),
      text: cell.source || (cell.typed ? "" : "="),
      scope: {
        run: store.current.run,
        table: column.table.name,
        row: active.row,
        month: active.month,
        inputsOnly: cell.typed
      },
      ...(choices && {choices}),
      place: (element) => grid.cover(element, place),
      typed: (typed, hint, wrong = false) => this.typed(active, typed, hint, wrong),
      check: (typed) => this.check(active, typed),
      take: (typed, step, all) => this.take(active, typed, step, all),
      left: (focus) => this.leave(focus),
      pointed: (step) => this.pointed(step, cell.typed)
    };
    entry.begin(target, {text, in: where});
  }

  private choicesOf({target}: ModelColumn): Item[] {
    const {run} = this.sheet.store.current;
    const {name} = target!;
    const named = run.inputs[name]?.columns["name"]?.values;
    return keysOf(run, name).map((label, row) => ({label, detail: String(named?.[row] ?? "")}));
  }

  private typed({cell, column}: ActiveCell, text: string, hint: string, wrong: boolean): void {
    const names = referencesIn(text);
    const own = cell.typed ? column.table.name : undefined;
    const references = new Map(names.map((name, i) => [this.addressIn(name, cell, own), i]));
    this.sheet.bar.say(this.entryFacts(cell, column, text, hint, wrong));
    this.sheet.mark(references);
  }

  private entryFacts(cell: SheetCell, column: ModelColumn, text: string, hint: string, wrong: boolean): Fact[] {
    if (wrong)
      return [
        {text: hint.replaceAll("\n", "; "), kind: "problem"},
        {text: "Not applied yet: press Enter again to keep it, Esc to discard it."}
      ];
    if (hint !== "") return [{text: hint}];
    if (!text.startsWith("=")) return [{text: `${column.doc}.`, kind: "long"}];
    const rows = keysOf(this.sheet.store.current.run, column.table.name).length;
    return cell.typed
      ? [{text: "This cell only, kept live: it follows the inputs that it reads."}]
      : [{text: rows === 1 ? "Column formula." : `Column formula: all ${rows} rows.`, kind: "notice"}];
  }

  /** The address of a name in a formula: a bare name refers to the same row. */
  private addressIn(name: string, cell: SheetCell, table: string | undefined): string {
    if (/[[.]/.test(name)) return name.replace(/^p\./, "parameter.").replace(/^c\./, "");
    const {key} = addressOf(cell.id);
    return key === undefined ? `${table ?? this.sheet.table}.${name}` : `${this.sheet.table}[${key}].${name}`;
  }

  private check({cell, column}: ActiveCell, text: string): string | undefined {
    const change = changeOf(cell, column, text);
    return change?.value.startsWith("=") === true ? problemOf(this.sheet.store, change) : undefined;
  }

  /** The changes that a text makes; an invalid entry stays in the cell as entered. */
  private changeBy(cell: SheetCell, column: ModelColumn, text: string): Setting | undefined {
    const change = changeOf(cell, column, text);
    if (change?.value === text.trim() || change?.value.startsWith("=") !== false) return change;
    return problemOf(this.sheet.store, change) === undefined ? change : {...change, value: text.trim()};
  }

  private take({cell, column, month}: ActiveCell, text: string, step: Place | undefined, all: boolean): void {
    const {grid, store} = this.sheet;
    const change = this.changeBy(cell, column, text);
    const rows = keysOf(store.current.run, column.table.name).length;
    const whole = change !== undefined && !cell.typed && change.value !== "" && rows > 1;
    if (whole && problemOf(store, change) === undefined) {
      const at = grid.headOf(grid.selection.active.column) ?? grid.element;
      const effect = effectOf(store, change, month);
      return confirmFormula(at, words(column.name), effect, () => {
        this.sheet.change([change]);
        grid.focus();
      });
    }
    if (change) this.sheet.change(all ? this.everywhere(change) : [change]);
    if (step) this.goOn(step);
  }

  /** The same value in all selected inputs. */
  private everywhere({value}: Setting): Setting[] {
    return placesIn(this.sheet.grid.selection).flatMap((place) => {
      const {id, typed} = this.sheet.grid.cell(place);
      return typed ? [{cell: id, value}] : [];
    });
  }

  private goOn({row, column}: Place): void {
    const {grid} = this.sheet;
    const {active} = grid.selection;
    const to = inside({row: active.row + row, column: active.column + column}, grid.size);
    grid.select({active: to, anchor: to});
  }

  private leave(focus: boolean): void {
    this.sheet.clearMarks();
    if (focus && document.querySelector(".tf-popover") === null) this.sheet.grid.focus();
  }

  /** The address next to the last one pointed at. */
  private pointed({row, column}: Place, inputsOnly: boolean): string | undefined {
    const {grid} = this.sheet;
    const from = this.pointer ?? grid.selection.active;
    const to = inside({row: from.row + row, column: from.column + column}, grid.size);
    this.pointer = to;
    return this.referenceAt(to, inputsOnly);
  }

  /** Inserts the address of a clicked cell into the formula; returns whether one fits there. */
  point(place: Place): boolean {
    if (!this.entry.takesReference) return false;
    this.pointer = place;
    const reference = this.referenceAt(place, this.sheet.active?.cell.typed ?? true);
    if (reference !== undefined) this.entry.point(reference);
    return true;
  }

  /** A cell's name in a formula: its address in an expression, its column in a column's formula. */
  private referenceAt(place: Place, inputsOnly: boolean): string | undefined {
    const {id} = this.sheet.grid.cell(place);
    return inputsOnly ? id : columnOfCell(id).replace(/^\w+\./, "");
  }
}
