import {overrideFormulas} from "../sheet/formula-override.js";
import {evaluate, type RunOptions} from "../sheet/evaluate.js";
import type {Run} from "../sheet/run.js";
import {override, type Scenario} from "./scenario.js";
import {type Override} from "./override.js";

/** A scenario with its run. */
export interface ScenarioRun {
  scenario: Scenario;
  run: Run;
}

/** A model with its inputs, before any scenario. */
export type Base = Pick<Run, "model" | "inputs">;

/**
 * The model with a scenario's formulas, and the inputs with its overrides and then further ones. Throws an `InputError`
 * for a cell or value that does not fit, a `DefinitionError` for a formula. Overrides come first: they are of the
 * inputs that the model has without the formulas.
 */
export function applyScenario(
  {model, inputs}: Base,
  scenario: Pick<Scenario, "overrides" | "formulas">,
  overrides: readonly Override[] = []
): Base {
  const changed = override(model, inputs, [...scenario.overrides, ...overrides]);
  return {model: overrideFormulas(model, scenario.formulas), inputs: changed};
}

export interface ScenarioOptions extends Omit<RunOptions, "start"> {
  /** Further overrides, after the scenario's. */
  overrides?: readonly Override[];
}

/** Runs a scenario, over its own months unless others are given. Throws as `applyScenario` does. */
export function evaluateScenario(
  base: Base,
  scenario: Scenario,
  {overrides, months = scenario.months, ...options}: ScenarioOptions = {}
): ScenarioRun {
  const {model, inputs} = applyScenario(base, scenario, overrides);
  return {scenario, run: evaluate(model, inputs, {...options, months, start: scenario.start})};
}
