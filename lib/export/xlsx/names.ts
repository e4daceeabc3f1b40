import type {NamedRange} from "hucre";
import type {Model, ModelColumn} from "../../sheet/index.js";
import {FIRST, type SheetColumn, type SheetLayout} from "./layout.js";

/** The name of a column's cells, as formulas write it: `cluster__power`. */
export function rangeName(table: string, column: string): string {
  return `${table}__${column}`;
}

/** The name of a table's keys in the first month, where references are looked up. */
export function keysName(table: string): string {
  return rangeName(table, "keys");
}

/** Whether a column's name stands for a single cell: one row that never changes. */
export function isOneCell({table, dynamic}: ModelColumn): boolean {
  return table.single && !dynamic;
}

/** The named ranges of a workbook: one per column, for use in formulas. */
export function namedRanges(model: Model, layouts: readonly SheetLayout[]): NamedRange[] {
  return layouts.flatMap((layout) => [
    ...layout.columns.map((column) => ({
      name: rangeName(layout.table, column.name),
      range: rangeOf(layout, column, isOneCellIn(model, layout, column) ? 1 : layout.keys.length * layout.months)
    })),
    {
      name: keysName(layout.table),
      range: rangeOf(
        layout,
        layout.columns.find(({is}) => is.kind === "key")!,
        layout.keys.length
      )
    }
  ]);
}

function isOneCellIn(model: Model, {table}: SheetLayout, {name}: SheetColumn): boolean {
  const column = model.columns.get(`${table}.${name}`);
  return column !== undefined && isOneCell(column);
}

function rangeOf({table}: SheetLayout, {letter}: SheetColumn, rows: number): string {
  return `'${table}'!$${letter}$${FIRST}:$${letter}$${FIRST + Math.max(rows, 1) - 1}`;
}
