import type {SchemaElement} from "hyparquet";
import {parquetWriteBuffer} from "hyparquet-writer";
import type {IdentityEntries} from "./identity.js";
import type {PublishedColumn, PublishedTable} from "./published.js";

/**
 * A table as the bytes of a Parquet file: doubles (or floats), texts and dates, snappy-compressed, in row groups of at
 * most 10,000 rows. The file's key-value metadata hold `description`, `model_hash`, the rest of the run's identity and,
 * as JSON, the table's `cells` and each column's unit and description under `columns`. The same table gives the same
 * bytes.
 */
export function parquet(table: PublishedTable, modelHash: string, identity: IdentityEntries = []): Uint8Array {
  const {description, cells, columns} = table;
  const buffer = parquetWriteBuffer({
    columnData: columns.map((column) => ({name: column.name, data: dataOf(column)})),
    schema: [{name: "root", num_children: columns.length}, ...columns.map(elementOf)],
    rowGroupSize: 10_000,
    kvMetadata: [
      {key: "description", value: description},
      {key: "model_hash", value: modelHash},
      ...identity.map(([key, value]) => ({key, value})),
      {key: "cells", value: JSON.stringify(cells)},
      {key: "columns", value: JSON.stringify(columnsOf(table))}
    ]
  });
  return new Uint8Array(buffer);
}

function columnsOf({columns}: PublishedTable): Record<string, {unit: string; description: string}> {
  return Object.fromEntries(columns.map(({name, unit, description}) => [name, {unit, description}]));
}

function elementOf({name, type, single = false}: PublishedColumn): SchemaElement {
  const optional = {name, repetition_type: "OPTIONAL"} as const;
  if (type === "number") return {...optional, type: single ? "FLOAT" : "DOUBLE"};
  if (type === "date") return {...optional, type: "INT32", converted_type: "DATE"};
  return {...optional, type: "BYTE_ARRAY", converted_type: "UTF8"};
}

function dataOf({type, values}: PublishedColumn): (number | string | Date | null)[] {
  return Array.from(values, (value) => {
    if (value === null || Number.isNaN(value)) return null;
    return type === "date" ? dateOf(value) : type === "text" ? String(value) : value;
  });
}

function dateOf(value: number | string): Date {
  return new Date(typeof value === "string" && value.length === "YYYY-MM".length ? `${value}-01` : value);
}
