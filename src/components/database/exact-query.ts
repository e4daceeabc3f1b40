import {identifier} from "../../lib/export/sql/identifier.js";
import {uniqueNames} from "./unique-names.js";

/** A column of a query's result, as DuckDB's DESCRIBE tells it. */
export interface DescribedColumn {
  name: string;
  /** DuckDB's name of the type: `BIGINT`, `DECIMAL(18,2)`, `INTEGER[]`. */
  type: string;
}

/** How a column that comes as text is read. */
export type Reading = "number" | "date" | "text";

/** The query that tells the columns of a query. It fails for a statement that has no result of its own. */
export function describing(text: string): string {
  return `DESCRIBE FROM (${bare(text)}\n)`;
}

/**
 * A query whose result is that of `text` under names that differ, with every value that Arrow or a double would change
 * as DuckDB's own text.
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

/** How the column of a type is read, where it comes as text; undefined where it comes as itself. */
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

/** Without the semicolon that ends it, and the comments behind that. */
function bare(text: string): string {
  return text.replace(/(;\s*(--[^\n]*\s*)*)+$/, "").trimEnd();
}
