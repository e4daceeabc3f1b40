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

/** A constraint of the chain, relaxed by one step. */
export interface Relaxation {
  /** Key of the constraint. */
  constraint: string;
  /** The row that is relaxed, where each row is a separate constraint. */
  row: string;
  moves: readonly Move[];
  /** Number of units in the step, and the unit's name. */
  counts: number;
  what: string;
}

/** One relaxation for every constraint. Throws an `InputError` for a cell or unit that the model does not have. */
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
        `${place}: ${cell}: cannot convert a step in ${unit} to ${cellUnit.text}: use ${cellUnit.text}`
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
