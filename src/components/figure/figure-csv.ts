import {csv} from "../../lib/export/csv.js";
import {stateNotes} from "../cite/state-notes.js";
import type {Grid} from "./grid.js";

/** What a chart's file says of itself. */
export interface CsvWords {
  /** What is found and measured, as the heading has it. */
  heading: string;
  source: string;
}

/**
 * A chart's rows as CSV below lines of one cell that begins with `#`: what is found and measured, from where, in which
 * units, of which edition, and the address of this state. DuckDB and spreadsheet programs read past quoted lines.
 */
export function figureCsv(grid: Grid, {heading, source}: CsvWords): string {
  const units = grid.columns.flatMap(({name, unit}) => (unit === "" ? [] : [`${name} in ${unit}`]));
  const notes = [
    heading,
    `Source: ${source}`,
    ...(units.length > 0 ? [`Units: ${units.join("; ")}`] : []),
    ...stateNotes()
  ];
  return notes.map(noteLine).join("") + csv(grid);
}

function noteLine(note: string): string {
  return `"# ${note.replace(/\s+/g, " ").trim().replaceAll('"', '""')}"\n`;
}
