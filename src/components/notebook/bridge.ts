import {attribute} from "../../lib/model/compare.js";
import {override} from "../../lib/model/scenario.js";
import {chain} from "../../lib/model/chain.js";
import {published} from "../../lib/library/package/index.js";
import {cellAt} from "../../lib/sheet/address.js";
import type {SheetRun} from "./sheet-run.js";

/** What one change adds to a figure. */
export interface BridgeStep {
  /** An input, `table.column`, a column with a new formula, or a row. */
  input: string;
  amount: number;
}

/**
 * What each change of a sheet adds to a figure of the economy in a month, the largest first; together they are the
 * difference to the base scenario: `bridge(run, "economy.cost_per_token@59")`. Throws an `InputError` for an unknown
 * figure. It runs the model once for each set of changes.
 */
export function bridge({scenario, run, baseline}: SheetRun, figure: string): BridgeStep[] {
  const {column, month} = cellAt(run, figure);
  const parent = baseline.scenario;
  const changes = {
    overrides: scenario.overrides.slice(parent.overrides.length),
    formulas: scenario.formulas.slice(parent.formulas.length)
  };
  const inputs = override(chain, published().inputs.chain!, parent.overrides);
  return attribute(chain, inputs, changes, [column.id], {months: month + 1, start: run.start})
    .filter((step) => step.month === month)
    .map(({input, amount}) => ({input, amount}))
    .sort((a, b) => Math.abs(b.amount) - Math.abs(a.amount));
}
