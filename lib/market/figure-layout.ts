import type {FigureNames} from "./figure-name.js";
import {transposed, type FigureSheet, type GridCell} from "./figure-grid.js";
import {looksNumeric} from "./figure-measure.js";
import {periodOf} from "./figure-period.js";

/** A sheet turned so that figures' names stand in one column, one per row. */
export interface FigureLayout {
  sheet: FigureSheet;
  grid: GridCell[][];
  /** Whether the file has the names in one line. */
  wide: boolean;
  /** Index of the column of names. */
  names: number;
  /** Number of heading rows. */
  headers: number;
  /** Quality of fit: above 1000 if a figure is recognised. */
  score: number;
}

/** The layout of a sheet that recognises most names; without any, one with unknown names. */
export function layoutOf(sheet: FigureSheet, names: FigureNames): FigureLayout {
  const tall = bestColumn(sheet.grid, names);
  const wide = bestColumn(transposed(sheet.grid), names);
  const isWide = wide.score > tall.score;
  const grid = isWide ? transposed(sheet.grid) : sheet.grid;
  const best = isWide ? wide : tall;
  return {sheet, grid, wide: isWide, names: best.column, score: best.score, headers: headersOf(grid, best, names)};
}

/** Minimum score of a layout with a known name and a number. */
export const KNOWN = 1000;

interface Column {
  column: number;
  score: number;
}

function bestColumn(grid: readonly GridCell[][], names: FigureNames): Column {
  const scores = (grid[0] ?? []).map(() => 0);
  for (const row of grid) {
    const filled = row.filter(({text}) => text !== "").length;
    const hasNumber = row.some(({text}) => looksNumeric(text));
    row.forEach(({text}, column) => (scores[column]! += pointsOf(text, names, hasNumber, filled > 1)));
  }
  const score = Math.max(0, ...scores);
  return {column: Math.max(0, scores.indexOf(score)), score};
}

function pointsOf(text: string, names: FigureNames, hasNumber: boolean, hasMore: boolean): number {
  if (text === "" || !hasMore || looksNumeric(text)) return 0;
  if (names.find(text)) return hasNumber ? KNOWN * KNOWN : KNOWN;
  return hasNumber ? 1 : 0;
}

/** Heading lines lie above the first known name and contain no numbers except years. */
function headersOf(grid: readonly GridCell[][], {column}: Column, names: FigureNames): number {
  const known = grid.findIndex((row) => names.find(row[column]!.text) !== undefined);
  const above = known < 0 ? grid : grid.slice(0, known);
  const body = above.findIndex((row) => row.some(({text}) => looksNumeric(text) && !periodOf(text)));
  return body < 0 ? above.length : body;
}
