import {commensurable, factor, isUnit, parseUnit, type Unit} from "../../lib/sheet/unit.js";

/** A column of the model with the same name as a reader's. */
export interface ModelColumn {
  table: string;
  name: string;
  unit: string;
}

/** The name and unit in a header such as `tdp (kW)`, `tdp [kW]`, `tdp, kW` or `tdp_kw`. */
export function headed(header: string): {name: string; unit: string} {
  const text = header.trim();
  const [, name, unit] = inBrackets.exec(text) ?? atTheEnd.exec(text) ?? [];
  const known = unit === undefined ? undefined : unitOf(unit);
  return known === undefined ? {name: bare(text), unit: ""} : {name: bare(name!), unit: known};
}

const inBrackets = /^(.+?)\s*[([]\s*([^)\]]+?)\s*[)\]]$/;
const atTheEnd = /^(.+?)(?:\s*,\s*|[_ ])([^\s_]+)$/;

/** The model's columns with which a reader's column could mistakenly be joined. */
export function namesakes(header: string, model: readonly ModelColumn[]): ModelColumn[] {
  const names = new Set([bare(header), headed(header).name]);
  return model.filter(({name, unit}) => unit !== "" && names.has(name));
}

/** Doubts about the unit in a header, compared with those of columns with the same name. */
export function doubtsOfHeader(header: string, same: readonly ModelColumn[]): string[] {
  const {name, unit} = headed(header);
  if (unit === "" || same.some((column) => isSameUnit(unit, column))) return [];
  return onePerUnit(same.filter((column) => column.name === name)).map((column) => differs(header, unit, column));
}

/** Doubts about the magnitude of a column's numbers, compared with `typical` ones of columns with the same name. */
export function doubtsOfSize(header: string, values: readonly number[], typical: readonly Typical[]): string[] {
  const own = median(values.filter((value) => value !== 0).map(Math.abs));
  if (own === undefined || typical.some(({size}) => Math.abs(Math.log10(own / size)) < ALIKE)) return [];
  const units = onePerUnit(typical.map(({column}) => column));
  return typical.flatMap(({column, size}) => {
    if (!units.includes(column)) return [];
    const power = Math.round(Math.log10(size / own));
    return Math.abs(power) % 3 === 0 ? [`“${header}” is ${apart(power)} ${place(column)}: in another unit?`] : [];
  });
}

/** The first column of each unit: the same doubt applies to all. */
function onePerUnit(columns: readonly ModelColumn[]): ModelColumn[] {
  return columns.filter(({unit}, i) => columns.findIndex((one) => one.unit === unit) === i);
}

/** A column of the model, with a number of typical size. */
export interface Typical {
  column: ModelColumn;
  size: number;
}

/** Powers of ten by which numbers of the same unit may differ. */
const ALIKE = 2;

function apart(power: number): string {
  const times = (10 ** Math.abs(power)).toLocaleString("en-US");
  return `about ${times} times ${power > 0 ? "smaller" : "larger"} than`;
}

function differs(header: string, unit: string, column: ModelColumn): string {
  const [own, model] = [parseUnit(unit), modelUnit(unit, column)];
  const isComparable = model !== undefined && commensurable(own, model);
  const way = isComparable ? `multiply by ${shortly(factor(own, model))} to compare` : "they can't be compared";
  return `“${header}” is in ${unit}, ${place(column)}: ${way}.`;
}

function shortly(value: number): string {
  return value.toLocaleString("en-US", {maximumSignificantDigits: 6});
}

function place({table, name, unit}: ModelColumn): string {
  return `${table}.${name} in ${unit}`;
}

function isSameUnit(unit: string, column: ModelColumn): boolean {
  const [own, model] = [parseUnit(unit), modelUnit(unit, column)];
  return model !== undefined && commensurable(own, model) && factor(own, model) === 1;
}

/** The unit of a model's column, without its denominator if a header omits that. */
function modelUnit(stated: string, {unit}: ModelColumn): Unit | undefined {
  const text = stated.includes("/") ? unit : unit.replace(/\/.*$/, "");
  return isUnit(text) ? parseUnit(text) : undefined;
}

/** A unit in the model's spelling: headers are often in lower case. */
function unitOf(text: string): string | undefined {
  return text === "1" ? undefined : [text, ...(smallUnits.get(text) ?? [])].find((one) => isUnit(one));
}

const smallUnits = new Map(
  ["W", "kW", "MW", "GW", "Wh", "kWh", "MWh", "GWh", "TWh", "L", "GB", "TB", "USD", "USD/MWh", "USD/kWh"].map(
    (unit) => [unit.toLowerCase(), [unit]] as const
  )
);

function bare(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/\W+/g, "_")
    .replace(/^_+|_+$/g, "");
}

function median(values: readonly number[]): number | undefined {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}
