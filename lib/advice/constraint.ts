import type {Inputs, Model, TableInput} from "../sheet/index.js";
import {commensurable} from "../sheet/unit.js";
import {boundsOf, type Move} from "../uncertainty/index.js";
import {InputError, parseUnit} from "../sheet/index.js";
import {cellsOf, placeAt, readUnit, records} from "./action.js";
import type {ConstraintRow} from "./action-definition.js";

/** A limit of the chain, relaxed by a step. */
export interface Relaxation {
  /** Key of the constraint. */
  constraint: string;
  /** The row that is relaxed, where each is a limit of its own. */
  row: string;
  moves: readonly Move[];
  /** Units that the step counts as, and what a unit is, in words. */
  counts: number;
  what: string;
}

/** Every limit, relaxed. Throws an `InputError` for a cell or a unit that the model does not have. */
export function relaxations(model: Model, inputs: Inputs, constraint: TableInput): Relaxation[] {
  const names = ["cell", "each", "step", "unit", "counts", "what"] as const;
  return records<ConstraintRow>(constraint, names).flatMap((one, i) => {
    const {key, cell, each, step, unit, counts, what} = one;
    const place = placeAt(constraint, "cell", i);
    const {table, column, keys} = cellsOf(model, inputs, cell, place);
    const of = model.columns.get(`${table}.${column}`)!.unit;
    const given = readUnit(unit, place);
    if (!commensurable(given, of))
      throw new InputError(`${place}: ${cell}: a step in ${unit} does not go with ${of.text}: write ${of.text}`);
    const move = (row: string | undefined): Move => ({
      cell: row === undefined ? `${table}.${column}` : `${table}[${row}].${column}`,
      how: "add",
      amount: exactly((step * given.scale) / parseUnit(of.text).scale),
      ...boundsOf(of.text),
      name: `constraint ${key}`
    });
    const common = {constraint: key, counts, what};
    if (each === "row") return keys.map((row) => ({...common, row: row ?? "", moves: [move(row)]}));
    return [{...common, row: "", moves: keys.map(move)}];
  });
}

function exactly(value: number): Move["amount"] {
  return {low: value, central: value, high: value, family: "exact"};
}
