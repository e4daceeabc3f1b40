import {Field, RecordBatch, Schema, Table, tableFromIPC, tableToIPC} from "apache-arrow";
import {identifier} from "../../lib/export/sql/identifier.js";
import {duckType, withLeaves} from "./duck-type.js";
import type {Engine} from "./engine.js";
import {noNotes, type FileNotes} from "./file-notes.js";
import type {Kept} from "./kept.js";

/** A result as DuckDB's own Arrow file, with notes as metadata; values that Arrow cannot hold exactly are text. */
export async function arrowFile(engine: Engine, result: Kept, notes = noNotes): Promise<Uint8Array> {
  const fits = await fitting(engine, result);
  const items = result.columns.map(({name, type}, i) => {
    const leaves = withLeaves(duckType(type), fits[i] ? arrowLeaf : () => "VARCHAR");
    return `CAST(${identifier(name)} AS ${leaves}) AS ${identifier(name)}`;
  });
  return noted(await engine.file(`SELECT ${items.join(", ")} FROM ${result.table}`), notes);
}

/** The same data under another schema. */
function noted(file: Uint8Array, {entries, meanings}: FileNotes): Uint8Array {
  const {schema, batches} = tableFromIPC(file);
  const fields = schema.fields.map(({name, type, nullable}, i) => {
    const {unit, description} = meanings[i] ?? {};
    const metadata = unit === undefined ? undefined : new Map(Object.entries({unit, description: description ?? ""}));
    return new Field(name, type, nullable, metadata);
  });
  const described = new Schema(fields, new Map(entries));
  const parts = batches.map(({data}) => new RecordBatch(described, data));
  return tableToIPC(new Table(described, parts), "file");
}

/**
 * Arrow has no times with zones, no bit strings and no integers of more than 38 digits; polars cannot read its
 * intervals.
 */
function arrowLeaf(name: string): string {
  if (/^(UHUGEINT|BIT|INTERVAL|TIME WITH TIME ZONE|BIGNUM|UNION\(.*\))$/s.test(name)) return "VARCHAR";
  return name === "HUGEINT" ? "DECIMAL(38,0)" : name;
}

/** Whether Arrow can hold all values of each column: no infinite dates, no overlong integers. */
async function fitting(engine: Engine, {table, columns}: Kept): Promise<boolean[]> {
  const items = columns.map(({name, type}, i) => `${fits(identifier(name), type)} AS c${i}`);
  const row = await engine.rows(`SELECT ${items.join(", ")} FROM ${table}`);
  return columns.map((_, i) => row.getChildAt(i)?.get(0) !== false);
}

function fits(column: string, type: string): string {
  if (type === "HUGEINT") return `bool_and(${column} IS NULL OR TRY_CAST(${column} AS DECIMAL(38,0)) IS NOT NULL)`;
  return /^(DATE|TIMESTAMP)/.test(type) && !type.endsWith("]") ? `bool_and(isfinite(${column}))` : "true";
}
