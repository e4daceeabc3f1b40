import type {Override, Scenario, Source} from "../model/index.js";
import {dateOf, monthsOf, rule, type Run} from "../sheet/index.js";
import {parseFormula} from "../sheet/parse.js";
import {about, citation, licenceText} from "./about.js";
import {assumptionTable, dictionary, sourceTable, type TypedTable} from "./dictionary.js";
import {identityFacts, scenarioHash as hashOfScenario, type Identity} from "./identity.js";
import type {PublishedTable} from "./published.js";
import {accountTable, flowTable, ledgerTable} from "./results.js";
import {missingTable, runTables} from "./run-tables.js";

/** A run, with what an export needs to describe it. */
export interface ExportedRun {
  scenario: Pick<Scenario, "name" | "title" | "description" | "model" | "overrides" | "formulas"> &
    Partial<Pick<Scenario, "notes">>;
  /** Changes on top of the scenario. */
  changes?: readonly Override[];
  run: Run;
  sources: readonly Source[];
  /** Hash of model and assumptions, in hex. */
  hash: string;
  /** The project's git commit, where known. */
  commit?: string;
  /** Hash of the scenario and its changes, in hex; added by `exportRun`. */
  scenarioHash?: string;
  /** Time of the export. */
  created: Date;
}

/** The tables of a run: those of its model and, for the chain, the payments between sectors. */
export function tablesOfRun({scenario, run}: Pick<ExportedRun, "scenario" | "run">): PublishedTable[] {
  const runs = [{scenario: scenario.name, run}];
  return scenario.model === "chain"
    ? [...runTables(runs), flowTable(runs), ledgerTable(runs), accountTable(runs)]
    : runTables(runs);
}

/** The tables about a run: its inputs, sources, columns and missing values. */
export function tablesAbout({scenario, run, sources}: ExportedRun): PublishedTable[] {
  const {model, inputs} = run;
  const runs = [{scenario: scenario.name, run}];
  const typed = model.tables.flatMap((table): TypedTable[] => {
    const input = inputs[table.name];
    return input ? [{table, input}] : [];
  });
  return [
    assumptionTable({tables: typed, sources, runs}),
    sourceTable(sources),
    dictionary({models: [{model, inputs}]}),
    missingTable(runs)
  ];
}

/** Adds the hash of the scenario. */
export async function identified(exported: ExportedRun): Promise<ExportedRun> {
  const {scenario, changes, run} = exported;
  const hashed = {...scenario, start: run.start, months: run.months};
  return {...exported, scenarioHash: await hashOfScenario(hashed, changes)};
}

/** What identifies an export. Exports are central cases, so there is no seed. */
export function identityOf({hash, commit = "", scenarioHash = ""}: ExportedRun): Identity {
  return {commit, model: hash, scenario: scenarioHash};
}

/** The name of an export, without extension; it marks a scenario with changes. */
export function exportName({scenario, changes = []}: ExportedRun): string {
  return changes.length === 0 ? scenario.name : `${scenario.name}-modified-${changes.length}`;
}

/** The facts that every export states, line by line: a label and a text. */
export function facts(exported: ExportedRun): [label: string, text: string][] {
  const {scenario, changes = [], run, created} = exported;
  const last = dateOf(monthsOf(run.start) + run.months - 1);
  return [
    ["Scenario", `${scenario.title} (${scenario.name})`],
    ...(changes.length > 0
      ? [["Modified", `${modifiedOf(exported)}: ${changes.map(changeText).join(", ")}`] satisfies [string, string]]
      : []),
    ["Assumes", scenario.description],
    ...notesOf(exported),
    ["Months", run.months === 1 ? run.start : `${run.start} to ${last} (${run.months})`],
    ["Money", "USD of 2026"],
    ...identityFacts(identityOf(exported)),
    ["Made", created.toISOString().slice(0, 10)],
    ["Cite as", citationOf(exported)],
    ["Licence", licenceText]
  ];
}

/** Notes on cells, each in one line. */
function notesOf({scenario: {notes = []}}: ExportedRun): [label: string, text: string][] {
  return notes.map(({cell, text}) => [`Note on ${cell}`, text.replace(/\s+/g, " ").trim()]);
}

/**
 * The differences from the reference, with former values: inputs as `cell: value`, whether set by the scenario or
 * changed on top of it, and formulas as `table.column: =formula`.
 */
export function changesOf({scenario, changes = [], run}: ExportedRun): string[] {
  const written = new Map<string, string>();
  const formulas = scenario.formulas.map(({column, text}) => {
    const now = `=${text.trim().replace(/\s+/g, " ")}`;
    const before = written.get(column) ?? ruleBefore(run, column);
    written.set(column, now);
    return `${column}: ${now}, ${before === undefined ? "a new column" : `was ${before}`}`;
  });
  return [...[...scenario.overrides, ...changes].map(changeText), ...formulas];
}

/**
 * The model's own rule for a column, where it has the column: formula changes are not part of the tables' definitions.
 */
function ruleBefore({model}: Run, id: string): string | undefined {
  const [table, name = ""] = id.split(".");
  const definition = model.tables.find((candidate) => candidate.name === table)?.columns[name];
  if (definition?.kind === "formula") return `=${rule({definition, ...parseFormula(definition.formula, id)})}`;
  return definition && (rule({definition}) || "input");
}

/** The title of an export; it marks a scenario with changes. */
export function titleOf(exported: ExportedRun): string {
  const {scenario, changes = []} = exported;
  return `${about.title}: ${scenario.title}${changes.length === 0 ? "" : `, modified: ${modifiedOf(exported)}`}`;
}

/** How to cite an export. */
export function citationOf(exported: ExportedRun): string {
  const {scenario, changes = [], hash} = exported;
  return citation(changes.length === 0 ? scenario.name : `${scenario.name} (modified: ${modifiedOf(exported)})`, hash);
}

function modifiedOf({changes = []}: ExportedRun): string {
  return `${changes.length} input${changes.length === 1 ? "" : "s"}`;
}

function changeText({cell, value}: Override): string {
  return `${cell}: ${value}`;
}
