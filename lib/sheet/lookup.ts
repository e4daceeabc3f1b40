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
