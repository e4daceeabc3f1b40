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

/** A number of a run: of a table's first row, or of the row with this key; NaN where there is none. */
export function at(run: Run, id: string, key?: string, month = 0): number {
  const row = key === undefined ? 0 : rowsByKey(keysOf(run, id.split(".")[0]!)).get(key);
  return row === undefined ? NaN : Number(valueAt(run, id, row, month));
}

const rowsOfKeys = new WeakMap<readonly string[], ReadonlyMap<string, number>>();

/** Where each key of a table stands: tests ask for thousands of cells of tables of a thousand rows. */
function rowsByKey(keys: readonly string[]): ReadonlyMap<string, number> {
  const known = rowsOfKeys.get(keys) ?? new Map(keys.map((key, row) => [key, row]));
  rowsOfKeys.set(keys, known);
  return known;
}
