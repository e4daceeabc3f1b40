import {isMap, isSeq, type Pair, type Scalar} from "yaml";
import type {Override} from "../model/index.js";
import {InputError, knownNames} from "../sheet/index.js";

/** A YAML value with its place, for messages. */
export interface Reader {
  place: (node: unknown) => string;
}

/** The pairs of a YAML map by key. Throws an `InputError` for anything else, and for a key that is not known. */
export function entries(
  node: unknown,
  known: readonly string[] | undefined,
  {place}: Reader,
  what: string
): Map<string, Pair<Scalar>> {
  if (!isMap(node)) throw new InputError(`${what} is a list of "key: value" lines`);
  return new Map(
    (node.items as Pair<Scalar>[]).map((pair) => {
      const name = String(pair.key.value);
      if (known && !known.includes(name))
        throw new InputError(
          [`${place(pair.key)}: unknown key "${name}"`, ...knownNames("keys", name, known)].join("\n  ")
        );
      return [name, pair];
    })
  );
}

/** The texts of a YAML list, or of one text. */
export function texts(pair: Pair<Scalar> | undefined, {place}: Reader): string[] | undefined {
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
export function readSet(pair: Pair<Scalar> | undefined, {place}: Reader): Override[] {
  if (!pair) return [];
  const at = place(pair.key);
  const cells = entries(pair.value, undefined, {place}, `${at}: ${String(pair.key.value)}`);
  return [...cells].map(([cell, {key, value}]) => ({
    cell,
    value: scalarText(value),
    place: place(key)
  }));
}

/** A number of a spec. Throws an `InputError` where it is none. */
export function numberOf(name: string, pair: Pair<Scalar> | undefined, {place}: Reader): number | undefined {
  if (!pair) return undefined;
  const value = (pair.value as Scalar | null)?.value;
  if (typeof value === "number" && Number.isFinite(value)) return value;
  throw new InputError(`${place(pair.key)}: ${name}: "${String(value)}" is not a number`);
}

/** A whole number of a spec within least..most. Throws an `InputError` otherwise. */
export function whole(
  name: string,
  pair: Pair<Scalar> | undefined,
  least: number,
  most: number,
  reader: Reader
): number | undefined {
  const value = numberOf(name, pair, reader);
  if (value === undefined || (Number.isInteger(value) && value >= least && value <= most)) return value;
  throw new InputError(
    `${reader.place(pair!.key)}: ${name}: "${value}" is not a whole number from ${least} to ${most}`
  );
}

/** One of some words. Throws an `InputError` for another. */
export function oneOf<T extends string>(
  name: string,
  pair: Pair<Scalar> | undefined,
  words: readonly T[],
  {place}: Reader
): T | undefined {
  if (!pair) return undefined;
  const text = textOf(pair)!;
  const found = words.find((word) => word === text);
  if (found) return found;
  throw new InputError(
    [`${place(pair.key)}: ${name}: unknown "${text}"`, ...knownNames(`${name}s`, text, words)].join("\n  ")
  );
}

/** The text of a scalar. */
export function textOf(pair: Pair<Scalar> | undefined): string | undefined {
  return pair && scalarText(pair.value).trim();
}

function scalarText(node: unknown): string {
  const value = (node as Scalar | null)?.value;
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? String(value) : "";
}
