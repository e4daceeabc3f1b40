import {marksOf, type CellMark, type Made} from "../../components/inspector/origin.js";

/** Where a number comes from that is calculated from cells; nothing where none of them is known. */
export function madeOf(words: string, cells: readonly (CellMark | undefined)[]): Made | undefined {
  const of = marksOf(cells);
  return of.length === 0 ? undefined : {words, of};
}
