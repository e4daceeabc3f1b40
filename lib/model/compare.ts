import {columnOfCell, evaluate, numberAt, type Inputs, type Model, type RunOptions} from "../sheet/index.js";
import {applyScenario} from "./run-scenario.js";
import type {Scenario} from "./scenario.js";
import type {Override} from "./override.js";
import {isOfRows, isRowChange} from "./rows.js";
import {shapley} from "./shapley.js";

/** What a group of changed inputs adds to a cell of a one-row table in a month. */
export interface Contribution {
  /** `table.column` of the figure. */
  column: string;
  month: number;
  /** What is changed: inputs, `table.column`; the column of a formula; a row, or `rows`, with all that is theirs. */
  input: string;
  amount: number;
}

/** Beyond so many groups, the rest are one: every set of groups is a run. */
const mostGroups = 6;

/**
 * Divides the difference that a scenario makes to the figures `columns` (of one-row tables) among the inputs that it
 * changes, a column of a table at a time, and its formulas, all together: the Shapley value, which is a group's mean
 * effect over all orders in which the groups can be changed. In every month the amounts add up to the difference.
 */
export function attribute(
  model: Model,
  inputs: Inputs,
  {overrides, formulas}: Pick<Scenario, "overrides" | "formulas">,
  columns: readonly string[],
  options: RunOptions = {}
): Contribution[] {
  const formulaGroup = {input: formulas.length === 1 ? formulas[0]!.column : "formulas", overrides: []};
  const groups = [...grouped(model, overrides), ...(formulas.length > 0 ? [formulaGroup] : [])];
  const runs = Array.from({length: 1 << groups.length}, (_, set) => {
    const applied = groups.filter((_, i) => set & (1 << i));
    const overrides = applied.flatMap((group) => group.overrides);
    const changed = applyScenario(
      {model, inputs},
      {overrides, formulas: applied.includes(formulaGroup) ? formulas : []}
    );
    return evaluate(changed.model, changed.inputs, {...options, only: columns});
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

function grouped(model: Model, overrides: readonly Override[]): Group[] {
  const byInput = new Map<string, Override[]>();
  const rows = overrides.filter(isRowChange);
  for (const override of overrides) {
    const input = isOfRows(model, rows, override) ? rowsName(rows) : columnOfCell(override.cell);
    byInput.set(input, [...(byInput.get(input) ?? []), override]);
  }
  const groups = [...byInput].map(([input, members]) => ({input, overrides: members}));
  const rest = groups.splice(mostGroups);
  return rest.length === 0
    ? groups
    : [...groups, {input: "other inputs", overrides: rest.flatMap((group) => group.overrides)}];
}

function rowsName(rows: readonly Override[]): string {
  return rows.length === 1 ? rows[0]!.cell : "rows";
}
