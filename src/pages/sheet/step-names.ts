import {addressOf, rowOf} from "../../lib/sheet/address.js";
import {DELETED} from "../../lib/model/rows.js";
import type {CustomScenario} from "../../components/live/custom-scenario.js";
import {tableOf} from "../../components/sheet/state.js";
import {words} from "../../components/sheet/view.js";

/** What a step did, from the scenario before it to the one after: `count, atlas-b200 = 12000`, `12 cells of region`. */
export function stepName(before: CustomScenario, after: CustomScenario): string {
  if (before.parent !== after.parent) return `changes are on ${after.parent}`;
  if (before.notes !== after.notes && before.settings === after.settings && before.title === after.title) return "note";
  const [old, fresh] = [before, after].map(({settings}) => new Map(settings.map(({cell, value}) => [cell, value])));
  const set = [...fresh!].filter(([cell, value]) => old!.get(cell) !== value);
  const cleared = [...old!.keys()].filter((cell) => !fresh!.has(cell));
  const [first] = set;
  const row = set.find(([cell]) => rowOf(cell));
  if (row) return `${row[1] === DELETED ? "delete" : "add"} ${nameOf(row[0])}`;
  if (set.length === 1 && cleared.length === 0) return `${nameOf(first![0])} = ${first![1]}`;
  if (set.length === 0 && cleared.length === 1) return `revert ${nameOf(cleared[0]!)}`;
  if (set.length === 0 && cleared.length === 0) return `rename to “${after.title}”`;
  const tables = new Set([...set.map(([cell]) => cell), ...cleared].map((cell) => tableOf(cell)));
  const [table] = tables;
  const of = tables.size === 1 ? ` of ${words(table!)}` : "";
  return `${set.length === 0 ? "revert " : ""}${set.length + cleared.length} cells${of}`;
}

function nameOf(cell: string): string {
  const row = rowOf(cell);
  if (row) return `${row.key} of ${words(row.table)}`;
  const {key, column} = addressOf(cell);
  return key === undefined ? words(column) : `${words(column)}, ${key}`;
}
