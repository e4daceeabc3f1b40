import {identifier} from "../../lib/export/sql/identifier.js";
import {duckType, withLeaves, type DuckType} from "./duck-type.js";
import type {Engine} from "./engine.js";
import type {Kept} from "./kept.js";

/** A value whose leaves are DuckDB's own texts: a list, the fields of a struct in order, or the pairs of a map. */
export type Nested = string | null | Nested[] | {fields: Nested[]} | {pairs: [Nested, Nested][]};

/** A column of a result with its type and its values. */
export interface NestedColumn {
  name: string;
  type: DuckType;
  values: Nested[];
}

/** All values of a result, preserving lists, structs and maps. */
export async function nestedColumns(engine: Engine, {table, columns}: Kept): Promise<NestedColumn[]> {
  const types = columns.map(({type}) => duckType(type));
  const items = columns.map(({name}, i) => `CAST(${identifier(name)} AS ${withLeaves(types[i]!, () => "VARCHAR")})`);
  const result = await engine.rows(`SELECT ${items.map((item, i) => `${item} AS c${i}`).join(", ")} FROM ${table}`);
  return columns.map(({name}, i) => {
    const type = types[i]!;
    return {name, type, values: Array.from(result.getChildAt(i) ?? [], (value) => nested(value, type))};
  });
}

function nested(value: unknown, type: DuckType): Nested {
  if (value === null || value === undefined) return null;
  if (type.kind === "leaf") return value as string;
  if (type.kind === "list") return Array.from(value as Iterable<unknown>, (item) => nested(item, type.item));
  if (type.kind === "map") {
    const pairs = Array.from(value as Iterable<[unknown, unknown]>);
    return {pairs: pairs.map(([key, held]) => [nested(key, type.key), nested(held, type.value)])};
  }
  const row = value as Record<string, unknown>;
  return {fields: type.fields.map((field) => nested(row[field.name], field.type))};
}
