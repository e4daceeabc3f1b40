import {keysOf} from "../../lib/sheet/run.js";
import {sheetCell, shownColumns, type SheetCell} from "./cells.js";
import type {Computed} from "./store.js";

/** A heading of a grid's row or column. */
export interface Heading {
  title: string;
  unit: string;
  doc: string;
}

/** What a grid shows: headings, and any cell when it is asked for. */
export interface GridModel {
  label: string;
  columns: readonly Heading[];
  rows: readonly Heading[];
  cellAt: (row: number, column: number) => SheetCell;
}

/** Which part of a table is shown. */
export interface TableView {
  table: string;
  month: number;
  /** Formulas, lookups and rollups too. */
  computed: boolean;
  /** Only columns whose name or sentence holds this. */
  search: string;
}

/** Up to so many rows, a table is turned: a column of the model is then a line, which leaves room for its sentence. */
const TURNED = 12;

/** A table of the model as a grid; a short one is turned. */
export function tableGrid(computed: Computed, {table, month, computed: all, search}: TableView): GridModel {
  const wanted = search.trim().toLowerCase();
  const columns = shownColumns(computed, table, all).filter(({name, doc}) =>
    `${name} ${doc}`.toLowerCase().includes(wanted)
  );
  const fields = columns.map(({name, unit, doc}) => ({title: name.replaceAll("_", " "), unit: unit.text, doc}));
  const keys = keysOf(computed.run, table).map((title) => ({title, unit: "", doc: ""}));
  const at = (row: number, column: number): SheetCell => sheetCell(computed, columns[column]!, row, month);
  return keys.length <= TURNED
    ? {label: table, columns: keys, rows: fields, cellAt: (row, column) => at(column, row)}
    : {label: table, columns: fields, rows: keys, cellAt: at};
}
