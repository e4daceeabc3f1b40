import {columnsIn, type ColumnSet} from "./columns.js";
import type {Computed} from "./store.js";
import type {Mode} from "./table-bar.js";
import type {TableView} from "./view.js";

/** A reader's arrangement of a table, without its numbers. */
export interface TableLayout {
  set: ColumnSet | "custom";
  /** The columns in `custom`, by name. */
  columns: readonly string[];
  sort?: TableView["sort"];
  filters: Readonly<Record<string, string>>;
  widths: Readonly<Record<string, number>>;
  /** The columns shown by month. */
  months: readonly string[];
}

/** The content and arrangement of a sheet. */
export interface SheetLayout {
  table: string;
  mode: Mode;
  tables: Readonly<Record<string, TableLayout>>;
}

const plain: TableLayout = {set: "main", columns: [], filters: {}, widths: {}, months: []};

/** The arrangement of a table. */
export function layoutOf({tables}: SheetLayout, table: string): TableLayout {
  return {...plain, ...tables[table]};
}

/** The layout with a table's arrangement changed. */
export function arranged(layout: SheetLayout, table: string, change: Partial<TableLayout>): SheetLayout {
  return {...layout, tables: {...layout.tables, [table]: {...layoutOf(layout, table), ...change}}};
}

/** What a grid shows of the open table in a month. */
export function viewOf(computed: Computed, layout: SheetLayout, month: number): TableView {
  const {table, mode} = layout;
  const {set, columns, sort, filters, months} = layoutOf(layout, table);
  return {
    table,
    month,
    columns: set === "custom" ? columns : columnsIn(computed, table, set),
    sort,
    filters,
    months: mode === "months" ? months : []
  };
}
