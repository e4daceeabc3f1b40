import type {SchemaElement} from "hyparquet";
import {blobBytes} from "./blob.js";
import {daysOf, timeMicros, timestampMicros} from "./moment.js";

/** The Parquet encoding of a column of simple values, and the conversion of each value's text. */
export interface Encoding {
  element: Omit<SchemaElement, "name">;
  /** Undefined if the element cannot hold the value. */
  value: (text: string) => unknown;
}

/** The encoding of a DuckDB type for given texts: the type's own or, if a text does not fit, text. */
export function encodingOf(type: string, texts: Iterable<string>): Encoding {
  const own = ownEncoding(type);
  for (const one of texts) if (own.value(one) === undefined) return text;
  return own;
}

const text: Encoding = {element: {type: "BYTE_ARRAY", converted_type: "UTF8"}, value: (one) => one};

function ownEncoding(type: string): Encoding {
  const [, precision, scale] = /^DECIMAL\((\d+),(\d+)\)$/.exec(type) ?? [];
  if (precision !== undefined) return decimal(Number(precision), Number(scale));
  return encodings[type] ?? text;
}

function int32(converted_type?: SchemaElement["converted_type"]): Encoding {
  return {element: {type: "INT32", ...(converted_type && {converted_type})}, value: Number};
}

function int64(element: Partial<SchemaElement>, value: (text: string) => bigint | undefined): Encoding {
  return {element: {type: "INT64", ...element}, value};
}

function floating(type: "FLOAT" | "DOUBLE"): Encoding {
  const special: Partial<Record<string, number>> = {nan: NaN, inf: Infinity, "-inf": -Infinity};
  return {element: {type}, value: (one) => special[one] ?? Number(one)};
}

/** 16 bytes hold 38 digits. */
function decimal(precision: number, scale: number): Encoding {
  return {
    element: {type: "FIXED_LEN_BYTE_ARRAY", type_length: 16, converted_type: "DECIMAL", precision, scale},
    value: (one) => (one.replace(/\D/g, "").length > 38 ? undefined : BigInt(one.replace(".", "")))
  };
}

function timestamp(isAdjustedToUTC: boolean): Encoding {
  const logical_type = {type: "TIMESTAMP", isAdjustedToUTC, unit: "MICROS"} as const;
  return int64({logical_type, ...(isAdjustedToUTC && {converted_type: "TIMESTAMP_MICROS"})}, timestampMicros);
}

const encodings: Partial<Record<string, Encoding>> = {
  BOOLEAN: {element: {type: "BOOLEAN"}, value: (one) => one === "true"},
  TINYINT: int32("INT_8"),
  SMALLINT: int32("INT_16"),
  INTEGER: int32(),
  UTINYINT: int32("UINT_32"),
  USMALLINT: int32("UINT_32"),
  UINTEGER: int32("UINT_32"),
  BIGINT: int64({}, BigInt),
  UBIGINT: int64({converted_type: "UINT_64"}, BigInt),
  HUGEINT: decimal(38, 0),
  UHUGEINT: decimal(38, 0),
  FLOAT: floating("FLOAT"),
  DOUBLE: floating("DOUBLE"),
  BLOB: {element: {type: "BYTE_ARRAY"}, value: blobBytes},
  UUID: {
    element: {type: "FIXED_LEN_BYTE_ARRAY", type_length: 16, logical_type: {type: "UUID"}},
    value: (one) => one
  },
  DATE: {element: {type: "INT32", converted_type: "DATE"}, value: daysOf},
  TIME: int64({converted_type: "TIME_MICROS"}, timeMicros),
  TIMESTAMP: timestamp(false),
  TIMESTAMP_S: timestamp(false),
  TIMESTAMP_MS: timestamp(false),
  TIMESTAMP_NS: timestamp(false),
  "TIMESTAMP WITH TIME ZONE": timestamp(true)
};
