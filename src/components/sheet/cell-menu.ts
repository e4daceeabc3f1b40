import {takesRows} from "../../lib/model/rows.js";
import {keysOf} from "../../lib/sheet/run.js";
import {openMenu, type MenuItem} from "./menu.js";
import type {Place} from "./selection.js";
import type {Sheet} from "./sheet.js";
import {words} from "./view.js";

/** Opens the menu of a cell and its row. */
export function openCellMenu(sheet: Sheet, place: Place, anchor: HTMLElement): void {
  const {grid, host, store} = sheet;
  const {id, state} = grid.cell(place);
  const {month} = grid.shown!.placeOf(place.row, place.column);
  const {column, row} = grid.shown!.placeOf(place.row, place.column);
  const key = keysOf(store.current.run, column.table.name)[row]!;
  const revert: MenuItem = {
    label: "Revert to the base scenario",
    act: () => sheet.change([{cell: id, value: ""}])
  };
  const {explain, pin, note} = host;
  openMenu(anchor, `Cell ${id}`, [
    ...(explain ? [{label: "Source and formula", act: () => explain(id, month)}] : []),
    ...(pin ? [{label: "Pin its path", act: () => pin(id)}] : []),
    ...(note ? [{label: "Note …", act: () => note(id)}] : []),
    ...(!sheet.readOnly && (state === "edited" || state === "wrong") ? [revert] : []),
    ...(takesRows(column.table, store.current.run.inputs) ? rowItems(sheet, column.table.name, key) : [])
  ]);
}

/** Opens the menu of additions to the open table. */
export function openAddMenu(sheet: Sheet, anchor: HTMLElement): void {
  const {host, table, store, active} = sheet;
  const {model, inputs} = store.current.run;
  const definition = model.tables.find(({name}) => name === table)!;
  const keys = keysOf(store.current.run, table);
  const row: MenuItem = {
    label: takesRows(definition, inputs) ? "Add a row …" : "No rows: they follow from other tables",
    disabled: !takesRows(definition, inputs),
    act: () => host.addRow?.(table, keys[active?.row ?? 0]!)
  };
  openMenu(anchor, "Add to this table", [row, {label: "Add a column …", act: () => host.addColumn?.(table)}]);
}

function rowItems({host: {addRow, deleteRow}}: Sheet, table: string, key: string): MenuItem[] {
  return [
    ...(addRow ? [{label: `Add ${article(words(table))} like ${key} …`, act: () => addRow(table, key)}] : []),
    ...(deleteRow ? [{label: `Delete ${key} …`, act: () => deleteRow(table, key)}] : [])
  ];
}

function article(noun: string): string {
  return `${/^[aeiou]/.test(noun) ? "an" : "a"} ${noun}`;
}
