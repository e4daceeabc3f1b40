import {REFERENCE} from "../model/reference.js";
import {chain, evaluateScenario, findScenario, type Override, type Scenario, type ScenarioRun} from "../model/index.js";
import {readme} from "../readme/index.js";
import {model, type Inputs, type Model, type Table} from "../sheet/index.js";
import type {PublishedModel} from "./published-model.js";

/** A scenario of one's own: what it sets, on top of another. */
export interface OwnScenario {
  name: string;
  title?: string;
  description?: string;
  /** The scenario that it changes; the reference, if none is named. */
  parent?: string;
  /** First month, YYYY-MM. */
  start?: string;
  months?: number;
  /** Values of input cells, written as in a scenario's file: `{"parameter.cost_of_capital": "0.12 (0.1..0.15)"}`. */
  set?: Readonly<Record<string, number | string>>;
}

/** What is changed or added for one run. */
export interface RunSettings {
  months?: number;
  set?: Readonly<Record<string, number | string>>;
  /** Tables beside the model's, with formulas, lookups and rollups of their own. */
  tables?: readonly Table<object>[];
  /** What is typed into them. */
  inputs?: Inputs;
}

/** A scenario's run, with what an explanation and an export need. */
export interface PublishedRun extends ScenarioRun {
  /** What was set on top of the scenario. */
  changes: readonly Override[];
  sources: PublishedModel["sources"];
  hash: string;
}

/**
 * Runs a scenario, one of the published by name or one's own. Throws an `InputError` for an unknown scenario,
 * cell or value, a `DefinitionError` for a table that does not fit the model.
 */
export function runOn(
  published: PublishedModel,
  choice: string | OwnScenario,
  settings: RunSettings = {}
): PublishedRun {
  const scenario = scenarioOf(published, choice);
  const changes = overridesOf(settings.set, "set");
  const {tables = [], inputs: own = {}, months = scenario.months} = settings;
  const base = {
    model: extend(models[scenario.model]!, tables),
    inputs: {...published.inputs[scenario.model], ...own}
  };
  const result = evaluateScenario(base, scenario, {overrides: changes, months});
  return {...result, changes, sources: published.sources, hash: published.hash};
}

const models: Readonly<Record<string, Model>> = {chain, readme};

function extend(base: Model, tables: readonly Table<object>[]): Model {
  return tables.length === 0 ? base : model([...base.tables, ...tables], base.parameter, base.functions);
}

function scenarioOf({scenarios}: PublishedModel, choice: string | OwnScenario): Scenario {
  const byName = new Map(scenarios.map((scenario) => [scenario.name, scenario]));
  if (typeof choice === "string") return findScenario(byName, choice);
  const {parent: name = REFERENCE, set, ...own} = choice;
  const parent = findScenario(byName, name);
  const overrides = [...parent.overrides, ...overridesOf(set, choice.name)];
  return {...parent, title: choice.name, description: "", ...own, parent: name, overrides};
}

function overridesOf(set: RunSettings["set"] = {}, place: string): Override[] {
  return Object.entries(set).map(([cell, value]) => ({cell, value: String(value), place}));
}
