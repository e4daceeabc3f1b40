import {rowOf} from "../../lib/sheet/address.js";
import {columnOfCell, find} from "../../lib/sheet/address.js";
import {rule} from "../../lib/sheet/model.js";
import type {Run} from "../../lib/sheet/run.js";
import type {Scenario} from "../../lib/model/scenario.js";
import {inputText} from "../../components/sheet/input-text.js";
import {unitOf} from "../../components/sheet/view.js";

/** What scenarios say otherwise than a base: a cell, a column's formula or a row, with the text of each. */
export interface Difference {
  /** `cluster[atlas-b200].extra_count`, `provider.margin`, `accelerator[b400]`. */
  place: string;
  unit: string;
  /** What the base has; empty where it has no such place. */
  before: string;
  /** What each scenario has, in their order. */
  values: readonly string[];
}

/** A scenario with its run: what it sets, and the inputs in which it sets it. */
export type Compared = Pick<Scenario, "overrides" | "formulas"> & {run: Run};

/** The places in which some scenario differs from the base, in the order in which they are set. */
export function differencesOf(base: Compared, others: readonly Compared[]): Difference[] {
  const places = new Set(
    [base, ...others].flatMap(({overrides, formulas}) => [
      ...overrides.map(({cell}) => cell),
      ...formulas.map(({column}) => column)
    ])
  );
  return [...places].flatMap((place) => {
    const before = textAt(base, place);
    const values = others.map((other) => textAt(other, place));
    return values.every((value) => value === before)
      ? []
      : [{place, unit: unitAt([base, ...others], place), before, values}];
  });
}

/** What a scenario sets at a place, or what stands there without it. */
function textAt({overrides, formulas, run}: Compared, place: string): string {
  const formula = formulas.findLast(({column}) => column === place);
  if (formula) return `=${formula.text.trim()}`;
  const set = overrides.findLast(({cell}) => cell === place);
  if (set) return set.value.trim();
  const row = rowOf(place);
  if (row) return run.inputs[row.table]?.keys.includes(row.key) === true ? "there" : "";
  const found = find(run, place);
  const column = run.model.columns.get(columnOfCell(place));
  if (found && column && isInput(run, place)) return inputText(run.inputs, column, found.row);
  return column && rule(column) !== "" && place === column.id ? `=${rule(column)}` : "";
}

function isInput({inputs}: Run, place: string): boolean {
  const [table = "", column = ""] = columnOfCell(place).split(".");
  return column in (inputs[table]?.columns ?? {});
}

function unitAt(all: readonly Compared[], place: string): string {
  const column = all.map(({run}) => run.model.columns.get(columnOfCell(place))).find((one) => one !== undefined);
  return column ? unitOf(column) : rowOf(place) ? "row" : "";
}
