import {isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, type Document, type Pair, type Scalar} from "yaml";
import {InputError, oneOf, unknown} from "../sheet/index.js";
import {quoted} from "../sheet/error.js";
import {limits, limitText} from "../sheet/limits.js";
import type {Override} from "./override.js";

/** A YAML value with its place, for messages. */
export interface Reader {
  place: (node: unknown) => string;
}

/**
 * Reads a YAML file of `key: value` lines: its pairs by key. Throws an `InputError` with file and line for broken YAML,
 * for anything else, for an unknown key and for a file beyond the limit.
 */
export function readYaml(text: string, file: string, known: readonly string[], what: string): Yaml {
  const lines = new LineCounter();
  const document = parse(text, lines, file);
  const lineAt = (offset: number): string => `${file}:${lines.linePos(offset).line}`;
  const [error] = document.errors;
  if (error) throw new InputError(`${lineAt(error.pos[0])}: ${problemOf(error)}\n  check indentation and colons`);
  const reader = {place: (node: unknown) => lineAt((node as {range?: readonly number[]} | null)?.range?.[0] ?? 0)};
  return {reader, fields: entries(document.contents, known, reader, `${file}:1: ${what}`)};
}

/** What is wrong with a YAML text, without the place and the drawing that the parser adds. */
function problemOf({message}: Error): string {
  return `not YAML: ${message.split("\n")[0]!.replace(/ at line \d+, column \d+:?$/, "")}`;
}

function parse(text: string, lineCounter: LineCounter, file: string): Document.Parsed {
  if (text.length > limits.yamlLength)
    throw new InputError(`${file}: has more than ${limitText("yamlLength")} characters: divide it among files`);
  try {
    // The parser compares each key with all before it; `entries` looks them up.
    return parseDocument(text, {lineCounter, uniqueKeys: false});
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    throw new InputError(`${file}: lists or maps are nested too deeply to be read`, {cause});
  }
}

/** A file's pairs by key, and what reads them. */
export interface Yaml {
  reader: Reader;
  fields: Fields;
}

/** The pairs of a YAML map by key. */
export type Fields = ReadonlyMap<string, Pair<Scalar>>;

/** A pair that may be left out. */
export type Field = Pair<Scalar> | undefined;

/**
 * The pairs of a YAML map by key. Throws an `InputError` for anything else, for a key that is not known, that stands
 * twice or that is no plain text or number.
 */
export function entries(node: unknown, known: readonly string[] | undefined, reader: Reader, what: string): Fields {
  if (!isMap(node)) throw new InputError(`${what} is a list of "key: value" lines`);
  const fields = new Map<string, Pair<Scalar>>();
  for (const pair of node.items as Pair<Scalar>[]) {
    const place = reader.place(pair.key);
    const name = String(scalarOf(pair.key, `${place}: a key`));
    if (known && !known.includes(name)) unknown(place, "key", name, known);
    if (fields.has(name)) throw new InputError(`${place}: the key ${quoted(name)} stands twice: remove one`);
    fields.set(name, pair);
  }
  return fields;
}

/** The texts of a YAML list, or of one text. */
export function texts(pair: Field, {place}: Reader): string[] | undefined {
  if (!pair) return undefined;
  const {key, value} = pair;
  if (value === null) return [];
  const items: readonly unknown[] = isSeq(value) ? value.items : [value];
  return items.map((item) => {
    const scalar = isScalar(item) ? item.value : undefined;
    if (typeof scalar === "string" || typeof scalar === "number") return String(scalar);
    throw new InputError(`${place(key)}: ${String(key.value)}: write a list of texts or numbers`);
  });
}

/** The cells that a YAML map sets. */
export function readSet(pair: Field, {place}: Reader): Override[] {
  if (!pair) return [];
  const at = place(pair.key);
  const cells = entries(pair.value, undefined, {place}, `${at}: ${String(pair.key.value)}`);
  return [...cells].map(([cell, pair]) => ({
    cell,
    value: textIn(pair, {place}),
    place: place(pair.key)
  }));
}

/** A number of a field. Throws an `InputError` where it is none. */
export function numberOf(name: string, pair: Field, {place}: Reader): number | undefined {
  if (!pair) return undefined;
  const value = valueIn(pair, {place});
  if (typeof value === "number" && Number.isFinite(value)) return value;
  throw new InputError(`${place(pair.key)}: ${name}: ${quoted(String(value))} is not a number`);
}

/** A whole number of a spec within least..most. Throws an `InputError` otherwise. */
export function whole(name: string, pair: Field, least: number, most: number, reader: Reader): number | undefined {
  const value = numberOf(name, pair, reader);
  if (value === undefined || (Number.isInteger(value) && value >= least && value <= most)) return value;
  throw new InputError(
    `${reader.place(pair!.key)}: ${name}: "${value}" is not a whole number from ${least} to ${most}`
  );
}

/** A word of a field. Throws an `InputError` for another than the permitted ones. */
export function wordOf<T extends string>(
  name: string,
  pair: Field,
  words: readonly T[],
  reader: Reader
): T | undefined {
  if (!pair) return undefined;
  return oneOf(reader.place(pair.key), name, textOf(pair, reader)!, words);
}

/** The text of a field. Throws an `InputError` for a list, a map or an alias. */
export function textOf(pair: Field, reader: Reader): string | undefined {
  return pair && textIn(pair, reader).trim();
}

function textIn(pair: Pair<Scalar>, reader: Reader): string {
  return String(valueIn(pair, reader) ?? "");
}

function valueIn({key, value}: Pair<Scalar>, {place}: Reader): Plain {
  return scalarOf(value, `${place(key)}: ${String(key.value)}`);
}

type Plain = string | number | boolean | null;

/** What a node says that stands for one value. Throws an `InputError` for all others: none is taken for empty. */
function scalarOf(node: unknown, place: string): Plain {
  if (node === null) return null;
  const value = isScalar(node) ? node.value : undefined;
  if (value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean")
    return value;
  throw new InputError(`${place}: ${kindOf(node)} can't stand here: write one text or number`);
}

function kindOf(node: unknown): string {
  if (isSeq(node)) return "a list";
  if (isMap(node)) return "a map";
  return isAlias(node) ? `the alias *${node.source}` : "a value of another type";
}
