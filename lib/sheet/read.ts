import {checkKeys, failCell, parseCsv, placeOf, type Cell, type Csv} from "./csv.js";
import type {InputColumn, RefColumn} from "./column.js";
import {InputError, oneOf, unknown} from "./error.js";
import {monthsOf, type Inputs, type InputValues, type Provenance, type TableInput} from "./inputs.js";
import type {Model} from "./model.js";
import {checked, familyOf, parseQuantity, quantityIn, type Quantity} from "./quantity.js";
import type {Table} from "./table.js";
import {commensurable, dimensionText, parseUnit, type Unit} from "./unit.js";

/** The source of values that no publication supports; the row's note must give the reason. */
export const JUDGEMENT = "judgement";

/**
 * Reads a wide CSV: `key`, a column for each input column of the table (numbers as `name [unit]`), `source`, `note`.
 * Throws an `InputError` with file, line, column, value and hints.
 */
export function readTable(table: Table<object>, text: string, file: string, sources: ReadonlySet<string>): TableInput {
  const csv = parseCsv(text, file);
  const headers = readHeaders(table, csv);
  checkKeys(csv);
  const columns = Object.fromEntries(
    typedColumns(table).map(([name, column]) => [name, readColumn(name, column, csv, headers.get(name)!, sources)])
  );
  return {keys: csv.records.map(({key}) => key!.text), columns};
}

/** Reads the tall parameter CSV (`key,layer,name,unit,low,central,high,distribution,source,note`) into a single row. */
export function readParameters(
  table: Table<object>,
  text: string,
  file: string,
  sources: ReadonlySet<string>
): TableInput {
  const csv = parseCsv(text, file);
  const expected = ["key", "layer", "name", "unit", "low", "central", "high", "distribution", "source", "note"];
  checkHeaders(csv, expected, expected);
  checkKeys(csv);
  const columns = typedColumns(table);
  const names = columns.map(([name]) => name);
  const records = new Map(csv.records.map((record) => [parameterOf(table, record.key!, names), record]));
  const missing = names.find((name) => !records.has(name));
  if (missing) throw new InputError(`${file}: the parameter "${missing}" is missing: add a row for it`);
  return {
    keys: [table.name],
    columns: Object.fromEntries(
      columns.map(([name, column]) => [name, readParameter(column, records.get(name)!, sources)])
    )
  };
}

/** The parameter that a row sets. Throws an `InputError` if the table does not have it, or no longer has it. */
function parameterOf({moved = {}}: Table<object>, key: Cell, names: readonly string[]): string {
  const now = Object.hasOwn(moved, key.text) ? moved[key.text] : undefined;
  if (now === undefined) return oneOf(placeOf(key), "parameter", key.text, names);
  throw new InputError(
    `${placeOf(key)}: "${key.text}" is now ${now}\n  move this row to ${now.replace(/\..*/, ".csv")}`
  );
}

/** Checks that every reference names an existing row. Throws an `InputError` with the place. */
export function checkReferences(model: Model, inputs: Inputs): void {
  for (const column of model.columns.values()) {
    if (column.definition.kind !== "ref" || column.target!.single) continue;
    const keys = inputs[column.target!.name]?.keys ?? [];
    const {values, provenance} = inputs[column.table.name]!.columns[column.name]!;
    values.forEach((value, row) => {
      if (value === null || keys.includes(String(value))) return;
      const place = `${provenance?.[row]?.place ?? column.table.name}: ${column.name}`;
      unknown(place, column.target!.name, String(value), keys);
    });
  }
}

type Typed = InputColumn | RefColumn;

/** The input columns of a table: inputs except the clock, and references except implied ones. */
export function typedColumns(table: Table<object>): [string, Typed][] {
  return Object.entries(table.columns).flatMap(([name, column]): [string, Typed][] => {
    if (column.kind === "input" && column.type !== "clock") return [[name, column]];
    return column.kind === "ref" && !column.table().single ? [[name, column]] : [];
  });
}

interface Header {
  /** The text in the file. */
  text: string;
  /** Conversion factor from the file's unit to the column's. */
  factor: number;
}

function readHeaders(table: Table<object>, csv: Csv): Map<string, Header> {
  const expected = typedColumns(table);
  const bare = (header: string): string => header.replace(/\s*\[.*$/, "");
  checkHeaders(
    {...csv, headers: csv.headers.map(bare)},
    ["key", ...expected.map(([name]) => name), "source", "note"],
    ["key"]
  );
  return new Map(
    expected.map(([name, column]) => [
      name,
      readHeader(
        name,
        column,
        csv.headers.find((text) => bare(text) === name)!,
        csv.file
      )
    ])
  );
}

function checkHeaders({file, headers}: Pick<Csv, "file" | "headers">, known: string[], required: string[]): void {
  const twice = headers.find((header, i) => headers.indexOf(header) !== i);
  if (twice !== undefined) throw new InputError(`${file}:1: duplicate column "${twice}": rename or remove one`);
  const surplus = headers.find((header) => !known.includes(header));
  if (surplus !== undefined) unknown(`${file}:1`, "column", surplus, known);
  const missing = [...new Set([...required, ...known])].find((name) => !headers.includes(name));
  if (missing) throw new InputError(`${file}:1: the column "${missing}" is missing: add it to the header`);
}

function readHeader(name: string, column: Typed, text: string, file: string): Header {
  const unit = /\[(.*)\]\s*$/.exec(text)?.[1];
  if (column.kind === "ref" || column.type !== "number") return {text, factor: 1};
  if (unit === undefined) throw new InputError(`${file}:1: ${name}: no unit: use ${name} [${column.unit}]`);
  return {text, factor: conversion({file, line: 1, column: name, text: unit}, column.unit)};
}

/** Conversion factor from the unit in a cell to the required unit. */
function conversion(cell: Cell, wanted: string): number {
  const [from, to] = [readUnit(cell), parseUnit(wanted)];
  if (commensurable(from, to)) return from.scale / to.scale;
  return failCell(
    cell,
    `wrong unit: it measures ${dimensionText(from.dimension)}, the column ${dimensionText(to.dimension)}`,
    `use ${wanted}, or another unit of the same kind`
  );
}

function readUnit(cell: Cell): Unit {
  try {
    return parseUnit(cell.text, `${cell.file}:${cell.line}: ${cell.column}`);
  } catch (cause) {
    throw new InputError(cause instanceof Error ? cause.message : String(cause), {cause});
  }
}

function readColumn(name: string, column: Typed, csv: Csv, header: Header, sources: ReadonlySet<string>): InputValues {
  const read = csv.records.map((record) => readCell(name, column, record, header, sources));
  return {values: read.map(({value}) => value), provenance: read.map(({provenance}) => provenance)};
}

interface ReadCell {
  value: number | string | null;
  provenance: Provenance | null;
}

function readCell(
  name: string,
  column: Typed,
  record: Record<string, Cell>,
  header: Header,
  sources: ReadonlySet<string>
): ReadCell {
  const cell = {...record[header.text]!, column: name};
  if (column.kind === "input" && column.type === "number")
    return readNumber(cell, parseQuantity(cell), {unit: column.unit, factor: header.factor}, record, sources);
  const value =
    cell.text === "" ? null : column.kind === "input" && column.type === "date" ? readDate(cell) : cell.text;
  return {value, provenance: {low: NaN, high: NaN, family: "exact", ...cited(cell, record, undefined, sources)}};
}

function readNumber(
  cell: Cell,
  quantity: Quantity | undefined,
  {unit, factor}: {unit: string; factor: number},
  record: Record<string, Cell>,
  sources: ReadonlySet<string>
): ReadCell {
  if (!quantity) return {value: null, provenance: null};
  const {central, low, high, family, source} = quantityIn(cell, quantity, unit);
  return {
    value: central * factor,
    provenance: {low: low * factor, high: high * factor, family, ...cited(cell, record, source, sources)}
  };
}

function cited(
  cell: Cell,
  record: Record<string, Cell>,
  own: string | undefined,
  known: ReadonlySet<string>
): Pick<Provenance, "sources" | "note" | "place"> {
  const sources = (own ?? record.source!.text)
    .split(";")
    .map((id) => id.trim())
    .filter((id) => id !== "");
  const note = record.note!.text;
  if (sources.length === 0)
    failCell(record.source!, "no source", `name an id of source.csv, or ${JUDGEMENT} and say why in the note`);
  for (const id of sources)
    if (!known.has(id)) unknown(placeOf(own ? cell : record.source!), "source", id, known, "add it to source.csv");
  if (sources.includes(JUDGEMENT) && note === "")
    failCell(record.note!, "a judgement needs a note", "say why this value and this range");
  return {sources, note, place: `${cell.file}:${cell.line}`};
}

/** A date as months since 2000-01. Throws an `InputError` for any other text. */
export function readDate(cell: Cell): number {
  const months = monthsOf(cell.text);
  return Number.isNaN(months) ? failCell(cell, "is not a date", "use YYYY-MM or YYYY-MM-DD") : months;
}

function readParameter(column: Typed, record: Record<string, Cell>, sources: ReadonlySet<string>): InputValues {
  const wanted = column.kind === "input" ? column.unit : "";
  const factor = conversion(record.unit!, wanted);
  const {value, provenance} = readNumber(
    record.central!,
    parameterQuantity(record),
    {unit: wanted, factor},
    record,
    sources
  );
  return {values: [value], provenance: [provenance]};
}

function parameterQuantity(record: Record<string, Cell>): Quantity {
  const {distribution} = record;
  const central = plain(record.central!) ?? failCell(record.central!, "a parameter needs a central value");
  const [low, high] = [plain(record.low!), plain(record.high!)];
  return checked(record.central!, {
    central: central.central,
    low: (low ?? central).central,
    high: (high ?? central).central,
    family: familyOf(distribution!, distribution!.text, low !== undefined || high !== undefined),
    ...([central, low, high].some((one) => one?.percent) && {percent: true})
  });
}

function plain(cell: Cell): Quantity | undefined {
  const quantity = parseQuantity(cell);
  if (quantity && (quantity.family !== "exact" || quantity.source))
    failCell(cell, "is not a plain number", "ranges go into low, central and high");
  return quantity;
}
