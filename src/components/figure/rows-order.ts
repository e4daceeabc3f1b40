import {identifier} from "../../lib/export/sql/identifier.js";
import type {Row} from "../rows/table-types.js";
import type {Value} from "./grid.js";

/**
 * The ORDER BY that puts rows into their present order: one column or two, without ties. Empty if they are in their
 * table's order; undefined if no columns produce the order. `inTable` are the same rows in the table's order.
 */
export function orderedLike(rows: readonly Row[], inTable: readonly Row[]): string | undefined {
  if (isSame(rows, inTable)) return "";
  const names = Object.keys(rows[0] ?? {});
  const terms = names.flatMap((name) => [
    {name, descending: false},
    {name, descending: true}
  ]);
  const alone = terms.find((term) => isOrder([term], rows, inTable));
  const fitting = alone ? [alone] : pair(terms, rows, inTable);
  return fitting?.map(({name, descending}) => `${identifier(name)}${descending ? " DESC" : ""}`).join(", ");
}

interface Term {
  name: string;
  descending: boolean;
}

/** Two terms: the first need not distinguish all rows, but must not contradict their order. */
function pair(terms: readonly Term[], rows: readonly Row[], inTable: readonly Row[]): Term[] | undefined {
  const firsts = terms.filter((term) => rows.every((row, i) => i === 0 || compare([term], rows[i - 1]!, row) <= 0));
  return firsts.flatMap((first) => terms.map((second) => [first, second])).find((both) => isOrder(both, rows, inTable));
}

function isOrder(terms: readonly Term[], rows: readonly Row[], inTable: readonly Row[]): boolean {
  const isStrict = rows.every((row, i) => i === 0 || compare(terms, rows[i - 1]!, row) < 0);
  return (
    isStrict &&
    isSame(
      rows,
      [...inTable].sort((a, b) => compare(terms, a, b))
    )
  );
}

function compare(terms: readonly Term[], a: Row, b: Row): number {
  for (const {name, descending} of terms) {
    const difference = compared(a[name] ?? null, b[name] ?? null, descending);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Compares as DuckDB does: missing values last. */
function compared(a: Value, b: Value, descending: boolean): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  const [one, other] = [plain(a), plain(b)] as const;
  return one === other ? 0 : one < other === descending ? 1 : -1;
}

function plain(value: number | string | boolean | Date): number | string | boolean {
  return value instanceof Date ? value.getTime() : value;
}

function isSame(rows: readonly Row[], others: readonly Row[]): boolean {
  return rows.length === others.length && rows.every((row, i) => hasSame(row, others[i]!));
}

function hasSame(row: Row, other: Row): boolean {
  return Object.keys(row).every((name) => isEqual(row[name] ?? null, other[name] ?? null));
}

function isEqual(a: Value, b: Value): boolean {
  return a === b || (a instanceof Date && b instanceof Date && +a === +b) || (Number.isNaN(a) && Number.isNaN(b));
}
