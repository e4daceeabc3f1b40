import {modelOf, runScenario, type Project} from "../data-loaders/run/project.js";
import type {Override, ScenarioRun} from "../lib/model/index.js";
import type {Base} from "../lib/model/run-scenario.js";
import {farOutside} from "../lib/sheet/far-outside.js";
import {find} from "../lib/sheet/index.js";
import {overridesOf} from "./arguments.js";

/**
 * Runs a scenario with the changes of `--set` flags, and notes on standard error each value that is far outside its
 * input's range: its unit is probably another. Throws as `runScenario` does.
 */
export function changedRun(
  project: Project,
  name: string,
  flags: readonly string[] | undefined,
  months?: number
): ScenarioRun {
  const changes = overridesOf(flags);
  const one = runScenario(project, name, changes, months);
  const base = modelOf(project, one.scenario);
  for (const note of farValues(base, one.run, [...one.scenario.overrides, ...changes])) console.error(`note: ${note}`);
  return one;
}

function farValues(before: Base, after: Base, overrides: readonly Override[]): string[] {
  return overrides.flatMap(({cell, place}) => {
    const found = find(before, cell);
    if (found?.column.definition.kind !== "input") return [];
    const {column, row, key} = found;
    const {table, name} = column;
    const value = after.inputs[table.name]!.columns[name]!.values[after.inputs[table.name]!.keys.indexOf(key)];
    const far = farOutside(before.inputs[table.name]!.columns[name]!, row, column.unit.text, Number(value));
    return far === "" ? [] : [`${place.startsWith("--set") ? "--set" : place}: ${cell}: ${String(value)} is ${far}`];
  });
}
