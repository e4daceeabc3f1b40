import type {Inputs, InputValues} from "./inputs.js";
import type {Model, ModelColumn} from "./model.js";

/**
 * The columns that differ between two sets of inputs before any formula is computed: inputs with different values, and
 * all columns of, and references to, tables with different rows.
 */
export function changedColumns({order}: Model, before: Inputs, after: Inputs): ModelColumn[] {
  const others = new Set(
    [...Object.keys(before), ...Object.keys(after)].filter((table) => !same(before[table]?.keys, after[table]?.keys))
  );
  return order.filter(
    ({table, name, target}) =>
      others.has(table.name) ||
      (target && others.has(target.name)) ||
      !equal(before[table.name]?.columns[name], after[table.name]?.columns[name])
  );
}

function equal(a: InputValues | undefined, b: InputValues | undefined): boolean {
  return a === b || (same(a?.values, b?.values) && a?.samples === b?.samples);
}

function same(a: readonly unknown[] | undefined, b: readonly unknown[] | undefined): boolean {
  return a === b || (a !== undefined && a.length === b?.length && a.every((value, i) => value === b[i]));
}
