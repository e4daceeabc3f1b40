import {identifier} from "../../lib/export/sql/identifier.js";
import {duckType, withLeaves} from "./duck-type.js";
import type {Engine} from "./engine.js";
import type {Kept} from "./kept.js";

/** A result as DuckDB's own Arrow file; what Arrow does not hold whole is text. */
export async function arrowFile(engine: Engine, result: Kept): Promise<Uint8Array> {
  const fits = await fitting(engine, result);
  const items = result.columns.map(({name, type}, i) => {
    const leaves = withLeaves(duckType(type), fits[i] ? arrowLeaf : () => "VARCHAR");
    return `CAST(${identifier(name)} AS ${leaves}) AS ${identifier(name)}`;
  });
  return engine.file(`SELECT ${items.join(", ")} FROM ${result.table}`);
}

/** Arrow has no zone of a time, no bits, no integers of more than 38 digits; polars opens no file with its intervals. */
function arrowLeaf(name: string): string {
  if (/^(UHUGEINT|BIT|INTERVAL|TIME WITH TIME ZONE|BIGNUM|UNION\(.*\))$/s.test(name)) return "VARCHAR";
  return name === "HUGEINT" ? "DECIMAL(38,0)" : name;
}

/** Whether Arrow holds all values of each column: no endless dates, no integers that are too long. */
async function fitting(engine: Engine, {table, columns}: Kept): Promise<boolean[]> {
  const items = columns.map(({name, type}, i) => `${fits(identifier(name), type)} AS c${i}`);
  const row = await engine.rows(`SELECT ${items.join(", ")} FROM ${table}`);
  return columns.map((_, i) => row.getChildAt(i)?.get(0) !== false);
}

function fits(column: string, type: string): string {
  if (type === "HUGEINT") return `bool_and(${column} IS NULL OR TRY_CAST(${column} AS DECIMAL(38,0)) IS NOT NULL)`;
  return /^(DATE|TIMESTAMP)/.test(type) && !type.endsWith("]") ? `bool_and(isfinite(${column}))` : "true";
}
