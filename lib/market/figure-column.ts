import type {FigureLayout} from "./figure-layout.js";
import {isForeign, looksNumeric, measureOf} from "./figure-measure.js";
import {dividedName} from "./figure-name.js";
import {newestOf, periodOf} from "./figure-period.js";

/** The roles of a layout's columns. */
export interface FigureColumns {
  headings: string[];
  /** Candidate columns of values; exactly one, unless in doubt. */
  values: number[];
  /** Column of units, or -1. */
  unit: number;
  /** Columns of periods that were passed over. */
  passed: number[];
  /** Sentences about what was chosen. */
  said: string[];
}

const words = {
  value: /^(values?|wert|amounts?|betrag|figures?|actuals?|ist|number|zahl|valeur|valor|importe)$/i,
  unit: /^(units?|units? of measure|uom|einheit(en)?|currency|währung|waehrung|unité|unidad)$/i,
  other: new RegExp(
    "^(#|year|jahr|period|date|datum|no\\.?|nr\\.?|id|rank|page|seite|title|source|quelle|" +
      "notes?|comments?|kommentar|remarks?|bemerkung)$",
    "i"
  )
};

/** Finds the columns of units and values by heading or, failing that, by content; of several years, the newest. */
export function columnsOf(layout: FigureLayout): FigureColumns {
  const headings = headingsOf(layout);
  const unit = unitColumn(layout, headings);
  const isOpen = (column: number): boolean =>
    column !== layout.names && column !== unit && !words.other.test(headings[column]!);
  const body = layout.grid.slice(layout.headers);
  const open = headings.map((_, column) => column).filter(isOpen);
  const numeric = open.filter((column) => body.some((row) => looksNumeric(row[column]!.text)));
  return {headings, unit, ...chosen(numeric.length > 0 ? numeric : open.slice(0, 1), headings)};
}

function chosen(columns: number[], headings: readonly string[]): Pick<FigureColumns, "values" | "passed" | "said"> {
  const named = columns.filter((column) => words.value.test(dividedName(headings[column]!).name));
  if (named.length === 1) return {values: named, passed: [], said: chosenInWords(named[0]!, columns, headings)};
  const dated = columns.filter((column) => periodIn(headings[column]!));
  if (dated.length === 0) return {values: columns, passed: [], said: []};
  const newest = newestOf(dated.map((column) => periodIn(headings[column]!)!));
  if (newest === undefined) return {values: dated, passed: [], said: []};
  const latest = dated[newest]!;
  const passed = dated.filter((column) => column !== latest);
  return {values: [latest], passed, said: chosenInWords(latest, columns, headings)};
}

function chosenInWords(latest: number, columns: readonly number[], headings: readonly string[]): string[] {
  const others = columns.filter((column) => column !== latest && headings[column] !== "");
  if (others.length === 0) return [];
  const names = others.map((column) => headings[column]).join(", ");
  return [`Values are those of ${headings[latest]!}, not of ${names}.`];
}

function periodIn(heading: string): ReturnType<typeof periodOf> {
  return periodOf(heading) ?? periodOf(dividedName(heading).name);
}

/** The last text above the rows of figures in each column. */
function headingsOf({grid, headers}: FigureLayout): string[] {
  const above = grid.slice(0, headers);
  return (grid[0] ?? []).map((_, column) => above.findLast((row) => row[column]!.text !== "")?.[column]!.text ?? "");
}

/**
 * The column headed as units; or else one that contains only units; or else one of single words without a heading, if
 * any of them is a unit or if it follows numbers.
 */
function unitColumn({grid, headers, names}: FigureLayout, headings: readonly string[]): number {
  const stated = headings.findIndex((heading) => words.unit.test(heading));
  if (stated >= 0) return stated;
  const body = grid.slice(headers);
  return headings.findIndex((heading, column) => {
    const texts = body.map((row) => row[column]!.text).filter((text) => text !== "");
    if (column === names || texts.length === 0) return false;
    if (texts.every((text) => text === "1" || isUnitLike(text))) return texts.some(isUnitLike);
    const isBehindNumbers = body.some((row) => looksNumeric(row[column - 1]?.text ?? ""));
    return heading === "" && texts.every(isWord) && (isBehindNumbers || texts.some(isUnitLike));
  });
}

function isWord(text: string): boolean {
  return text === "1" || (text.length <= 15 && !/\s|^\d/.test(text));
}

function isUnitLike(text: string): boolean {
  return !looksNumeric(text) && (measureOf(text) !== undefined || isForeign(text));
}
