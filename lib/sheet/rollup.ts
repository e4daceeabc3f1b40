import type {Aggregate, Column, NumberKey, RefKey} from "./column.js";
import type {Table} from "./table.js";

/** Which rows count and how: `by` names the reference that points here, `weight` the weights of a `weighted_mean`. */
export interface RollupOptions<S> {
  by?: RefKey<S>;
  weight?: NumberKey<S>;
  doc?: string;
}

/**
 * Aggregates over the rows of another table that refer to this row: `rollup(() => cluster, "power", "sum")`. A table of
 * one row aggregates over all rows. `argmax` and `argmin` give a reference to the winning row. Over no rows, `sum` and
 * `count` are 0 and every other aggregate is an error.
 */
export interface Rollup {
  <S extends object>(
    table: () => Table<S>,
    column: NumberKey<S>,
    aggregate: Aggregate,
    options?: RollupOptions<S>
  ): Column<number>;
  <S extends object>(
    table: () => Table<S>,
    column: NumberKey<S>,
    aggregate: "argmax" | "argmin",
    options?: RollupOptions<S>
  ): Column<S>;
}

export const rollup: Rollup = <S extends object>(
  table: () => Table<S>,
  column: string,
  aggregate: Aggregate | "argmax" | "argmin",
  {by, weight, doc = ""}: RollupOptions<S> = {}
): Column<never> => ({kind: "rollup", table, column, aggregate, doc, ...(by && {by}), ...(weight && {weight})});

/** Sums over the rows of another table, with the columns' own names: `...sums(() => cluster, "gpus", "revenue")`. */
export type Sums<T> = <S extends object, C extends NumberKey<S> & NumberKey<T>>(
  table: () => Table<S>,
  ...columns: C[]
) => {[N in C]: Column<number>};

export function sums<S extends object, C extends NumberKey<S>>(
  table: () => Table<S>,
  ...columns: C[]
): Record<C, Column<number>> {
  const entries = columns.map((column) => [column, rollup(table, column, "sum")]);
  return Object.fromEntries(entries) as Record<C, Column<number>>;
}
