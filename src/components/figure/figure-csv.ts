import {csv} from "../../lib/export/csv.js";
import {stateNotes} from "../cite/state-notes.js";
import type {Grid} from "./grid.js";
import {notedCsv} from "./noted-csv.js";

/** Words for the notes in a table's file. */
export interface CsvWords {
  /** Finding and measure, as in the heading. */
  heading: string;
  source: string;
}

/** A table's rows as CSV below notes: finding, measure, source, units and edition, and the address of this state. */
export function figureCsv(grid: Grid, {heading, source}: CsvWords): string {
  const units = grid.columns.flatMap(({name, unit}) => (unit === "" ? [] : [`${name} in ${unit}`]));
  const notes = [
    heading,
    `Source: ${source}`,
    ...(units.length > 0 ? [`Units: ${units.join("; ")}`] : []),
    ...stateNotes()
  ];
  return notedCsv(notes, csv(grid));
}
