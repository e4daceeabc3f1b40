import {colToLetter, type Cell, type WriteSheet} from "hucre/xlsx";
import {FIRST} from "../layout.js";
import {styles} from "../styles.js";

/** A column of a sheet with one row per month or year: its formula and value in each row. */
export interface Series {
  name: string;
  unit: string;
  doc: string;
  formula: (row: number) => string;
  values: readonly (number | undefined)[];
}

/** What formulas write for a column: its letters, or its range of cells. */
export type Range = (name: string) => string;

/** Rows of cells, keyed as sheets expect. */
export function cellsOf(rows: readonly (readonly (Partial<Cell> | undefined)[])[]): Map<string, Partial<Cell>> {
  return new Map(
    rows.flatMap((row, i) =>
      row.flatMap((cell, column): [string, Partial<Cell>][] => (cell ? [[`${i},${column}`, cell]] : []))
    )
  );
}

/** Name and unit on top, then one row per period. */
export function seriesSheet(sheet: string, series: readonly Series[]): WriteSheet {
  const periods = Math.max(...series.map(({values}) => values.length));
  const rows = [
    series.map(({name, doc}) => ({value: name, style: styles.name, comment: {text: doc}})),
    series.map(({unit}) => ({value: unit, style: styles.unit})),
    [],
    ...Array.from({length: periods}, (_, i) => series.map((one) => cellAt(one, i)))
  ];
  const columns = series.map(({name}) => ({width: Math.max(14, name.length + 3)}));
  return {name: sheet, columns, rows: [], cells: cellsOf(rows), freezePane: {rows: FIRST - 1, columns: 1}};
}

function cellAt({formula, values}: Series, i: number): Partial<Cell> {
  const value = values[i];
  const cell = {formula: formula(FIRST + i), style: amounts};
  return value === undefined ? cell : {...cell, formulaResult: value};
}

const amounts = {numFmt: "#,##0.00;-#,##0.00"};

/** The column letters of a sheet, by name; series refer to others on their own sheet. */
export function lettersOf(series: readonly Series[]): Range {
  return (name) => colToLetter(series.findIndex((one) => one.name === name));
}

/** The ranges of a sheet's columns over a number of periods, by name. */
export function rangesIn(sheet: string, letterOf: Range, periods: number): Range {
  return (name) => `${sheet}!$${letterOf(name)}$${FIRST}:$${letterOf(name)}$${FIRST + periods - 1}`;
}
