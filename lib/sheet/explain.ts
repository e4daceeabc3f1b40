import {cellName, type CellPlace} from "./address.js";
import type {Fault} from "./fault.js";
import type {Provenance} from "./inputs.js";
import {readersOf, rule, type ModelColumn} from "./model.js";
import {cellsAt, keysOf, valueAt, type Run} from "./run.js";

/** A cell that another one reads, with its value. */
export interface ReadCell {
  cell: string;
  unit: string;
  value: number | string | Fault;
}

/** An explanation of a cell. */
export interface Explanation {
  cell: string;
  kind: string;
  doc: string;
  unit: string;
  value: number | string | Fault;
  /** The formula in neutral notation, or the wording of a lookup, rollup or previous column; empty for inputs. */
  formula: string;
  /** The cells from which it was computed; for a rollup, the rows that it covered. */
  inputs: ReadCell[];
  /** For an input: range, sources, note and place. */
  provenance?: Provenance;
  /** The columns that read this one. */
  readers: string[];
}

/** Explains a cell through the cells from which it was computed. */
export function explain(run: Run, {column, row, month}: CellPlace): Explanation {
  const {table, name} = column;
  const typed = run.inputs[table.name]?.columns[name]?.provenance?.[row];
  return {
    cell: cellName(run, column, row, month),
    kind: column.definition.kind,
    doc: column.doc,
    unit: column.unit.text,
    value: valueAt(run, column.id, row, month),
    formula: rule(column),
    inputs: column.reads.flatMap((reading) => readCells(run, column, reading.column, reading.through, row, month)),
    ...(typed && {provenance: typed}),
    readers: readersOf(run.model, column).map(({id}) => id)
  };
}

function readCells(
  run: Run,
  reader: ModelColumn,
  column: ModelColumn,
  through: string,
  row: number,
  month: number
): ReadCell[] {
  const cell = (at: number, when = month): ReadCell => ({
    cell: cellName(run, column, at, when),
    unit: column.unit.text,
    value: valueAt(run, column.id, at, when)
  });
  switch (through) {
    case "parameter":
      return [cell(0)];
    case "previous":
      return month > 0 ? [cell(row, month - 1)] : [];
    case "ref": {
      const index = cellsAt(run, reader.reads[0]!.column.id, month)![row * run.draws]!;
      return Number.isNaN(index) ? [] : [cell(index)];
    }
    case "rows":
      return memberRows(run, reader, row, month).map((at) => cell(at));
    default:
      return [cell(row)];
  }
}

function memberRows(run: Run, {definition, by}: ModelColumn, row: number, month: number): number[] {
  if (definition.kind !== "rollup") return [];
  const {name} = definition.table();
  const rows = keysOf(run, name).map((_, i) => i);
  return by ? rows.filter((i) => cellsAt(run, by.id, month)![i * run.draws] === row) : rows;
}
