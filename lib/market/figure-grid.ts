import {parse} from "csv-parse/browser/esm/sync";
import {withoutSeparatorLine, type Delimiter} from "../sheet/delimiter.js";
import {InputError} from "../sheet/error.js";

/** A trimmed cell, with the number of its line. */
export interface GridCell {
  text: string;
  line: number;
}

/** A sheet of a file as rows of equal length. */
export interface FigureSheet {
  /** Empty if the file has no sheets. */
  name: string;
  /** Delimiter of the cells, in a text file. */
  delimiter?: Delimiter;
  grid: GridCell[][];
}

/** Reads a text as a sheet. Throws an `InputError` for unbalanced quotation marks. */
export function sheetOfText(text: string, delimiter: Delimiter): FigureSheet {
  const rows = linesOf(withoutSeparatorLine(text), delimiter).map(({record, info}) => ({
    cells: record,
    line: info.lines
  }));
  return {name: "", delimiter, grid: gridOf(rows)};
}

/** Reads a sheet of a workbook. */
export function sheetOfRows(name: string, rows: readonly (readonly (string | null)[])[]): FigureSheet {
  return {name, grid: gridOf(rows.map((row, i) => ({cells: row.map((cell) => cell ?? ""), line: i + 1})))};
}

/** Turns rows into columns. */
export function transposed(grid: readonly GridCell[][]): GridCell[][] {
  return (grid[0] ?? []).map((_, column) => grid.map((row) => row[column]!));
}

interface Parsed {
  record: string[];
  info: {lines: number};
}

function linesOf(text: string, delimiter: Delimiter): Parsed[] {
  const options = {bom: true, trim: true, skip_empty_lines: true, relax_column_count: true, info: true} as const;
  try {
    return parse(text, {...options, delimiter}) as unknown as Parsed[];
  } catch (cause) {
    throw new InputError(`not a CSV file: ${cause instanceof Error ? cause.message : String(cause)}`, {cause});
  }
}

/** Far more cells than a table of company figures needs. */
const MOST = 1_000_000;

function gridOf(rows: readonly {cells: readonly string[]; line: number}[]): GridCell[][] {
  const trimmed = rows
    .map(({cells, line}) => ({cells: cells.map((cell) => cell.trim()), line}))
    .map(({cells, line}) => ({cells: cells.slice(0, cells.findLastIndex((cell) => cell !== "") + 1), line}))
    .filter(({cells}) => cells.length > 0);
  const width = trimmed.reduce((most, {cells}) => Math.max(most, cells.length), 0);
  if (width * trimmed.length > MOST)
    throw new InputError("the table is too large: copy the figures into a separate file");
  return trimmed.map(({cells, line}) => Array.from({length: width}, (_, i) => ({text: cells[i] ?? "", line})));
}
