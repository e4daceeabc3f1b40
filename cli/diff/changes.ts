import type {Scenario} from "../../lib/model/index.js";
import {cellsOf} from "./cells.js";
import type {Definition, Version} from "./version.js";

/** A difference between two versions: null on the side that lacks the item. */
export interface Change {
  kind: "table" | "column" | "formula" | "row" | "assumption" | "scenario";
  /** `cluster`, `cluster.price`, `cluster[atlas-b200]`, `cluster[atlas-b200].extra_count`, `gpu-glut: months`. */
  name: string;
  before: string | null;
  after: string | null;
}

/** Changes from one version to another: definitions, then assumptions, then scenarios, each sorted by name. */
export function changesBetween(before: Version, after: Version): Change[] {
  return [...definitionChanges(before, after), ...inputChanges(before, after), ...scenarioChanges(before, after)];
}

type Texts = ReadonlyMap<string, string>;

function compared(kind: Change["kind"], before: Texts, after: Texts): Change[] {
  const names = [...new Set([...before.keys(), ...after.keys()])].sort();
  const changes = names.map((name) => ({kind, name, before: before.get(name) ?? null, after: after.get(name) ?? null}));
  return changes.filter((change) => change.before !== change.after);
}

/**
 * Tables and columns that only one version has, and columns with another rule; empty if a version has no definitions.
 */
function definitionChanges(before: Version, after: Version): Change[] {
  const [old, now] = [before.definitions, after.definitions];
  if (!old || !now) return [];
  const tables = compared("table", tablesIn(old), tablesIn(now));
  const isNew = new Set(tables.map(({name}) => name));
  const known = ({name}: Change): boolean => !isNew.has(name.split(".")[0]!);
  const columns = compared("column", columnsIn(old), columnsIn(now)).filter(known);
  const apart = new Set(columns.map(({name}) => name));
  const formulas = compared("formula", formulasIn(old), formulasIn(now)).filter(known);
  return [...tables, ...columns, ...formulas.filter(({name}) => !apart.has(name))];
}

function tablesIn(definitions: readonly Definition[]): Texts {
  return new Map(definitions.map(({table}) => [table, "a table"]));
}

function columnsIn(definitions: readonly Definition[]): Texts {
  return new Map(
    definitions.map(({table, column, kind, unit}) => [`${table}.${column}`, unit === "" ? kind : `${kind} [${unit}]`])
  );
}

function formulasIn(definitions: readonly Definition[]): Texts {
  const computed = definitions.filter(({formula}) => formula !== "");
  return new Map(computed.map(({table, column, formula}) => [`${table}.${column}`, `=${formula}`]));
}

/** Rows that only one version has, and cells of rows that both have. */
function inputChanges(before: Version, after: Version): Change[] {
  const [old, now] = [cellsOf(before.published.inputs), cellsOf(after.published.inputs)];
  const rows = compared("row", old.rows, now.rows);
  const shared = (cells: ReadonlyMap<string, {row: string; text: string}>): Texts =>
    new Map(
      [...cells].flatMap(([name, {row, text}]) => (old.rows.has(row) && now.rows.has(row) ? [[name, text]] : []))
    );
  return [...rows, ...compared("assumption", shared(old.cells), shared(now.cells))];
}

function scenarioChanges(before: Version, after: Version): Change[] {
  const [old, now] = [before, after].map(({published}) => byName(published.scenarios)) as [Scenarios, Scenarios];
  const titles = (scenarios: Scenarios): Texts => new Map([...scenarios].map(([name, {title}]) => [name, title]));
  const apart = compared("scenario", titles(old), titles(now));
  const both = [...old.keys()].filter((name) => now.has(name)).sort();
  return [...apart, ...both.flatMap((name) => compared("scenario", parts(old.get(name)!), parts(now.get(name)!)))];
}

type Scenarios = ReadonlyMap<string, Scenario>;

function byName(scenarios: readonly Scenario[]): Scenarios {
  return new Map(scenarios.map((scenario) => [scenario.name, scenario]));
}

function parts({name, parent = "", start, months, overrides, formulas}: Scenario): Texts {
  return new Map([
    [`${name}: parent`, parent],
    [`${name}: start`, start],
    [`${name}: months`, String(months)],
    ...overrides.map(({cell, value}) => [`${name}: ${cell}`, value] as const),
    ...formulas.map(({column, text}) => [`${name}: ${column}`, `=${text.trim()}`] as const)
  ]);
}
