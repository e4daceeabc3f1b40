import {gridOf, type ColumnNote, type Grid} from "../figure/grid.js";
import type {CellMark, Made, Origin, Recorded} from "../inspector/origin.js";

/** A number that is made of others, of which the first are listed; none where nothing is known of them. */
export function derivedFrom(words: string, parts: readonly (CellMark | Recorded | undefined)[]): Made | undefined {
  const of = parts.filter((part) => part !== undefined);
  if (of.length === 0) return undefined;
  return {
    words: `${words}${of.length > most ? `; these are the first ${most} of ${of.length}` : ""}:`,
    of: of.slice(0, most)
  };
}

const most = 16;

/** A table of anything, with what it shows of it and where the number in a column comes from. */
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
