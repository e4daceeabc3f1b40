import {find} from "../../lib/sheet/address.js";
import {sheetCell, type SheetCell} from "./cells.js";
import type {GridModel, Heading} from "./grid-model.js";
import type {Computed} from "./store.js";

/** Some cells of any tables, one a line: what is typed, its unit and what it says. */
export function curatedGrid(computed: Computed, cells: readonly string[], label: string): GridModel {
  const places = cells.flatMap((id) => placeOf(computed, id) ?? []);
  return {
    label,
    columns: [{title: "value", unit: "", doc: ""}],
    rows: places.map(({heading}) => heading),
    cellAt: (row) => places[row]!.cell()
  };
}

function placeOf(computed: Computed, id: string): {heading: Heading; cell: () => SheetCell} | undefined {
  const {run} = computed;
  const place = find(run, id);
  if (!place) return undefined;
  const {column, key, row} = place;
  const title = `${column.name.replaceAll("_", " ")}${column.table.single ? "" : `, ${key}`}`;
  return {
    heading: {title, unit: column.unit.text, doc: column.doc},
    cell: () => sheetCell(computed, column, row, 0)
  };
}
