import type {Column, RefKey} from "./column.js";

/** A column of the row that this row refers to: `lookup("gpu", "tdp")`. */
export type Lookup<T> = <K extends RefKey<T>, C extends keyof T[K] & string>(
  via: K,
  column: C,
  doc?: string
) => Column<T[K][C]>;

export function lookup(via: string, column: string, doc = ""): Column<never> {
  return {kind: "lookup", via, column, doc};
}

/** Columns of the row that this row refers to, with their own names: `...lookups("gpu", "tdp", "bf16")`. */
export type Lookups<T> = <K extends RefKey<T>, C extends keyof T[K] & keyof T & string>(
  via: K,
  ...columns: C[]
) => {[N in C]: Column<T[K][N]>};

export function lookups<C extends string>(via: string, ...columns: C[]): Record<C, Column<never>> {
  return Object.fromEntries(columns.map((column) => [column, lookup(via, column)])) as Record<C, Column<never>>;
}
