import {loadProject, runScenario} from "../../data-loaders/run/project.js";
import {override, type Override} from "../../lib/model/index.js";
import {evaluate, keysOf, valueAt, type Run} from "../../lib/sheet/index.js";

/** The project as its files are. */
export const project = loadProject();

/** The reference scenario. */
export const reference = runScenario(project, "reference");

/** The reference with cells replaced, for `months`. */
export function runWith(cells: Record<string, string | number>, months = 1): Run {
  const overrides: Override[] = Object.entries(cells).map(([cell, value]) => ({
    cell,
    value: String(value),
    place: "test"
  }));
  const {model, inputs} = project.models.get("chain")!;
  return evaluate(model, override(model, inputs, overrides), {months, start: "2026-12"});
}

/** A number of a run. */
export function at(run: Run, id: string, key?: string, month = 0): number {
  const table = id.split(".")[0]!;
  const row = key === undefined ? 0 : keysOf(run, table).indexOf(key);
  return Number(valueAt(run, id, row, month));
}
