import type {DuckType} from "./duck-type.js";
import type {Engine} from "./engine.js";
import type {Kept} from "./kept.js";
import {leafJson} from "./leaf-json.js";
import {nestedColumns, type Nested} from "./nested.js";

/** A result as JSON, an array of objects: integers in full, decimals as text, maps as pairs. */
export async function jsonFile(engine: Engine, result: Kept): Promise<string> {
  const columns = await nestedColumns(engine, result);
  const rows = Array.from({length: result.length}, (_, row) => {
    const members = columns.map(({name, type, values}) => `${JSON.stringify(name)}:${json(values[row]!, type)}`);
    return `{${members.join(",")}}`;
  });
  return rows.length === 0 ? "[]\n" : `[\n${rows.join(",\n")}\n]\n`;
}

function json(value: Nested, type: DuckType): string {
  if (typeof value === "string") return leafJson(type.kind === "leaf" ? type.name : "", value);
  if (Array.isArray(value) && type.kind === "list") return `[${value.map((item) => json(item, type.item)).join(",")}]`;
  if (value && "fields" in value && type.kind === "struct") {
    const members = type.fields.map(
      (field, i) => `${JSON.stringify(field.name)}:${json(value.fields[i]!, field.type)}`
    );
    return `{${members.join(",")}}`;
  }
  if (value && "pairs" in value && type.kind === "map")
    return `[${value.pairs.map(([key, held]) => `[${json(key, type.key)},${json(held, type.value)}]`).join(",")}]`;
  return "null";
}
