import {isMap, isSeq, LineCounter, parseDocument, type Pair, type Scalar} from "yaml";
import {InputError, oneOf, unknown} from "../sheet/index.js";
import type {Override} from "./override.js";

/** A YAML value with its place, for messages. */
export interface Reader {
  place: (node: unknown) => string;
}

/**
 * Reads a YAML file of `key: value` lines: its pairs by key. Throws an `InputError` with file and line for broken YAML,
 * for anything else and for an unknown key.
 */
export function readYaml(text: string, file: string, known: readonly string[], what: string): Yaml {
  const lines = new LineCounter();
  const document = parseDocument(text, {lineCounter: lines});
  const lineAt = (offset: number): string => `${file}:${lines.linePos(offset).line}`;
  const [error] = document.errors;
  if (error) throw new InputError(`${lineAt(error.pos[0])}: ${error.message.split("\n")[0]!}`);
  const reader = {place: (node: unknown) => lineAt((node as {range?: readonly number[]} | null)?.range?.[0] ?? 0)};
  return {reader, fields: entries(document.contents, known, reader, `${file}:1: ${what}`)};
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

/** The pairs of a YAML map by key. Throws an `InputError` for anything else, and for a key that is not known. */
export function entries(node: unknown, known: readonly string[] | undefined, {place}: Reader, what: string): Fields {
  if (!isMap(node)) throw new InputError(`${what} is a list of "key: value" lines`);
  return new Map(
    (node.items as Pair<Scalar>[]).map((pair) => {
      const name = String(pair.key.value);
      if (known && !known.includes(name)) unknown(place(pair.key), "key", name, known);
      return [name, pair];
    })
  );
}

/** The texts of a YAML list, or of one text. */
export function texts(pair: Field, {place}: Reader): string[] | undefined {
  if (!pair) return undefined;
  const {key, value} = pair;
  if (!isSeq(value)) return value === null ? [] : [String((value as Scalar).value)];
  return value.items.map((item) => {
    const scalar = (item as Scalar).value;
    if (typeof scalar === "string" || typeof scalar === "number") return String(scalar);
    throw new InputError(`${place(key)}: ${String(key.value)}: write a list of texts or numbers`);
  });
}

/** The cells that a YAML map sets. */
export function readSet(pair: Field, {place}: Reader): Override[] {
  if (!pair) return [];
  const at = place(pair.key);
  const cells = entries(pair.value, undefined, {place}, `${at}: ${String(pair.key.value)}`);
  return [...cells].map(([cell, {key, value}]) => ({
    cell,
    value: scalarText(value),
    place: place(key)
  }));
}

/** A number of a field. Throws an `InputError` where it is none. */
export function numberOf(name: string, pair: Field, {place}: Reader): number | undefined {
  if (!pair) return undefined;
  const value = (pair.value as Scalar | null)?.value;
  if (typeof value === "number" && Number.isFinite(value)) return value;
  throw new InputError(`${place(pair.key)}: ${name}: "${String(value)}" is not a number`);
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
  {place}: Reader
): T | undefined {
  if (!pair) return undefined;
  return oneOf(place(pair.key), name, textOf(pair)!, words);
}

/** The text of a scalar. */
export function textOf(pair: Field): string | undefined {
  return pair && scalarText(pair.value).trim();
}

function scalarText(node: unknown): string {
  const value = (node as Scalar | null)?.value;
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? String(value) : "";
}
