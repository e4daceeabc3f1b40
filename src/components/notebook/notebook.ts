import {identifier} from "../../lib/export/sql/identifier.js";
import {InputError, oneOf} from "../../lib/sheet/error.js";
import {chartMarks, scaleTypes, type ChartSpec} from "../result/chart-spec.js";

/** Cells in reading order. The only code is SQL, so that a link to a notebook is safe to open. */
export interface Notebook {
  title: string;
  cells: readonly Cell[];
}

export type Cell = SqlCell | ChartCell | TextCell | InputCell;

/** Statements, the last of which gives the result that other cells use under the cell's name. */
export interface SqlCell {
  kind: "sql";
  name: string;
  query: string;
}

/** A chart of a cell's result; what the spec omits follows from the columns' types. */
export interface ChartCell {
  kind: "chart";
  name: string;
  of: string;
  spec: Partial<ChartSpec>;
}

/** Markdown in which `${offers.price}` is a value of another cell. */
export interface TextCell {
  kind: "text";
  name: string;
  text: string;
}

/** A value that the reader sets, available in SQL as `$name`. */
export type InputCell = {kind: "input"; name: string; label: string} & Control;

export type Control =
  | {control: "slider"; min: number; max: number; step: number; value: number; format?: "percent"}
  | {control: "choice"; options: readonly string[]; value: string}
  /** A month is `YYYY-MM`, and a date in SQL. */
  | {control: "text" | "month" | "scenario"; value: string};

/** The version of the format that is written. All earlier versions can be read. */
const VERSION = 1;

/** The notebook as text, for storage, links and files. */
export function textOf({title, cells}: Notebook): string {
  return JSON.stringify({v: VERSION, title, cells});
}

/** Reads a notebook. Throws an `InputError` that names the invalid member and its cell. */
export function notebookOf(text: string): Notebook {
  const fields = fieldsOf(parsed(text), "notebook");
  if (fields.v !== VERSION)
    throw new InputError(`notebook: unknown version "${String(fields.v)}": this page reads version ${VERSION}`);
  if (!Array.isArray(fields.cells)) throw new InputError("notebook: expected a list of cells");
  const cells = fields.cells.map((cell: unknown, i) => cellOf(fieldsOf(cell, `cell ${i + 1}`), `cell ${i + 1}`));
  const names = cells.map(({name}) => name);
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) throw new InputError(`cell ${twice}: another cell has this name`);
  return {title: textIn(fields, "title", "notebook"), cells};
}

/** Whether a text is a notebook, valid or not, rather than a table in JSON. */
export function isNotebook(text: string): boolean {
  try {
    const {v, cells} = JSON.parse(text) as Fields;
    return v !== undefined && Array.isArray(cells);
  } catch {
    return false;
  }
}

/** Whether a name is valid for a cell: it needs no quotes in SQL. */
export function isCellName(name: string): boolean {
  return /^[a-z][a-z0-9_]{0,62}$/.test(name) && identifier(name) === name;
}

type Fields = Readonly<Record<string, unknown>>;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new InputError("notebook: not JSON", {cause});
  }
}

function fieldsOf(value: unknown, place: string): Fields {
  if (typeof value !== "object" || value === null) throw new InputError(`${place}: expected an object`);
  return value as Fields;
}

function cellOf(fields: Fields, place: string): Cell {
  const name = textIn(fields, "name", place);
  if (!isCellName(name))
    throw new InputError(`${place}: "${name}" is not a valid name: use lower-case letters, digits and _`);
  const kind = oneOf(place, "kind", textIn(fields, "kind", place), ["sql", "chart", "text", "input"] as const);
  if (kind === "sql") return {kind, name, query: textIn(fields, "query", place)};
  if (kind === "text") return {kind, name, text: textIn(fields, "text", place)};
  if (kind === "chart") return {kind, name, of: textIn(fields, "of", place), spec: specOf(fields.spec, place)};
  return {kind, name, label: textIn(fields, "label", place), ...controlOf(fields, place)};
}

function specOf(value: unknown, place: string): Partial<ChartSpec> {
  const fields = fieldsOf(value ?? {}, `${place}: spec`);
  const held = <Value>(member: string, read: (text: string) => Value): Record<string, Value> =>
    fields[member] === undefined ? {} : {[member]: read(textIn(fields, member, `${place}: spec`))};
  const columns = ["x", "y", "color", "facet", "low", "high"].map((channel) => held(channel, String));
  return {
    ...held("mark", (text) => oneOf(place, "mark", text, chartMarks)),
    ...held("xScale", (text) => oneOf(place, "xScale", text, scaleTypes)),
    ...held("yScale", (text) => oneOf(place, "yScale", text, scaleTypes)),
    ...Object.fromEntries(columns.flatMap(Object.entries<string>))
  };
}

function controlOf(fields: Fields, place: string): Control {
  const control = oneOf(place, "control", textIn(fields, "control", place), controls);
  if (control === "slider") return sliderOf(fields, place);
  const value = textIn(fields, "value", place);
  if (control === "month" && !/^\d{4}-(0[1-9]|1[0-2])$/.test(value))
    throw new InputError(`${place}: month: expected YYYY-MM, got "${value}"`);
  if (control !== "choice") return {control, value};
  if (!Array.isArray(fields.options)) throw new InputError(`${place}: options: expected a list of texts`);
  return {control, options: fields.options.map(String), value};
}

/** The kinds of input controls. */
export const controls = ["slider", "choice", "text", "month", "scenario"] as const;

function sliderOf(fields: Fields, place: string): Control {
  const number = (member: string): number => {
    const value = fields[member];
    if (typeof value !== "number") throw new InputError(`${place}: ${member}: expected a number`);
    return value;
  };
  return {
    control: "slider",
    min: number("min"),
    max: number("max"),
    step: number("step"),
    value: number("value"),
    ...(fields.format === "percent" && {format: "percent"})
  };
}

function textIn(fields: Fields, member: string, place: string): string {
  const value = fields[member];
  if (typeof value !== "string") throw new InputError(`${place}: ${member}: expected a text`);
  return value;
}
