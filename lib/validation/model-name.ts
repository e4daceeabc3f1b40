import type {TableInput} from "../sheet/index.js";
import {statedFormat, type NumberFormat} from "./number-format.js";
import {readings, wordsOf, type Named} from "./phrase.js";

/** The row of `language_model` that a published name means. */
export interface NamedModel {
  key: string;
  /** The model of the row, where the name is another's of the same shape. */
  assumed: string[];
  /** The format of weights that the name says. */
  format?: NumberFormat;
}

/** A name that means no row. */
export interface UnknownName {
  /** What no row has; empty where the name has nothing in common with any row's. */
  problem: string;
  /** The name without words that change nothing. */
  bare: string;
}

/**
 * Reads a published name of a model, such as `meta-llama/Llama-3.1-8B-Instruct-FP8`: all of its words have to be those
 * of the row, but for those that leave the shape as it is, and sizes in it have to be the row's.
 */
export function modelNamed(name: string, models: TableInput): NamedModel | UnknownName {
  const bare = name
    .trim()
    .split("/")
    .at(-1)!
    .replace(/-v\d+:\d+$/, "");
  const read = readings(bare, namesOf(models)).map(({key, name: said, rest}) => {
    const other = models.keys.includes(said) ? [] : [`the shape of ${key}`];
    return {key, other, ...remainder(rest, key, models)};
  });
  const found = read.find(({problem}) => problem === "");
  if (found) return {key: found.key, assumed: found.other, ...(found.format && {format: found.format})};
  return {
    problem: read[0]?.problem ?? "",
    bare: wordsOf(bare)
      .filter((word) => !harmless.has(word))
      .join("-")
  };
}

/** The format of weights that a name says, whatever the model. */
export function formatInName(name: string): NumberFormat | undefined {
  const formats = wordsOf(name).map((word) => statedFormat(word));
  return formats.flatMap((one) => ("format" in one && one.format ? [one.format] : [])).at(-1);
}

function namesOf({keys, columns}: TableInput): Named[] {
  return keys.flatMap((key, row) => [
    {name: key, key},
    ...String(columns.same_shape!.values[row] ?? "")
      .split(";")
      .flatMap((name) => (name.trim() === "" ? [] : [{name: name.trim(), key}]))
  ]);
}

/** Words that leave a model's shape as it is: how it was trained after, published or packed. */
const harmless = new Set("instruct chat it hf base preview latest meta thinking reasoning exp ai labs".split(" "));
const version = /^v\d+(?:\.\d+)*$/;
/** A release by month and day, by year and month, or by date. */
const release = /^(?:(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])|2[3-9](?:0[1-9]|1[0-2])|20\d{6})$/;

interface Remainder {
  problem: string;
  format?: NumberFormat;
}

function remainder(rest: string, key: string, models: TableInput): Remainder {
  const row = models.keys.indexOf(key);
  const of = (column: string): unknown => models.columns[column]!.values[row];
  const developer = wordsOf(String(of("developer")).replaceAll(".", " "));
  const sizes = {
    total: Number(of("total_parameters")),
    active: Number(of("active_parameters")),
    experts: Number(of("experts"))
  };
  const words = wordsOf(rest).filter(
    (word) => !harmless.has(word) && !version.test(word) && !release.test(word) && !developer.includes(word)
  );
  const others = words.filter((word) => !isSize(word));
  const stated = others.length === 0 ? undefined : statedFormat(others.join(" ").replace(/\bkv\b/, " "));
  if (stated && "problem" in stated) return {problem: `"${words.join(" ")}" is not understood beside ${key}`};
  const wrong = words.find((word) => isSize(word) && !isSizeOf(word, sizes));
  if (wrong !== undefined)
    return {problem: `"${wrong}" is not a size of ${key}, which has ${sizes.total} billion parameters`};
  return {problem: "", ...(stated?.format && {format: stated.format})};
}

interface Sizes {
  total: number;
  active: number;
  experts: number;
}

const size = /^(a?)(\d+(?:\.\d+)?)([bte])$/;

function isSize(word: string): boolean {
  return size.test(word);
}

function isSizeOf(word: string, {total, active, experts}: Sizes): boolean {
  const [, prefix, digits, unit] = size.exec(word)!;
  const value = Number(digits) * (unit === "t" ? 1000 : 1);
  if (unit === "e") return value === experts;
  return isNear(value, active) || (prefix === "" && isNear(value, total));
}

/** Whether a stated number of parameters is a row's: publications round, and some leave embeddings out. */
export function isNear(stated: number, ours: number): boolean {
  return Math.abs(stated / ours - 1) <= 0.15;
}
