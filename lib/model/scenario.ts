import {isMap, LineCounter, parseDocument, type Pair, type Scalar} from "yaml";
import {
  addressOf,
  InputError,
  knownNames,
  typedColumns,
  type Amendment,
  type Inputs,
  type InputValues,
  type Model,
  type TableInput
} from "../sheet/index.js";
import {checkAllowed, parseQuantity} from "../sheet/quantity.js";
import {monthsOf} from "../sheet/inputs.js";
import {withDerivedTables, emptyDerivedTables} from "./derived-tables.js";

/** Overrides of a model's inputs, on top of a parent's. */
export interface Scenario {
  name: string;
  title: string;
  description: string;
  parent?: string;
  /** Which of the models it runs. */
  model: string;
  /** First month, YYYY-MM. */
  start: string;
  months: number;
  overrides: Override[];
  /** Formulas in place of the model's own, or new columns. */
  formulas: readonly Amendment[];
}

/** A new value for one input cell: `cluster[atlas-h100].count` or `parameter.idle_power_share`. */
export interface Override {
  cell: string;
  value: string;
  /** Where it was written, for messages. */
  place: string;
}

/** Parses the scenarios of a folder (file name without ending, YAML text) and joins each with its parents' overrides. */
export function readScenarios(files: Readonly<Record<string, string>>, folder: string): Map<string, Scenario> {
  const own = new Map(
    Object.entries(files).map(([name, text]) => [name, readScenario(name, text, `${folder}/${name}.yaml`)])
  );
  return new Map([...own.keys()].map((name) => [name, inherit(name, own, [])]));
}

/** A scenario of which only the file was read, with what its parent says. Throws an `InputError` for an unknown parent. */
export function childScenario(file: Fields, scenarios: ReadonlyMap<string, Scenario>): Scenario {
  return joined(file, file.parent === undefined ? undefined : findScenario(scenarios, file.parent));
}

/** The scenario of that name. Throws an `InputError` with the near miss. */
export function findScenario(scenarios: ReadonlyMap<string, Scenario>, name: string): Scenario {
  const found = scenarios.get(name);
  if (found) return found;
  throw new InputError([`unknown scenario "${name}"`, ...knownNames("scenarios", name, scenarios.keys())].join("\n  "));
}

/**
 * Puts overrides into a copy of the inputs, and lets the rows that follow from them follow. Throws an `InputError` for an
 * unknown cell or a value that does not fit.
 */
export function override(model: Model, inputs: Inputs, overrides: readonly Override[]): Inputs {
  const changed: Record<string, TableInput> = {...inputs};
  for (const one of overrides) {
    const {table, row, column} = locate(model, inputs, one);
    const before = changed[table]!;
    changed[table] = {
      ...before,
      columns: {
        ...before.columns,
        [column]: replace(before.columns[column]!, row, one, {model, inputs, id: `${table}.${column}`})
      }
    };
  }
  return withDerivedTables(changed);
}

const known = ["title", "description", "parent", "model", "start", "months", "set", "formulas"];

/** What one file says of a scenario. */
export type Fields = Partial<Omit<Scenario, "name" | "overrides" | "formulas">> &
  Pick<Scenario, "name" | "overrides" | "formulas">;

/** Reads one scenario's YAML: only what differs from its parent. Throws an `InputError` with file, line and the way out. */
export function readScenario(name: string, text: string, file: string): Fields {
  const lines = new LineCounter();
  const document = parseDocument(text, {lineCounter: lines});
  const place = (offset: number): string => `${file}:${lines.linePos(offset).line}`;
  const [error] = document.errors;
  if (error) throw new InputError(`${place(error.pos[0])}: ${error.message.split("\n")[0]}`);
  if (!isMap(document.contents)) throw new InputError(`${file}:1: a scenario is a list of "key: value" lines`);
  const fields: Fields = {name, overrides: [], formulas: []};
  for (const pair of document.contents.items as Pair<Scalar>[]) readField(fields, pair, place);
  return fields;
}

function readField(fields: Fields, {key, value}: Pair<Scalar>, place: (offset: number) => string): void {
  const at = place(key.range![0]);
  const name = String(key.value);
  if (!known.includes(name))
    throw new InputError([`${at}: unknown key "${name}"`, ...knownNames("keys", name, known)].join("\n  "));
  if (name === "set") fields.overrides = readOverrides(value, at, place);
  else if (name === "formulas") fields.formulas = readFormulas(value, at);
  else if (name === "months") fields.months = readMonths((value as Scalar).value, at);
  else Object.assign(fields, {[name]: readText(name, (value as Scalar).value, at)});
}

function readText(name: string, value: unknown, at: string): string {
  const text = String(value).trim();
  if (name === "start" && Number.isNaN(monthsOf(text)))
    throw new InputError(`${at}: start: "${text}" is not a month: write YYYY-MM`);
  return text;
}

function readMonths(value: unknown, at: string): number {
  if (Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 600) return Number(value);
  throw new InputError(`${at}: months: "${String(value)}" is not a whole number from 1 to 600`);
}

function readOverrides(value: unknown, at: string, place: (offset: number) => string): Override[] {
  if (!isMap(value)) throw new InputError(`${at}: set: write one "table[row].column: value" a line`);
  return (value.items as Pair<Scalar, Scalar<string | number | null> | null>[]).map(({key, value: cell}) => ({
    cell: String(key.value),
    value: String(cell?.value ?? ""),
    place: place(key.range![0])
  }));
}

function readFormulas(value: unknown, at: string): Amendment[] {
  if (!isMap(value)) throw new InputError(`${at}: formulas: write one "table.column: expression" a line`);
  return (value.items as Pair<Scalar, Scalar<string | number | null> | null>[]).map(({key, value: text}) => ({
    column: String(key.value),
    text: String(text?.value ?? "")
  }));
}

function inherit(name: string, own: ReadonlyMap<string, Fields>, below: string[]): Scenario {
  const fields = own.get(name)!;
  const {parent} = fields;
  if (parent !== undefined && !own.has(parent))
    throw new InputError(
      [`scenario ${name}: unknown parent "${parent}"`, ...knownNames("scenarios", parent, own.keys())].join("\n  ")
    );
  if (below.includes(name))
    throw new InputError(`scenario ${name}: is its own ancestor: ${[...below, name].join(" → ")}`);
  return joined(fields, parent === undefined ? undefined : inherit(parent, own, [...below, name]));
}

function joined(fields: Fields, parent: Scenario | undefined): Scenario {
  const {overrides, formulas, ...base} = parent ?? {...first, title: fields.name};
  return {
    ...base,
    ...fields,
    overrides: [...overrides, ...fields.overrides],
    formulas: [...formulas, ...fields.formulas]
  };
}

/** What a scenario without a parent is, where it says nothing. */
const first = {description: "", model: "chain", start: "2026-12", months: 60, overrides: [], formulas: []};

function locate(model: Model, inputs: Inputs, {cell, place}: Override): {table: string; row: number; column: string} {
  const {table: name, key, column} = addressOf(cell);
  if (!name) throw new InputError(`${place}: "${cell}" is not a cell: write table[row].column, or parameter.name`);
  const table = model.tables.find((one) => one.name === name);
  const fail = (what: string, wrong: string, names: Iterable<string>): never => {
    throw new InputError(
      [`${place}: ${cell}: unknown ${what} "${wrong}"`, ...knownNames(`${what}s`, wrong, names)].join("\n  ")
    );
  };
  if (!table)
    return fail(
      "table",
      name,
      model.tables.map((one) => one.name)
    );
  if (name in emptyDerivedTables)
    throw new InputError(`${place}: ${cell}: the rows of ${name} follow from other tables: change those`);
  const columns = typedColumns(table).map(([typed]) => typed);
  if (!columns.includes(column)) return fail("input column", column, columns);
  const keys = inputs[name]!.keys;
  const row = table.single ? 0 : keys.indexOf(key ?? "");
  return row < 0 ? fail("row", key ?? "", keys) : {table: name, row, column};
}

function replace(
  column: InputValues,
  row: number,
  {cell, value, place}: Override,
  {model, inputs, id}: {model: Model; inputs: Inputs; id: string}
): InputValues {
  const {definition, target} = model.columns.get(id)!;
  const values = [...column.values];
  const provenance = [...(column.provenance ?? values.map(() => null))];
  if (target) values[row] = keyAmong(inputs[target.name]?.keys ?? [value], {cell, value, place}, target.name);
  else if (definition.kind === "input" && definition.type === "text") values[row] = value;
  else {
    const typed = {text: value, file: place, line: 0, column: cell};
    const quantity = parseQuantity(typed) ?? null;
    if (quantity) checkAllowed(typed, quantity, definition.kind === "input" ? definition.unit : "");
    values[row] = quantity?.central ?? null;
    provenance[row] = quantity && {
      low: quantity.low,
      high: quantity.high,
      family: quantity.family,
      sources: [],
      note: "set by the scenario",
      place
    };
  }
  return {...column, values, provenance};
}

function keyAmong(keys: readonly string[], {cell, value, place}: Override, table: string): string {
  if (keys.includes(value)) return value;
  throw new InputError(
    [`${place}: ${cell}: no ${table} "${value}"`, ...knownNames("there are", value, keys)].join("\n  ")
  );
}
