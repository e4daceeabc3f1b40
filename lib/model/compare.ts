import {columnOfCell, evaluate, Memory, numberAt, type Inputs, type Model, type RunOptions} from "../sheet/index.js";
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
  const memory = new Memory();
  // Hundreds of runs follow each other: only the figures are kept of each.
  const pathsOf = (applied: readonly Group[]): Paths => {
    const changes = {overrides: applied.flatMap(({overrides}) => overrides), formulas: applied.flatMap(formulasOf)};
    const changed = applyScenario({model, inputs}, changes);
    const run = evaluate(changed.model, changed.inputs, {...options, only: columns, memory});
    const paths = columns.map((column) =>
      Float64Array.from({length: run.months}, (_, month) => numberAt(run, column, 0, month))
    );
    memory.reclaim(run);
    return paths;
  };
  const groups = largestNamed([...grouped(model, overrides), ...formulaGroup(formulas)], pathsOf);
  const runs = Array.from({length: 1 << groups.length}, (_, set) => pathsOf(groups.filter((_, i) => set & (1 << i))));
  return columns.flatMap((column, figure) =>
    Array.from(runs[0]![figure]!, (_, month) => {
      const values = runs.map((paths) => paths[figure]![month]!);
      return groups.map(({input}, i) => ({column, month, input, amount: shapley(values, i, groups.length)}));
    }).flat()
  );
}

/** The figures of a run, month by month. */
type Paths = readonly Float64Array[];

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
function largestNamed(groups: readonly Group[], pathsOf: PathsOf): readonly Group[] {
  if (groups.length <= mostGroups) return groups;
  const sizes = sizesOf(groups, pathsOf);
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

type PathsOf = (applied: readonly Group[]) => Paths;

/**
 * How much of the figures' last month each group moves, of what all groups move: the mean of its effect alone and its
 * effect after all others, which costs two runs a group.
 */
function sizesOf(groups: readonly Group[], pathsOf: PathsOf): ReadonlyMap<Group, number> {
  const last = (applied: readonly Group[]): number[] => pathsOf(applied).map((path) => path.at(-1)!);
  const [none, all] = [last([]), last(groups)];
  const pairs = groups.map((group) => [last([group]), last(groups.filter((other) => other !== group))] as const);
  const byColumn = none.map((before, figure) => {
    const moved = pairs.map(([alone, without]) => Math.abs(alone[figure]! - before + all[figure]! - without[figure]!));
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
