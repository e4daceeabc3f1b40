import type {AnyColumn, Column} from "./column.js";
import {formula, type FormulaBuilder} from "./formula.js";
import {date, input, text} from "./input.js";
import {lookup, lookups, type Lookup, type Lookups} from "./lookup.js";
import {previous, type Previous} from "./previous.js";
import {ref} from "./ref.js";
import {rollup, sums, type Rollup, type Sums} from "./rollup.js";

/** A table definition: name, description and columns. T is the row as TypeScript sees it. */
export interface Table<out T extends object> {
  readonly name: string;
  readonly doc: string;
  /** Whether the table has exactly one row: references to it are implied, and its rollups cover all rows. */
  readonly single: boolean;
  /** Columns that have moved to another table: their new address, for who still writes the old one. */
  readonly moved?: Readonly<Record<string, string>>;
  readonly columns: Readonly<Record<string, AnyColumn>>;
  readonly row?: T;
}

/** The functions that define columns of a row T. */
export interface Vocabulary<T, P, F> {
  input: typeof input;
  text: typeof text;
  date: typeof date;
  ref: typeof ref;
  lookup: Lookup<T>;
  lookups: Lookups<T>;
  formula: FormulaBuilder<T, P, F>;
  rollup: Rollup;
  sums: Sums<T>;
  previous: Previous<T>;
}

export type Definitions<T> = {readonly [K in keyof T]: Column<T[K]>};

/** Defines tables whose formulas see parameters P and functions F. */
export interface TableBuilder<P, F> {
  <T extends object>(
    name: string,
    doc: string,
    define: (words: Vocabulary<T, P, F>) => Definitions<T>,
    options?: Partial<Pick<Table<T>, "single" | "moved">>
  ): Table<T>;
}

/** Creates a `table` function for models with parameters P and functions F. */
export function tableBuilder<P, F>(): TableBuilder<P, F> {
  return (name, doc, define, {single = false, moved} = {}) => ({
    name,
    doc,
    single,
    ...(moved && {moved}),
    columns: define({input, text, date, ref, lookup, lookups, formula, rollup, sums, previous})
  });
}
