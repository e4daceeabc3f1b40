import type {Formula} from "./parse.js";
import type {Table} from "./table.js";

/** The row keys of T that hold numbers, texts, and references to other rows. */
export type NumberKey<T> = {[K in keyof T]: T[K] extends number ? K : never}[keyof T] & string;
export type TextKey<T> = {[K in keyof T]: T[K] extends string ? K : never}[keyof T] & string;
export type RefKey<T> = Exclude<keyof T & string, NumberKey<T> | TextKey<T>>;

/** The part of a row that a formula sees: its numbers and texts. Only lookup columns follow references. */
export type Cells<T> = Pick<T, NumberKey<T> | TextKey<T>>;

interface Described {
  /** One sentence that describes the column. Lookups, rollups and previous columns inherit it by default. */
  doc: string;
}

export interface InputColumn extends Described {
  kind: "input";
  /**
   * `number` has a unit; `date` is in months since 2000-01; `text` can only be compared with strings; the run sets
   * `clock`.
   */
  type: "number" | "date" | "text" | "clock";
  unit: string;
}

export interface RefColumn extends Described {
  kind: "ref";
  table: () => Table<object>;
}

export interface LookupColumn extends Described {
  kind: "lookup";
  via: string;
  column: string;
}

export interface FormulaColumn extends Described {
  kind: "formula";
  unit: string;
  formula: Formula;
}

export type Aggregate = "sum" | "mean" | "min" | "max" | "count" | "weighted_mean";

export interface RollupColumn extends Described {
  kind: "rollup";
  table: () => Table<object>;
  column: string;
  aggregate: Aggregate | "argmax" | "argmin";
  /** The reference column of the other table that points here; required only if there are several. */
  by?: string;
  weight?: string;
}

export interface PreviousColumn extends Described {
  kind: "previous";
  column: string;
  initial: number | string;
}

/** One of the five kinds of column (a reference is an input that names a row). */
export type AnyColumn = InputColumn | RefColumn | LookupColumn | FormulaColumn | RollupColumn | PreviousColumn;

declare const value: unique symbol;

/** A column whose cells hold V, for type-checking table definitions. */
export type Column<V> = AnyColumn & {readonly [value]?: V};
