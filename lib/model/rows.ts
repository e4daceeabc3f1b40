import {
  InputError,
  typedColumns,
  unknown,
  type Inputs,
  type InputValues,
  type Model,
  type Table,
  type TableInput
} from "../sheet/index.js";
import {listed, quoted} from "../sheet/error.js";
import {columnOfCell, rowOf, type RowAddress} from "../sheet/address.js";
import {emptyDerivedTables} from "./derived-tables.js";
import type {Override} from "./override.js";

/**
 * A change of a table's rows, an override of `accelerator[b400]` without a column: `like b300` adds a row that begins
 * as a copy, `new` one that begins empty, `deleted` takes one away.
 */
export interface RowChange extends RowAddress {
  kind: "like" | "new" | "deleted";
  /** The row that it begins as; empty unless it is a copy. */
  like: string;
  /** Where it was written, for messages. */
  place: string;
}

/** The value that adds a row as a copy of another, and the one that takes a row away. */
export const likeRow = (key: string): string => `like ${key}`;
export const DELETED = "deleted";

/** Whether an override adds or deletes a row. */
export function isRowChange({cell}: Pick<Override, "cell">): boolean {
  return rowOf(cell) !== undefined;
}

/**
 * Whether an override is one of the changes of rows, is of such a row, refers to its table or reads it: it fits only
 * together with them.
 */
export function isOfRows(
  model: Model,
  rows: readonly Pick<Override, "cell">[],
  {cell, value}: Pick<Override, "cell" | "value">
): boolean {
  if (rows.length === 0) return false;
  const target = model.columns.get(columnOfCell(cell))?.target?.name;
  return rows.some(
    (row) =>
      row.cell === cell ||
      cell.startsWith(`${row.cell}.`) ||
      value.includes(row.cell) ||
      (target !== undefined && rowOf(row.cell)?.table === target)
  );
}

/** The rows that overrides add and delete, in their order. Throws an `InputError` for a value that says neither. */
export function rowChangesIn(overrides: readonly Override[]): RowChange[] {
  return overrides.filter(isRowChange).map(({cell, value, place}) => {
    const [, word, like] = /^(like) +(\S+)$|^(new|deleted)$/.exec(value.trim()) ?? [];
    const kind = word ?? value.trim();
    if (kind !== "like" && kind !== "new" && kind !== "deleted")
      throw new InputError(`${place}: ${cell}: ${quoted(value)} is no change of a row\n  use like ROW, new or deleted`);
    return {...rowOf(cell)!, kind, like: like ?? "", place};
  });
}

/** The inputs with one more row. Throws an `InputError` for a table or a key that does not fit. */
export function withRow(model: Model, inputs: Inputs, change: RowChange): Inputs {
  const {table, key, kind, like, place} = change;
  checkTable(model, inputs, change);
  const input = inputs[table]!;
  const at = `${place}: ${table}[${key}]`;
  if (!KEY.test(key)) throw new InputError(`${at}: not a key\n  use lower-case letters, digits and - . _ /`);
  if (input.keys.includes(key)) throw new InputError(`${at}: ${table} has this row already: choose another key`);
  const from = input.keys.indexOf(like);
  if (kind === "like" && from < 0) unknown(at, "row", like, input.keys);
  return withTable(inputs, table, [...input.keys, key], (column) => copied(column, from));
}

/** As the keys of the files are written. */
const KEY = /^[a-z0-9][a-z0-9._/-]{0,63}$/;

/** The inputs with a row less. Throws an `InputError` for a row that is not there and for a table's last one. */
export function withoutRow(model: Model, inputs: Inputs, change: RowChange): Inputs {
  const {table, key, place} = change;
  checkTable(model, inputs, change);
  const {keys} = inputs[table]!;
  const row = keys.indexOf(key);
  const at = `${place}: ${table}[${key}]`;
  if (row < 0) unknown(at, "row", key, keys);
  if (keys.length === 1) throw new InputError(`${at}: a table keeps one row at least`);
  return withTable(inputs, table, keys.toSpliced(row, 1), (column) => removed(column, row));
}

/**
 * Throws an `InputError` where a row refers to one that was deleted, where a row that began empty lacks a value that
 * each of the other rows has, and where nothing uses a row that the model can't do without a use for.
 */
export function checkRows(model: Model, inputs: Inputs, changes: readonly RowChange[]): void {
  for (const {table, key, kind, place} of changes) {
    const at = `${place}: ${table}[${key}]`;
    if (kind === "new") checkFilled(inputs[table]!, key, at);
    const readers = kind === "deleted" ? referencesTo(model, inputs, table, key) : [];
    if (readers.length > 0)
      throw new InputError(
        `${at} can't be deleted: ${listed(readers)} ${readers.length === 1 ? "refers" : "refer"} to it\n` +
          `  set ${readers.length === 1 ? "that" : "those"} to another ${table}, or delete their rows too`
      );
  }
  const [first] = changes;
  if (first) checkUsed(inputs, first.place);
}

/** The reference by which a row of a table must be used: without, the model has nothing to divide or weigh by. */
export const usedBy: Readonly<Record<string, `${string}.${string}`>> = {
  cluster: "deployment.cluster",
  deployment: "routing.deployment",
  segment: "routing.segment",
  task: "study.task"
};

function checkUsed(inputs: Inputs, place: string): void {
  for (const [table, reference] of Object.entries(usedBy)) {
    const [user, column] = reference.split(".") as [string, string];
    const used = new Set(inputs[user]?.columns[column]?.values);
    const unused = inputs[table]?.keys.find((key) => !used.has(key));
    if (unused !== undefined)
      throw new InputError(
        `${place}: ${table}[${unused}]: no ${user} has it as its ${column}\n` +
          `  set ${user}[row].${column} to ${unused}, add such a row, or delete this one too`
      );
  }
}

/** The input cells that refer to a row: `cluster[atlas-b200].accelerator`. */
export function referencesTo(model: Model, inputs: Inputs, table: string, key: string): string[] {
  return [...model.columns.values()]
    .filter(({definition, target}) => definition.kind === "ref" && target?.name === table && !target.single)
    .filter(({table: {name}}) => !Object.hasOwn(emptyDerivedTables, name))
    .flatMap(({table: {name}, name: column}) => {
      const {keys = [], columns = {}} = inputs[name] ?? {};
      return keys.filter((_, row) => columns[column]?.values[row] === key).map((row) => `${name}[${row}].${column}`);
    });
}

/** Whether rows of a table can be added and deleted: it is typed in, and not by formulas or from other tables. */
export function takesRows(table: Table<object>, inputs: Inputs): boolean {
  return (
    table.name in inputs &&
    !table.single &&
    !Object.hasOwn(emptyDerivedTables, table.name) &&
    typedColumns(table).length > 0
  );
}

function checkTable(model: Model, inputs: Inputs, {table, key, place}: RowChange): void {
  const at = `${place}: ${table}[${key}]`;
  const found = model.tables.find(({name}) => name === table);
  if (!found)
    unknown(
      at,
      "table",
      table,
      model.tables.filter((one) => takesRows(one, inputs)).map(({name}) => name)
    );
  if (takesRows(found, inputs)) return;
  const why = found.single ? "has one row" : "has rows that follow from other tables: change those";
  throw new InputError(`${at}: ${table} ${why}`);
}

function checkFilled({keys, columns}: TableInput, key: string, at: string): void {
  const row = keys.indexOf(key);
  const missing = Object.entries(columns).flatMap(([name, {values, live}]) =>
    values[row] === null && live?.[row] === undefined && values.every((value, i) => i === row || value !== null)
      ? [name]
      : []
  );
  if (missing.length > 0)
    throw new InputError(`${at}: no value for ${listed(missing)}\n  every other row has one: add it, or use like ROW`);
}

function withTable(
  inputs: Inputs,
  table: string,
  keys: string[],
  change: (column: InputValues) => InputValues
): Inputs {
  const columns = Object.entries(inputs[table]!.columns).map(([name, column]) => [name, change(column)] as const);
  return {...inputs, [table]: {keys, columns: Object.fromEntries(columns)}};
}

/** A column with one more value, which is that of a row, or none. */
function copied({values, provenance, live, ...rest}: InputValues, from: number): InputValues {
  const text = live?.[from];
  return {
    ...rest,
    values: [...values, values[from] ?? null],
    ...(provenance && {provenance: [...provenance, provenance[from] ?? null]}),
    ...(live && {live: text === undefined ? live : {...live, [values.length]: text}})
  };
}

function removed({values, provenance, live, ...rest}: InputValues, row: number): InputValues {
  const left = Object.entries(live ?? {}).filter(([at]) => Number(at) !== row);
  return {
    ...rest,
    values: values.toSpliced(row, 1),
    ...(provenance && {provenance: provenance.toSpliced(row, 1)}),
    ...(live && {live: Object.fromEntries(left.map(([at, text]) => [Number(at) > row ? Number(at) - 1 : at, text]))})
  };
}
