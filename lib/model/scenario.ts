import {
  addressOf,
  InputError,
  resolveInput,
  unknown,
  type FormulaOverride,
  type Inputs,
  type InputValues,
  type Model,
  type ModelColumn,
  type Place,
  type TableInput
} from "../sheet/index.js";
import {failCell} from "../sheet/csv.js";
import {quoted, shortened} from "../sheet/error.js";
import {inUnit} from "../sheet/entry-text.js";
import {limits, limitText} from "../sheet/limits.js";
import {parseQuantity, quantityIn} from "../sheet/quantity.js";
import {monthsOf} from "../sheet/inputs.js";
import {readDate} from "../sheet/read.js";
import {withLiveValues} from "../sheet/live-cells.js";
import {readRows} from "./row-text.js";
import {readSet, readYaml, textOf, whole, type Field, type Reader} from "./yaml.js";
import {withDerivedTables, emptyDerivedTables} from "./derived-tables.js";
import type {Override} from "./override.js";
import {readNotes, type Note} from "./note.js";
import {checkRows, isRowChange, rowChangesIn, withoutRow, withRow} from "./rows.js";

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
  formulas: readonly FormulaOverride[];
  /** What is said of cells. */
  notes: readonly Note[];
}

/**
 * Parses the scenarios of a folder (file name without ending, YAML text) and joins each with its parents' overrides.
 */
export function readScenarios(files: Readonly<Record<string, string>>, folder: string): Map<string, Scenario> {
  const own = new Map(
    Object.entries(files).map(([name, text]) => [name, readScenario(name, text, `${folder}/${name}.yaml`)])
  );
  return new Map([...own.keys()].map((name) => [name, inherit(name, own, [])]));
}

/**
 * A scenario of which only the file was read, with what its parent says. Throws an `InputError` that begins with the
 * file's place for an unknown parent.
 */
export function childScenario(file: ScenarioFields, scenarios: ReadonlyMap<string, Scenario>, place: string): Scenario {
  const {parent} = file;
  return joined(file, parent === undefined ? undefined : findScenario(scenarios, parent, `${place}: parent`));
}

/** The scenario of that name. Throws an `InputError` with the near miss. */
export function findScenario(scenarios: ReadonlyMap<string, Scenario>, name: string, place = ""): Scenario {
  return scenarios.get(name) ?? unknown(place, "scenario", name, scenarios.keys());
}

/**
 * Puts overrides into a copy of the inputs, and lets the rows that follow from them follow. A text that begins with `=`
 * is an expression of inputs, which gives its cell a value. Rows are added once the others are as the overrides say,
 * so that a copy has their values, and deleted last: the order in which they are written does not matter. Throws an
 * `InputError` for an unknown cell, a value or a row that does not fit or more overrides than the limit, a
 * `DefinitionError` for an expression that can't be read.
 */
export function override(model: Model, inputs: Inputs, overrides: readonly Override[]): Inputs {
  checkCount(overrides);
  const rows = rowChangesIn(overrides);
  const cells = overrides.filter((change) => !isRowChange(change));
  const added = rows.filter(({kind}) => kind !== "deleted");
  const deleted = rows.filter(({kind}) => kind === "deleted");
  const isAdded = ({cell}: Override): boolean =>
    added.some(({table, key}) => addressOf(cell).table === table && addressOf(cell).key === key);
  const keysIn = (table: string): readonly string[] | undefined =>
    inputs[table] && [...inputs[table].keys, ...added.flatMap((row) => (row.table === table ? [row.key] : []))];
  let changed = withCells(
    {model, inputs, keysIn},
    cells.filter((change) => !isAdded(change))
  );
  for (const row of added) changed = withRow(model, changed, row);
  changed = withCells({model, inputs: changed, keysIn}, cells.filter(isAdded));
  for (const row of deleted) changed = withoutRow(model, changed, row);
  checkRows(model, changed, rows);
  const live = cells.some(({value}) => value.trimStart().startsWith("="));
  return withDerivedTables(live ? withLiveValues({model, inputs: changed}) : changed);
}

/** A model, its inputs, and the keys of a table with those that are going to be added. */
interface Changing {
  model: Model;
  inputs: Inputs;
  keysIn: (table: string) => readonly string[] | undefined;
}

function withCells({model, inputs, keysIn}: Changing, cells: readonly Override[]): Inputs {
  const changed: Record<string, TableInput> = {...inputs};
  for (const change of cells) {
    const {column, row} = locate(model, inputs, change);
    const {table, name} = column;
    const before = changed[table.name]!;
    const values = replace(before.columns[name]!, row, change, column, keysIn);
    changed[table.name] = {...before, columns: {...before.columns, [name]: values}};
  }
  return changed;
}

/** Whether an override gives a cell an expression: a text that begins with `=` where a number is typed. */
function isExpression({value}: Pick<Override, "value">, {definition}: Pick<ModelColumn, "definition">): boolean {
  return value.trimStart().startsWith("=") && definition.kind === "input" && definition.type === "number";
}

const texts = ["title", "description", "parent", "model"] as const;
const scenarioFields = [...texts, "start", "months", "rows", "set", "formulas", "notes"];

/** A scenario's own file. */
export type ScenarioFields = Partial<Omit<Scenario, Own>> & Pick<Scenario, Own>;

/** What a scenario has of its own, on top of its parent's. */
type Own = "name" | "overrides" | "formulas" | "notes";

/**
 * Reads one scenario's YAML: only what differs from its parent. Throws an `InputError` with file, line and the way out.
 */
export function readScenario(name: string, text: string, file: string): ScenarioFields {
  const {reader, fields} = readYaml(text, file, scenarioFields, "a scenario");
  const given = texts.flatMap((key) => (fields.has(key) ? [[key, textOf(fields.get(key), reader)!]] : []));
  const start = readStart(fields.get("start"), reader);
  const months = whole("months", fields.get("months"), 1, 600, reader);
  return {
    name,
    ...(Object.fromEntries(given) as Partial<Record<(typeof texts)[number], string>>),
    ...(start !== undefined && {start}),
    ...(months !== undefined && {months}),
    overrides: [...readRows(fields.get("rows"), reader), ...readSet(fields.get("set"), reader)],
    formulas: readSet(fields.get("formulas"), reader).map(({cell, value}) => ({column: cell, text: value})),
    notes: readNotes(readSet(fields.get("notes"), reader))
  };
}

function readStart(pair: Field, reader: Reader): string | undefined {
  const text = textOf(pair, reader);
  if (text === undefined || !Number.isNaN(monthsOf(text))) return text;
  throw new InputError(`${reader.place(pair!.key)}: start: ${quoted(text)} is not a month: write YYYY-MM`);
}

function inherit(name: string, own: ReadonlyMap<string, ScenarioFields>, below: string[]): Scenario {
  const fields = own.get(name)!;
  const {parent} = fields;
  if (parent !== undefined && !own.has(parent)) unknown(`scenario ${name}`, "parent", parent, own.keys());
  if (below.includes(name))
    throw new InputError(`scenario ${name}: is its own ancestor: ${[...below, name].join(" → ")}`);
  return joined(fields, parent === undefined ? undefined : inherit(parent, own, [...below, name]));
}

function joined(fields: ScenarioFields, parent: Scenario | undefined): Scenario {
  const {overrides, formulas, notes, ...base} = parent ?? first;
  return {
    ...base,
    title: fields.name,
    description: "",
    ...fields,
    overrides: [...overrides, ...fields.overrides],
    formulas: [...formulas, ...fields.formulas],
    notes: [...notes, ...fields.notes]
  };
}

/** What a scenario without a parent is, where it says nothing. */
const first = {model: "chain", start: "2026-12", months: 60, overrides: [], formulas: [], notes: []};

function checkCount({length}: readonly Override[]): void {
  if (length > limits.overrides)
    throw new InputError(
      `set: there are ${length.toLocaleString("en")} cells: a scenario may set ${limitText("overrides")}`
    );
}

function locate(model: Model, inputs: Inputs, {cell, place}: Override): Place {
  const {table} = addressOf(cell);
  if (Object.hasOwn(emptyDerivedTables, table))
    throw new InputError(`${place}: ${cell}: the rows of ${table} follow from other tables: change those`);
  return resolveInput({model, inputs}, cell, place);
}

function replace(
  column: InputValues,
  row: number,
  {cell, value, place}: Override,
  {definition, target}: ModelColumn,
  keysIn: Changing["keysIn"]
): InputValues {
  const values = [...column.values];
  const provenance = [...(column.provenance ?? values.map(() => null))];
  const {[row]: _, ...live} = column.live ?? {};
  if (isExpression({value}, {definition})) {
    const text = value.trim().slice(1).trim();
    provenance[row] = {low: NaN, high: NaN, family: "exact", sources: [], note: `set by the scenario: =${text}`, place};
    return {...column, values, provenance, live: {...live, [row]: text}};
  }
  if (target) values[row] = keyAmong(keysIn(target.name) ?? [value], {cell, value, place}, target.name);
  else if (definition.kind === "input" && definition.type === "text") values[row] = value;
  else if (definition.kind === "input" && definition.type === "date" && !isCount.test(value))
    values[row] = value.trim() === "" ? null : readDate({text: value.trim(), file: place, line: 0, column: cell});
  else {
    const unit = definition.kind === "input" ? definition.unit : "";
    const typed = {text: inUnit(value, unit), file: place, line: 0, column: cell};
    const parsed = parseQuantity(typed);
    if (parsed?.source !== undefined)
      failCell(typed, "the values of a scenario name no source", `leave @${shortened(parsed.source)} out`);
    const quantity = parsed ? quantityIn(typed, parsed, unit) : null;
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
  return {...column, values, provenance, ...(column.live && {live})};
}

/** A date may also be counted, in months since 2000-01: so do sweeps and data tables vary it. */
const isCount = /^\s*\d+(?:\.\d+)?\s*$/;

function keyAmong(keys: readonly string[], {cell, value, place}: Override, table: string): string {
  if (keys.includes(value)) return value;
  return unknown(`${place}: ${cell}`, table, value, keys);
}
