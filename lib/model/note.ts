import {addressOf, InputError} from "../sheet/index.js";
import {limits} from "../sheet/limits.js";
import {rowOf} from "../sheet/address.js";
import type {Override} from "./override.js";

/** What a reader says of a cell, a column or a row: kept with the scenario, without effect on a run. */
export interface Note {
  /** `cluster[atlas-b200].count`, `cluster.price`, `cluster[atlas-b200]`. */
  cell: string;
  text: string;
}

/** The notes of a scenario's file. Throws an `InputError` for one that is of no cell, or too long. */
export function readNotes(written: readonly Override[]): Note[] {
  return written.map(({cell, value, place}) => {
    if (addressOf(cell).table === "" && !rowOf(cell))
      throw new InputError(`${place}: ${cell}: not a cell\n  use table[row].column, table.column or table[row]`);
    if (value.length > limits.noteLength)
      throw new InputError(`${place}: ${cell}: the note has ${value.length} characters, ${limits.noteLength} at most`);
    return {cell, text: value};
  });
}
