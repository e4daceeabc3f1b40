import {DataType, Field, Schema, Table, Type, tableToIPC, vectorFromArray, type Vector} from "apache-arrow";
import {arrowType} from "../../lib/export/arrow.js";
import type {Grid, GridColumn, Value} from "../figure/grid.js";
import type {Reading} from "./exact-query.js";

const numeric = new Set([Type.Int, Type.Float, Type.Decimal]);
const dates = new Set([Type.Date, Type.Timestamp]);

/** A grid as an Arrow stream of doubles, texts and dates. */
export function arrowStream({columns}: Grid): Uint8Array {
  const vectors = Object.fromEntries(columns.map((column) => [column.name, vectorOf(column)]));
  const fields = columns.map(({name, type}) => new Field(name, arrowType(type), true));
  return tableToIPC(new Table(new Schema(fields), vectors), "stream");
}

/**
 * The columns of an Arrow table as a grid: numbers and dates, and everything else as text. A reading says how to
 * convert a text column; it stays text if a value is not exactly a double, or not a date with a four-digit year.
 */
export function gridOfArrow(table: Table, readings: readonly (Reading | undefined)[] = []): Grid {
  return {
    length: table.numRows,
    columns: fieldsOf(table).map((field, index) =>
      asRead(columnOf(field, table.getChildAt(index)), readings[index] ?? "text")
    )
  };
}

function asRead(column: GridColumn, reading: Reading): GridColumn {
  if (reading === "text" || !column.values.every((value) => value === null || stands[reading](String(value))))
    return column;
  const read = (value: Value): Value => (reading === "date" ? new Date(String(value)) : Number(value));
  return {...column, type: reading, values: column.values.map((value) => (value === null ? null : read(value)))};
}

/** Whether a text is exactly a double that prints the same way, or an ordinary date. */
const stands: Record<Exclude<Reading, "text">, (text: string) => boolean> = {
  number: (text) => Number.isSafeInteger(Number(text)) || text.replace(/^-?[0.]*|\./g, "").length <= 15,
  date: (text) => /^\d{4}-\d\d-\d\d$/.test(text)
};

function vectorOf({type, values}: GridColumn): Vector {
  return vectorFromArray(values, arrowType(type));
}

/** Fields of a table of unknown columns, which Arrow types loosely. */
function fieldsOf(table: Table): Field<DataType>[] {
  return table.schema.fields as Field<DataType>[];
}

function columnOf({name, type}: Field<DataType>, vector: Vector | null): GridColumn {
  const kind = kindOf(type);
  return {
    name,
    type: kind,
    unit: "",
    description: "",
    values: Array.from(vector ?? [], (value) => valueOf(value, kind, type))
  };
}

function kindOf({typeId}: DataType): GridColumn["type"] {
  if (numeric.has(typeId)) return "number";
  return dates.has(typeId) ? "date" : "text";
}

function valueOf(value: unknown, kind: GridColumn["type"], type: DataType): Value {
  if (value === null || value === undefined) return null;
  if (kind === "date") return value instanceof Date ? value : new Date(Number(value));
  if (DataType.isDecimal(type)) return decimalOf(value as Uint32Array, type.scale);
  if (kind === "number") return Number(value);
  return typeof value === "string" || typeof value === "boolean" ? value : textOf(value);
}

/** The nearest double to a 128-bit decimal, given in words with the lowest first. */
function decimalOf(words: Uint32Array, scale: number): number {
  const unsigned = words.reduceRight((sum, word) => (sum << 32n) + BigInt(word), 0n);
  return Number(`${BigInt.asIntN(128, unsigned)}e-${scale}`);
}

function textOf(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => (typeof part === "bigint" ? Number(part) : part));
}
