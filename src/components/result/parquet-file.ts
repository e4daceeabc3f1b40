import type {SchemaElement} from "hyparquet";
import {parquetWriteBuffer} from "hyparquet-writer";
import type {DuckType} from "./duck-type.js";
import type {Engine} from "./engine.js";
import {noNotes, type FileNotes} from "./file-notes.js";
import type {Kept} from "./kept.js";
import {encodingOf} from "./leaf-parquet.js";
import {nestedColumns, type Nested} from "./nested.js";

/**
 * A result as the bytes of a Parquet file with DuckDB's types; values too large for Parquet become text. Notes are
 * key-value metadata, those of columns as JSON under `columns`, as in published tables.
 */
export async function parquetFile(engine: Engine, result: Kept, notes = noNotes): Promise<Uint8Array> {
  const columns = await nestedColumns(engine, result);
  const written = columns.map(({name, type, values}) => ({...columnOf(name, type, values), name, values}));
  return new Uint8Array(
    parquetWriteBuffer({
      columnData: written.map(({name, values, convert}) => ({name, data: values.map(convert)})),
      schema: [{name: "root", num_children: columns.length}, ...written.flatMap(({elements}) => elements)],
      rowGroupSize: 10_000,
      kvMetadata: [...notes.entries, ["columns", columnNotes(result, notes)]].map(([key, value]) => ({key, value}))
    })
  );
}

function columnNotes({columns}: Kept, {meanings}: FileNotes): string {
  const notes = columns.flatMap(({name}, i) => {
    const {unit, description} = meanings[i] ?? {};
    return unit === undefined ? [] : [[name, {unit, description}]];
  });
  return JSON.stringify(Object.fromEntries(notes));
}

/** A column's part of the schema, and its converted values. */
interface Written {
  elements: SchemaElement[];
  convert: (value: Nested) => unknown;
}

function columnOf(name: string, type: DuckType, values: readonly Nested[]): Written {
  if (type.kind === "leaf") return leaf(name, type.name, values);
  if (type.kind === "list") return list(name, type.item, values);
  return type.kind === "struct" ? struct(name, type.fields, values) : map(name, type.key, type.value, values);
}

function leaf(name: string, type: string, values: readonly Nested[]): Written {
  const {element, value} = encodingOf(
    type,
    values.filter((one) => typeof one === "string")
  );
  return {
    elements: [{name, repetition_type: "OPTIONAL", ...element}],
    convert: (one) => (typeof one === "string" ? value(one) : null)
  };
}

function list(name: string, item: DuckType, values: readonly Nested[]): Written {
  const inner = columnOf("element", item, values.flatMap(itemsOf));
  return {
    elements: [
      {name, repetition_type: "OPTIONAL", num_children: 1, converted_type: "LIST"},
      {name: "list", repetition_type: "REPEATED", num_children: 1},
      ...inner.elements
    ],
    convert: (value) => (Array.isArray(value) ? value.map(inner.convert) : null)
  };
}

function struct(name: string, fields: {name: string; type: DuckType}[], values: readonly Nested[]): Written {
  const held = values.map(fieldsOf);
  const inner = fields.map((field, i) =>
    columnOf(
      field.name,
      field.type,
      held.map((one) => one?.[i] ?? null)
    )
  );
  return {
    elements: [
      {name, repetition_type: "OPTIONAL", num_children: fields.length},
      ...inner.flatMap(({elements}) => elements)
    ],
    convert: (value) => {
      const parts = fieldsOf(value);
      return parts && Object.fromEntries(fields.map((field, i) => [field.name, inner[i]!.convert(parts[i]!)]));
    }
  };
}

function map(name: string, keyType: DuckType, valueType: DuckType, values: readonly Nested[]): Written {
  const pairs = values.flatMap(pairsOf);
  const key = columnOf(
    "key",
    keyType,
    pairs.map((pair) => pair[0])
  );
  const value = columnOf(
    "value",
    valueType,
    pairs.map((pair) => pair[1])
  );
  const [first, ...rest] = key.elements;
  return {
    elements: [
      {name, repetition_type: "OPTIONAL", num_children: 1, converted_type: "MAP"},
      {name: "key_value", repetition_type: "REPEATED", num_children: 2},
      {...first!, repetition_type: "REQUIRED"},
      ...rest,
      ...value.elements
    ],
    convert: (one) =>
      one === null ? null : pairsOf(one).map(([k, v]) => ({key: key.convert(k), value: value.convert(v)}))
  };
}

function itemsOf(value: Nested): Nested[] {
  return Array.isArray(value) ? value : [];
}

function fieldsOf(value: Nested): Nested[] | null {
  return value !== null && typeof value === "object" && "fields" in value ? value.fields : null;
}

function pairsOf(value: Nested): [Nested, Nested][] {
  return value !== null && typeof value === "object" && "pairs" in value ? value.pairs : [];
}
