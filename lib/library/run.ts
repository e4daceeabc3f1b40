import {REFERENCE} from "../model/reference.js";
import {chain, evaluateScenario, findScenario, type Override, type Scenario, type ScenarioRun} from "../model/index.js";
import {readme} from "../readme/index.js";
import {model, type Inputs, type Model, type Table} from "../sheet/index.js";
import type {PublishedModel} from "./published-model.js";

/** A custom scenario: its changes on top of another scenario. */
export interface OwnScenario {
  name: string;
  title?: string;
  description?: string;
  /** Base scenario; the reference by default. */
  parent?: string;
  /** First month, YYYY-MM. */
  start?: string;
  months?: number;
  /** Values of input cells, written as in a scenario file: `{"parameter.cost_of_capital": "0.12 (0.1..0.15)"}`. */
  set?: Readonly<Record<string, number | string>>;
}

/** Changes and additions for one run. */
export interface RunSettings {
  months?: number;
  set?: Readonly<Record<string, number | string>>;
  /** Further tables, with their own formulas, lookups and rollups. */
  tables?: readonly Table<object>[];
  /** Inputs of the further tables. */
  inputs?: Inputs;
}

/** A scenario's run, with what explanations and exports need. */
export interface PublishedRun extends ScenarioRun {
  /** Changes on top of the scenario. */
  changes: readonly Override[];
  sources: PublishedModel["sources"];
  hash: string;
}

/**
 * Runs a published scenario, by name, or a custom one. Throws an `InputError` for an unknown scenario, cell or value,
 * and a `DefinitionError` for a table that does not fit the model.
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
