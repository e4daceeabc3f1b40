import {gridOf, type ColumnNote, type Grid} from "../figure/grid.js";
import type {CellMark, Made, Origin, Recorded} from "../inspector/origin.js";

/** The origin of a number made from others, of which the first are listed; undefined if none is known. */
export function derivedFrom(words: string, parts: readonly (CellMark | Recorded | undefined)[]): Made | undefined {
  const of = parts.filter((part) => part !== undefined);
  if (of.length === 0) return undefined;
  return {
    words: `${words}${of.length > most ? `; these are the first ${most} of ${of.length}` : ""}:`,
    of: of.slice(0, most)
  };
}

const most = 16;

/** A table of anything, with the columns to show and the origin of each number. */
export function tableOf<T>(
  items: readonly T[],
  {
    shown,
    origin,
    columns
  }: {
    shown: (item: T) => object;
    origin: (item: T, column: string) => Origin | undefined;
    columns?: readonly ColumnNote[];
  }
): Grid {
  return {...gridOf(items.map(shown), columns), origin: (row, column) => origin(items[row]!, column)};
}
