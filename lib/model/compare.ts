import {evaluate, numberAt, type Inputs, type Model, type RunOptions} from "../sheet/index.js";
import {override, type Override} from "./scenario.js";
import {shapley} from "./shapley.js";

/** What a group of changed inputs adds to a cell of a one-row table in a month. */
export interface Contribution {
  /** `table.column` of the figure. */
  column: string;
  month: number;
  /** The inputs that are changed: `table.column`. */
  input: string;
  amount: number;
}

/** Beyond so many groups, the rest are one: every set of groups is a run. */
const mostGroups = 6;

/**
 * Divides the difference that overrides make to the figures `columns` (of one-row tables) among the inputs that they
 * change, a column of a table at a time: the Shapley value, which is a group's mean effect over all orders in which the
 * groups can be changed. In every month the amounts add up to the difference.
 */
export function attribute(
  model: Model,
  inputs: Inputs,
  overrides: readonly Override[],
  columns: readonly string[],
  options: RunOptions = {}
): Contribution[] {
  const groups = grouped(overrides);
  const runs = Array.from({length: 2 ** groups.length}, (_, set) => {
    const changes = groups.flatMap((group, i) => (set & (1 << i) ? group.overrides : []));
    return evaluate(model, override(model, inputs, changes), {...options, only: columns});
  });
  return columns.flatMap((column) =>
    Array.from({length: runs[0]!.months}, (_, month) => {
      const values = runs.map((run) => numberAt(run, column, 0, month));
      return groups.map(({input}, i) => ({column, month, input, amount: shapley(values, i, groups.length)}));
    }).flat()
  );
}

interface Group {
  input: string;
  overrides: Override[];
}

function grouped(overrides: readonly Override[]): Group[] {
  const found = new Map<string, Override[]>();
  for (const one of overrides) {
    const input = one.cell.replace(/\[[^\]]*\]/, "");
    found.set(input, [...(found.get(input) ?? []), one]);
  }
  const groups = [...found].map(([input, members]) => ({input, overrides: members}));
  const rest = groups.splice(mostGroups);
  return rest.length === 0
    ? groups
    : [...groups, {input: "other inputs", overrides: rest.flatMap((group) => group.overrides)}];
}
