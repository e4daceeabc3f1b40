/** A DuckDB type: a simple type by name, or a composite one. */
export type DuckType =
  | {kind: "leaf"; name: string}
  | {kind: "list"; item: DuckType}
  | {kind: "struct"; fields: {name: string; type: DuckType}[]}
  | {kind: "map"; key: DuckType; value: DuckType};

/**
 * Parses a type as DESCRIBE writes it, `STRUCT(a INTEGER, b DECIMAL(5,2)[])`; an array becomes a list, a union a leaf.
 */
export function duckType(text: string): DuckType {
  const array = /^(.*)\[\d*\]$/s.exec(text);
  if (array) return {kind: "list", item: duckType(array[1]!)};
  const composite = /^(STRUCT|MAP)\((.*)\)$/s.exec(text);
  if (!composite) return {kind: "leaf", name: text};
  const parts = partsOf(composite[2]!);
  if (composite[1] === "STRUCT") return {kind: "struct", fields: parts.map(fieldOf)};
  return {kind: "map", key: duckType(parts[0]!), value: duckType(parts[1]!)};
}

/** The type with its leaves replaced, as SQL, for casting values to other leaves. */
export function withLeaves(type: DuckType, leaf: (name: string) => string): string {
  const inner = (part: DuckType): string => withLeaves(part, leaf);
  if (type.kind === "leaf") return leaf(type.name);
  if (type.kind === "list") return `${inner(type.item)}[]`;
  if (type.kind === "map") return `MAP(${inner(type.key)}, ${inner(type.value)})`;
  return `STRUCT(${type.fields.map((field) => `${quoted(field.name)} ${inner(field.type)}`).join(", ")})`;
}

function fieldOf(text: string): {name: string; type: DuckType} {
  const [, inQuotes, bare, type = ""] = /^(?:"((?:[^"]|"")*)"|(\S+)) (.*)$/s.exec(text) ?? [];
  return {name: inQuotes?.replaceAll('""', '"') ?? bare ?? "", type: duckType(type)};
}

/** The parts between commas outside brackets and quotes. */
function partsOf(text: string): string[] {
  const parts = [""];
  let depth = 0;
  for (const [piece] of text.matchAll(/"(?:[^"]|"")*"|'(?:[^']|'')*'|./gs)) {
    if (piece === "(") ++depth;
    if (piece === ")") --depth;
    if (piece === "," && depth === 0) parts.push("");
    else parts.push(parts.pop()! + piece);
  }
  return parts.map((part) => part.trim());
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
