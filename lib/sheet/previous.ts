import type {Column, NumberKey} from "./column.js";

/**
 * Last month's value of a column in this row; in the first month, a number or another column of the row. A column that
 * names itself carries its first value through all months: `start_cost: previous("start_cost", "cost")`.
 */
export type Previous<T> = (column: NumberKey<T>, initial: number | NumberKey<T>, doc?: string) => Column<number>;

export function previous(column: string, initial: number | string, doc = ""): Column<number> {
  return {kind: "previous", column, initial, doc};
}
