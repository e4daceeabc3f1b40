import {columnOfCell, evaluate, numberAt, type Inputs, type Model, type Run, type RunOptions} from "../sheet/index.js";
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

/** Beyond so many groups, the smallest are one: every set of groups is a run. */
const mostGroups = 8;

/**
 * Divides the difference that a scenario makes to the figures `columns` (of one-row tables) among the inputs that it
 * changes, a column of a table at a time, and its formulas, all together: the Shapley value, which is a group's mean
 * effect over all orders in which the groups can be changed. In every month the amounts add up to the difference. Of
 * many groups, those that move the figures most are named.
 */
export function attribute(
  model: Model,
  inputs: Inputs,
  {overrides, formulas}: Pick<Scenario, "overrides" | "formulas">,
  columns: readonly string[],
  options: RunOptions = {}
): Contribution[] {
  const run = (applied: readonly Group[]): Run => {
    const changes = {overrides: applied.flatMap(({overrides}) => overrides), formulas: applied.flatMap(formulasOf)};
    const changed = applyScenario({model, inputs}, changes);
    return evaluate(changed.model, changed.inputs, {...options, only: columns});
  };
  const groups = largestNamed([...grouped(model, overrides), ...formulaGroup(formulas)], columns, run);
  const runs = Array.from({length: 1 << groups.length}, (_, set) => run(groups.filter((_, i) => set & (1 << i))));
  return columns.flatMap((column) =>
    Array.from({length: runs[0]!.months}, (_, month) => {
      const values = runs.map((run) => numberAt(run, column, 0, month));
      return groups.map(({input}, i) => ({column, month, input, amount: shapley(values, i, groups.length)}));
    }).flat()
  );
}

type Formulas = Scenario["formulas"];

interface Group {
  input: string;
  overrides: readonly Override[];
  formulas?: Formulas;
}

function formulasOf({formulas = []}: Group): Formulas {
  return formulas;
}

function formulaGroup(formulas: Formulas): Group[] {
  if (formulas.length === 0) return [];
  return [{input: formulas.length === 1 ? formulas[0]!.column : "formulas", overrides: [], formulas}];
}

/** Groups as they are, if they are few; else the largest, in the order given, and one of all others. */
function largestNamed(groups: readonly Group[], columns: readonly string[], run: RunOf): readonly Group[] {
  if (groups.length <= mostGroups) return groups;
  const sizes = sizesOf(groups, columns, run);
  const bySize = [...groups].sort((a, b) => sizes.get(b)! - sizes.get(a)!);
  const named = new Set(bySize.slice(0, mostGroups - 1));
  const rest = groups.filter((group) => !named.has(group));
  const others = {
    input: "other inputs",
    overrides: rest.flatMap(({overrides}) => overrides),
    formulas: rest.flatMap(formulasOf)
  };
  return [...groups.filter((group) => named.has(group)), others];
}

type RunOf = (applied: readonly Group[]) => Run;

/**
 * How much of the figures' last month each group moves, of what all groups move: the mean of its effect alone and its
 * effect after all others, which costs two runs a group.
 */
function sizesOf(groups: readonly Group[], columns: readonly string[], run: RunOf): ReadonlyMap<Group, number> {
  const [none, all] = [run([]), run(groups)];
  const pairs = groups.map((group) => [run([group]), run(groups.filter((other) => other !== group))] as const);
  const last = (one: Run, column: string): number => numberAt(one, column, 0, one.months - 1);
  const byColumn = columns.map((column) => {
    const [before, after] = [last(none, column), last(all, column)];
    const moved = pairs.map(([alone, without]) =>
      Math.abs(last(alone, column) - before + after - last(without, column))
    );
    const total = moved.reduce((sum, one) => sum + one, 0);
    return moved.map((one) => (total > 0 ? one / total : 0));
  });
  return new Map(groups.map((group, i) => [group, byColumn.reduce((sum, shares) => sum + shares[i]!, 0)]));
}

function grouped(model: Model, overrides: readonly Override[]): Group[] {
  const byInput = new Map<string, Override[]>();
  const rows = overrides.filter(isRowChange);
  for (const override of overrides) {
    const input = isOfRows(model, rows, override) ? rowsName(rows) : columnOfCell(override.cell);
    byInput.set(input, [...(byInput.get(input) ?? []), override]);
  }
  return [...byInput].map(([input, members]) => ({input, overrides: members}));
}

function rowsName(rows: readonly Override[]): string {
  return rows.length === 1 ? rows[0]!.cell : "rows";
}
