import {identifier} from "../../lib/export/sql/identifier.js";
import {uniqueNames} from "./unique-names.js";

/** A column of a query's result, from DuckDB's DESCRIBE. */
export interface DescribedColumn {
  name: string;
  /** DuckDB's type name: `BIGINT`, `DECIMAL(18,2)`, `INTEGER[]`. */
  type: string;
}

/** How to read a column that arrives as text. */
export type Reading = "number" | "date" | "text";

/** A query for the columns of another query. It fails for a statement without a result. */
export function describing(text: string): string {
  return `DESCRIBE FROM (${bare(text)}\n)`;
}

/**
 * A query with the result of `text` under distinct names, in which values that Arrow or a double would alter are
 * DuckDB's own text.
 */
export function exactQuery(text: string, columns: readonly DescribedColumn[]): string {
  const names = uniqueNames(columns.map(({name}) => name));
  const items = columns.map(({type}, i) => {
    const value = isPlain(type) ? `c${i}` : `CAST(c${i} AS VARCHAR)`;
    return `${value} AS ${identifier(names[i]!)}`;
  });
  const inner = columns.map((_, i) => `c${i}`).join(", ");
  return `SELECT ${items.join(", ")} FROM (${bare(text)}\n) AS result(${inner})`;
}

/** How to read a column whose type arrives as text; undefined if it arrives unchanged. */
export function readingOf(type: string): Reading | undefined {
  if (isPlain(type)) return undefined;
  if (type === "DATE") return "date";
  return /^(U?BIGINT|U?HUGEINT|BIGNUM|DECIMAL\(\d+,\d+\))$/.test(type) ? "number" : "text";
}

const plain = ["VARCHAR", "BOOLEAN", "DOUBLE", "FLOAT", "TINYINT", "SMALLINT", "INTEGER"];
const unsigned = ["UTINYINT", "USMALLINT", "UINTEGER"];

function isPlain(type: string): boolean {
  return plain.includes(type) || unsigned.includes(type);
}

/** Strips the final semicolon and the comments after it. */
function bare(text: string): string {
  return text.replace(/(;\s*(--[^\n]*\s*)*)+$/, "").trimEnd();
}
