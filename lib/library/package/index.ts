import {REFERENCE} from "../../model/reference.js";
import {
  explainCell,
  fromJson,
  runOn,
  type CitedExplanation,
  type OwnScenario,
  type PublishedModel,
  type PublishedRun,
  type RunSettings
} from "../index.js";
import {assumptions} from "./assumptions.js";

export {
  rows,
  value,
  type CitedExplanation,
  type OwnScenario,
  type Row,
  type PublishedRun as ScenarioRun,
  type RunSettings
} from "../index.js";
export {DefinitionError, InputError} from "../../sheet/index.js";
export {tables} from "../../model/tables.js";
export {table} from "../../model/parameter.js";

let opened: PublishedModel | undefined;

/** The published assumptions: inputs with ranges and sources, and scenarios. */
export function published(): PublishedModel {
  return (opened ??= fromJson(JSON.parse(assumptions)));
}

/**
 * Runs the chain under a published scenario, by name, or a custom one: `run({name: "expensive", set:
 * {"parameter.cost_of_capital": 0.12}})`.
 */
export function run(scenario: string | OwnScenario = REFERENCE, settings: RunSettings = {}): PublishedRun {
  return runOn(published(), scenario, settings);
}

/**
 * Explains a cell of a run: `explain(run(), "cluster[atlas-b200].levelised_cost@12")` has its formula, values, units,
 * sources and dependents.
 */
export function explain(result: PublishedRun, cell: string): CitedExplanation {
  return explainCell(result, cell);
}
