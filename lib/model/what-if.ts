import {evaluate, InputError, numberAt, overrideFormulas, resolve} from "../sheet/index.js";
import {override, type Scenario} from "./scenario.js";
import type {Override} from "./override.js";
import type {Base} from "./run-scenario.js";

/** A cell of a scenario in a month: what is asked for again with other inputs. Plain data, for a worker. */
export interface Question {
  scenario: Pick<Scenario, "overrides" | "formulas" | "start">;
  /** Any cell: `economy.cost_per_token`, `cluster[atlas-b200].profit`. */
  figure: string;
  /** Counted from 0. */
  month: number;
}

/**
 * The value of a cell as a function of inputs that are set after the scenario's: months beyond the one that is asked
 * for and columns that it does not read are not run. NaN for inputs that do not fit. Throws an `InputError` where there
 * is no such cell.
 */
export function whatIf(base: Base, {scenario, figure, month}: Question): (cells: readonly Override[]) => number {
  const model = overrideFormulas(base.model, scenario.formulas);
  const {column, row} = resolve({model, inputs: override(base.model, base.inputs, scenario.overrides)}, figure);
  const options = {months: month + 1, start: scenario.start, only: [column.id]};
  return (cells) => {
    const inputs = fitting(base, [...scenario.overrides, ...cells]);
    return inputs ? numberAt(evaluate(model, inputs, options), column.id, row, column.dynamic ? month : 0) : NaN;
  };
}

function fitting({model, inputs}: Base, overrides: readonly Override[]): Base["inputs"] | undefined {
  try {
    return override(model, inputs, overrides);
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}
