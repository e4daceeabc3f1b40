import {identifier, quoted} from "../../lib/export/sql/identifier.js";
import {roleOf, type Role} from "./chart-spec.js";
import type {Engine} from "./engine.js";
import type {Kept} from "./kept.js";

/** A summary of a result's column, computed by DuckDB. */
export interface ColumnSummary {
  nulls: number;
  distinct: number;
  /** Whether the number is an estimate, because there are many rows. */
  isAbout: boolean;
  /** Minimum and maximum as DuckDB's text; null if there is none. */
  least: string | null;
  greatest: string | null;
  /** For numbers and dates, ranges of equal width; otherwise the most frequent values. */
  parts: SummaryPart[];
}

/** Some of a column's values: their number, and the condition that selects them. */
export interface SummaryPart {
  label: string;
  count: number;
  condition: string;
}

/** Number of ranges into which a column's numbers are divided. */
const BINS = 16;

const FREQUENT = 4;

/** Up to this many rows, distinct values are counted exactly. */
const COUNTED = 100_000;

/** The summaries of a result's columns, in two queries. */
export async function summaries(engine: Engine, {table, columns, length}: Kept): Promise<ColumnSummary[]> {
  const isAbout = length > COUNTED;
  const items = columns.flatMap(({name}, i) => {
    const column = identifier(name);
    return [
      `CAST(count(*) - count(${column}) AS VARCHAR) AS nulls${i}`,
      `CAST(${isAbout ? `approx_count_distinct(${column})` : `count(DISTINCT ${column})`} AS VARCHAR) AS distinct${i}`,
      `CAST(min(${column}) AS VARCHAR) AS least${i}`,
      `CAST(max(${column}) AS VARCHAR) AS greatest${i}`
    ];
  });
  const row = await engine.rows(`SELECT ${items.join(", ")} FROM ${table}`);
  const valueOf = (name: string): string | null => (row.getChild(name)?.get(0) as string | null | undefined) ?? null;
  const parts = await partsOf(engine, table, columns, isAbout);
  return columns.map((_, i) => ({
    nulls: Number(valueOf(`nulls${i}`)),
    // The estimate may exceed the number of values.
    distinct: Math.min(Number(valueOf(`distinct${i}`)), length - Number(valueOf(`nulls${i}`))),
    isAbout,
    least: valueOf(`least${i}`),
    greatest: valueOf(`greatest${i}`),
    parts: parts.filter((part) => part.column === i)
  }));
}

interface ColumnPart extends SummaryPart {
  column: number;
}

async function partsOf(
  engine: Engine,
  table: string,
  columns: Kept["columns"],
  isAbout: boolean
): Promise<ColumnPart[]> {
  const counted = isAbout ? frequentOfMany : frequent;
  const queries = columns.map(({name, type}, i) =>
    kindOf(type) === "text" ? counted(table, identifier(name), i) : ranges(table, measure(name, type), i)
  );
  const found = await engine.rows(queries.join(" UNION ALL "));
  const texts = (name: string): (string | null)[] => Array.from(found.getChild(name) ?? [], (value) => value as string);
  const [order, from, to, count] = ["i", "a", "b", "n"].map(texts) as [string[], string[], (string | null)[], string[]];
  const parts = order.map((place, row) => {
    const [column, part] = place.split(" ").map(Number) as [number, number];
    const one = {column, part, from: from[row]!, to: to[row] ?? null, count: Number(count[row])};
    return {...one, ...partOf(columns[column]!, one)};
  });
  return parts.sort((a, b) => a.column - b.column || a.part - b.part);
}

/**
 * Timestamps with a zone count as text: DuckDB would need an extension to compute with them, which it cannot load here.
 */
function kindOf(type: string): Role {
  return type === "TIMESTAMP WITH TIME ZONE" ? "text" : roleOf(type);
}

/** A column as a number: for dates and times, seconds since 1970. */
function measure(name: string, type: string): string {
  return kindOf(type) === "date" ? `epoch(${identifier(name)})` : `CAST(${identifier(name)} AS DOUBLE)`;
}

function ranges(table: string, value: string, i: number): string {
  const inside = `(SELECT ${value} AS v FROM ${table} WHERE isfinite(${value}))`;
  const ends = `(SELECT min(v) AS lo, max(v) AS hi FROM ${inside})`;
  const part = `least(${BINS - 1}, floor((v - lo) / (hi - lo) * ${BINS}))`;
  const bin = `CASE WHEN hi > lo THEN CAST(${part} AS INTEGER) ELSE 0 END`;
  return (
    `(SELECT '${i} ' || bin AS i, CAST(any_value(lo + (hi - lo) * bin / ${BINS}) AS VARCHAR) AS a, ` +
    `CAST(any_value(lo + (hi - lo) * (bin + 1) / ${BINS}) AS VARCHAR) AS b, CAST(count(*) AS VARCHAR) AS n ` +
    `FROM (SELECT v, lo, hi, ${bin} AS bin FROM ${inside}, ${ends}) GROUP BY bin)`
  );
}

function frequent(table: string, column: string, i: number): string {
  const values = `SELECT CAST(${column} AS VARCHAR) AS v FROM ${table} WHERE ${column} IS NOT NULL`;
  const counted = `(SELECT v, count(*) AS n FROM (${values}) GROUP BY v)`;
  return (
    `(SELECT '${i} ' || (row_number() OVER (ORDER BY n DESC, v) - 1) AS i, v AS a, NULL AS b, ` +
    `CAST(n AS VARCHAR) AS n ` +
    `FROM ${counted} ORDER BY n DESC, v LIMIT ${FREQUENT})`
  );
}

/** With many rows, which values are frequent is an estimate; their frequencies are exact. */
function frequentOfMany(table: string, column: string, i: number): string {
  const text = `CAST(kept.${column} AS VARCHAR)`;
  const values = `(SELECT unnest(approx_top_k(${text}, ${FREQUENT})) AS v FROM ${table} AS kept) AS top`;
  return (
    `(SELECT '${i} ' || (row_number() OVER (ORDER BY count(*) DESC, top.v) - 1) AS i, top.v AS a, NULL AS b, ` +
    `CAST(count(*) AS VARCHAR) AS n FROM ${table} AS kept JOIN ${values} ON top.v = ${text} GROUP BY top.v)`
  );
}

interface Ends {
  part: number;
  from: string;
  to: string | null;
}

function partOf({name, type}: {name: string; type: string}, {part, from, to}: Ends): Omit<SummaryPart, "count"> {
  const column = identifier(name);
  if (to === null) return {label: from, condition: `CAST(${column} AS VARCHAR) = ${quoted(from)}`};
  const ends = [from, to].map((end) => (kindOf(type) === "date" ? moment(Number(end)) : end)) as [string, string];
  const [least, most] = ends.map((end) => (kindOf(type) === "date" ? `TIMESTAMP '${end}'` : end)) as [string, string];
  const upTo = part === BINS - 1 || from === to ? "<=" : "<";
  const short = ends.map((end) =>
    kindOf(type) === "date" ? end.slice(0, 10) : String(Number(Number(end).toPrecision(3)))
  );
  return {label: short.join(" to "), condition: `${column} >= ${least} AND ${column} ${upTo} ${most}`};
}

function moment(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(0, 19).replace("T", " ");
}
