import {
  DateDay,
  Field,
  Float64,
  Schema,
  Table,
  tableToIPC,
  Utf8,
  vectorFromArray,
  type DataType,
  type Vector
} from "apache-arrow";
import type {IdentityEntries} from "./identity.js";
import type {PublishedColumn, PublishedTable} from "./published.js";

/**
 * A table as the bytes of an Arrow file: doubles, texts and dates. The table's metadata hold `description`,
 * `model_hash` and the rest of the run's identity; each field's hold `unit` and `description`.
 */
export function arrow(
  {description, columns}: PublishedTable,
  modelHash: string,
  identity: IdentityEntries = []
): Uint8Array {
  const fields = columns.map(
    ({name, type, unit, description: sentence}) =>
      new Field(
        name,
        arrowType(type),
        true,
        new Map([
          ["unit", unit],
          ["description", sentence]
        ])
      )
  );
  const metadata = new Map([["description", description], ["model_hash", modelHash], ...identity]);
  const vectors: Record<string, Vector> = {};
  for (const column of columns) vectors[column.name] = vectorFromArray(valuesOf(column), arrowType(column.type));
  return tableToIPC(new Table(new Schema(fields, metadata), vectors), "file");
}

/** How a column of numbers, texts or dates is stored. */
export function arrowType(type: PublishedColumn["type"]): DataType {
  return type === "number" ? new Float64() : type === "date" ? new DateDay() : new Utf8();
}

function valuesOf({type, values}: PublishedColumn): (number | string | Date | null)[] {
  return values.map((value) => {
    if (value === null || Number.isNaN(value)) return null;
    return type === "date" ? new Date(String(value).length === "YYYY-MM".length ? `${value}-01` : value) : value;
  });
}
