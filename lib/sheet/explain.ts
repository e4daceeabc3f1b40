import {InputError, knownNames} from "./error.js";
import type {Fault} from "./fault.js";
import type {Provenance} from "./inputs.js";
import {readersOf, rule, type ModelColumn} from "./model.js";
import {cellsAt, keysOf, valueAt, type Run} from "./run.js";

/** A cell that another one reads: which, and what it holds. */
export interface ReadCell {
  cell: string;
  unit: string;
  value: number | string | Fault;
}

/** Everything there is to know of a cell. */
export interface Explanation {
  cell: string;
  kind: string;
  doc: string;
  unit: string;
  value: number | string | Fault;
  /** The formula in neutral notation, or the words of a lookup, rollup or previous column; empty for inputs. */
  formula: string;
  /** What it was computed from. Of a rollup, the rows that it ran over. */
  inputs: ReadCell[];
  /** For an input: range, sources, note and place. */
  provenance?: Provenance;
  /** The columns that read this one. */
  readers: string[];
}

/** Explains a cell down to what it was computed from. Throws an `InputError` for a table, column or row that is not there. */
export function explain(run: Run, table: string, row: string, column: string, month = 0): Explanation {
  const found = findColumn(run, table, column);
  const index = findRow(run, table, row);
  if (!(month >= 0 && month < run.months))
    throw new InputError(`month ${month} is outside the run: 0 to ${run.months - 1}`);
  const typed = run.inputs[table]?.columns[column]?.provenance?.[index];
  return {
    cell: cellName(found, row, month),
    kind: found.definition.kind,
    doc: found.doc,
    unit: found.unit.text,
    value: valueAt(run, found.id, index, month),
    formula: rule(found),
    inputs: found.reads.flatMap((reading) => readCells(run, found, reading.column, reading.through, index, month)),
    ...(typed && {provenance: typed}),
    readers: readersOf(run.model, found).map(({id}) => id)
  };
}

function findColumn(run: Run, table: string, column: string): ModelColumn {
  const tables = run.model.tables.map(({name}) => name);
  if (!tables.includes(table))
    throw new InputError([`unknown table "${table}"`, ...knownNames("tables", table, tables)].join("\n  "));
  const found = run.model.columns.get(`${table}.${column}`);
  const names = [...run.model.columns.values()].filter((one) => one.table.name === table).map(({name}) => name);
  return found ?? fail([`unknown column "${column}" of ${table}`, ...knownNames("columns", column, names)]);
}

function findRow(run: Run, table: string, row: string): number {
  const keys = keysOf(run, table);
  const index = keys.indexOf(row);
  return index >= 0 ? index : fail([`unknown row "${row}" of ${table}`, ...knownNames("rows", row, keys)]);
}

function fail(lines: string[]): never {
  throw new InputError(lines.join("\n  "));
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
    cell: cellName(column, keysOf(run, column.table.name)[at]!, when),
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

function cellName({table, name, dynamic}: ModelColumn, key: string, month: number): string {
  return `${table.name}[${key}].${name}${dynamic ? `@${month}` : ""}`;
}
