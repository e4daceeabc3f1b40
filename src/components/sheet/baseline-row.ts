import {keysOf} from "../../lib/sheet/run.js";
import type {ModelColumn} from "../../lib/sheet/model.js";
import type {Computed} from "./store.js";

/** The base scenario's row with the same key as a row of the reader's; undefined if the row was added. */
export function rowInBaseline(
  {run, baseline}: Pick<Computed, "run" | "baseline">,
  {name, single}: ModelColumn["table"],
  row: number
): number | undefined {
  if (single) return 0;
  const [mine, theirs] = [keysOf(run, name), keysOf(baseline, name)];
  const key = mine[row]!;
  return theirs[row] === key ? row : placesOf(theirs).get(key);
}

/** The indices of keys, cached. */
function placesOf(keys: readonly string[]): ReadonlyMap<string, number> {
  const known = places.get(keys) ?? new Map(keys.map((key, row) => [key, row]));
  places.set(keys, known);
  return known;
}

const places = new WeakMap<readonly string[], ReadonlyMap<string, number>>();
