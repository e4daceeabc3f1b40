import {exp} from "../sheet/exponential.js";
import {log} from "../sheet/logarithm.js";
import type {Pair, Scalar} from "yaml";
import type {Override} from "../model/index.js";
import {InputError} from "../sheet/index.js";
import {entries, numberOf, readSet, texts, whole, wordOf, type Fields, type Reader} from "../model/yaml.js";

/** An axis of a sweep: cells that vary together, or the scenario itself. */
export interface Axis {
  name: string;
  cases: readonly Case[];
  /** Its place in the file, for messages. */
  place: string;
}

/** A value of an axis. */
export interface Case {
  /** Its label in the tables: a number if all labels of the axis are numbers. */
  label: string | number;
  /** Scenario that replaces the base. */
  scenario?: string;
  overrides: readonly Override[];
}

const keys = ["cell", "values", "from", "to", "steps", "scale", "cases", "scenarios"];
const ways = "use cell and values, or cell, from, to and steps, or cases, or scenarios";
const names = /^[a-z][a-z_0-9]*$/;
const reserved = ["run", "point", "draw", "month", "slice", "output", "value", "count"];

/** Reads an axis: a grid of values, a range in steps, named cases that each set some cells, or scenarios. */
export function readAxis(name: string, {key, value}: Pair<Scalar>, reader: Reader): Axis {
  const place = reader.place(key);
  if (!names.test(name) || reserved.includes(name))
    throw new InputError(
      `${place}: axes: "${name}" is not a valid column name: use lower-case letters, digits and _, but none of ` +
        reserved.join(", ")
    );
  const fields = entries(value, keys, reader, `${place}: ${name}`);
  const cases = casesOf(name, fields, place, reader);
  if (cases.length === 0) throw new InputError(`${place}: ${name}: an axis needs at least one value`);
  const labels = cases.map(({label}) => String(label));
  const twice = labels.find((label, i) => labels.indexOf(label) < i);
  if (twice !== undefined) throw new InputError(`${place}: ${name}: "${twice}" appears twice`);
  return {name, cases, place};
}

function casesOf(name: string, fields: Fields, place: string, reader: Reader): Case[] {
  const kinds = ["values", "from", "cases", "scenarios"].filter((kind) => fields.has(kind));
  if (kinds.length !== 1) throw new InputError(`${place}: ${name}: ${ways}`);
  if (fields.has("scenarios"))
    return texts(fields.get("scenarios"), reader)!.map((scenario) => ({label: scenario, scenario, overrides: []}));
  if (fields.has("cases")) return named(name, fields.get("cases")!, reader);
  const cells = texts(fields.get("cell"), reader) ?? [];
  if (cells.length === 0) throw new InputError(`${place}: ${name}: ${ways}`);
  const values = fields.has("values")
    ? texts(fields.get("values"), reader)!
    : range(name, fields, place, reader).map(String);
  const numeric = values.every((value) => value.trim() !== "" && Number.isFinite(Number(value)));
  return values.map((value) => ({
    label: numeric ? Number(value) : value,
    overrides: cells.map((cell) => ({cell, value, place}))
  }));
}

function named(name: string, pair: Pair<Scalar>, reader: Reader): Case[] {
  const cases = entries(pair.value, undefined, reader, `${reader.place(pair.key)}: ${name}`);
  return [...cases].map(([label, settings]) => ({label, overrides: readSet(settings, reader)}));
}

/** Equal steps; on a log scale, equal steps of the logarithm. */
function range(name: string, fields: Fields, place: string, reader: Reader): number[] {
  const [from, to] = ["from", "to"].map((key) => numberOf(`${name}: ${key}`, fields.get(key), reader));
  const steps = whole(`${name}: steps`, fields.get("steps"), 2, 1e6, reader);
  const scale = wordOf("scale", fields.get("scale"), ["linear", "log"], reader) ?? "linear";
  if (from === undefined || to === undefined || steps === undefined) throw new InputError(`${place}: ${name}: ${ways}`);
  if (!(from < to)) throw new InputError(`${place}: ${name}: from (${from}) must be less than to (${to})`);
  if (scale === "log" && from <= 0)
    throw new InputError(`${place}: ${name}: a log scale must start above 0, not at ${from}`);
  const [a, b] = scale === "log" ? [log(from), log(to)] : [from, to];
  const value = (i: number): number => a + ((b - a) * i) / (steps - 1);
  return Array.from({length: steps}, (_, i) => {
    if (i === 0 || i === steps - 1) return i === 0 ? from : to;
    return Number((scale === "log" ? exp(value(i)) : value(i)).toPrecision(12));
  });
}
