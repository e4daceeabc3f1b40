import {commensurable} from "../sheet/unit.js";
import type {Move} from "../uncertainty/index.js";
import {
  cellName,
  boundsOf,
  InputError,
  parseUnit,
  resolveInputs,
  type Inputs,
  type Model,
  type Place,
  type TableInput
} from "../sheet/index.js";
import {placeAt, readUnit, records} from "./action.js";
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
  return records<ConstraintRow>(constraint, names).flatMap((record, i) => {
    const {key, cell, each, step, unit, counts, what} = record;
    const place = placeAt(constraint, "cell", i);
    const places = resolveInputs({model, inputs}, cell, place);
    const {table, unit: cellUnit} = places[0]!.column;
    const typedUnit = readUnit(unit, place);
    if (!commensurable(typedUnit, cellUnit))
      throw new InputError(
        `${place}: ${cell}: a step in ${unit} does not go with ${cellUnit.text}: write ${cellUnit.text}`
      );
    const move = ({column, row}: Place): Move => ({
      cell: cellName({model, inputs}, column, row, 0),
      how: "add",
      amount: exactly((step * typedUnit.scale) / parseUnit(cellUnit.text).scale),
      ...boundsOf(cellUnit.text),
      name: `constraint ${key}`
    });
    const common = {constraint: key, counts, what};
    if (each === "row")
      return places.map((target) => ({...common, row: table.single ? "" : target.key, moves: [move(target)]}));
    return [{...common, row: "", moves: places.map(move)}];
  });
}

function exactly(value: number): Move["amount"] {
  return {low: value, central: value, high: value, family: "exact"};
}
