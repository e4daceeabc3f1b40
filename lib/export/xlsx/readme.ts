import type {Cell, CellValue, WriteSheet} from "hucre/xlsx";
import {about} from "../about.js";
import {changesOf, facts, tablesAbout, type ExportedRun} from "../exported-run.js";
import type {PublishedTable} from "../published.js";
import {linesSheet, type Line} from "./lines-sheet.js";
import {styles, widthOf} from "./styles.js";

/**
 * The first sheet: what the workbook is, how to read it, which columns are values of algorithms, and what the others
 * hold.
 */
export function readmeSheet(exported: ExportedRun, values: readonly string[]): WriteSheet {
  const sheets = [
    ...exported.run.model.tables,
    ...sheetsBehind(exported).map(([name, {description}]) => ({name, doc: description}))
  ];
  const lines: Line[] = [
    [about.title, "", {style: styles.name}],
    ...facts(exported),
    ["", ""],
    ["How to read it", "", {style: styles.name}],
    ["Input", "typed in: change it, and everything that depends on it follows", {style: styles.input}],
    ["Formula", "computed from other cells; the note on a column's name says what it is, in which unit stands below"],
    ["Value", "computed by an algorithm that no formula can hold: it does not follow changes", {style: styles.value}],
    [
      "Error",
      "#N/A is missing: an input that nobody knows, or what depends on one; any other error is a missing value, too"
    ],
    ["Rows", "one a key and month, months one below the other; month_no 0 is the first month"],
    ["Columns", "_no: the row that a reference names; a_by_b: a times b, for weighted means"],
    ["Names", "table__column names the cells of a column, and formulas use it"],
    ["", ""],
    ["Values of algorithms", values.length === 0 ? "none" : values.join(", "), {style: styles.name}],
    ...changesOf(exported).map((change): [string, string] => ["Differs from reference", change]),
    ["", ""],
    ["Sheets", "", {style: styles.name}],
    ...sheets.map(({name, doc}): Line => [name, doc, link(name)])
  ];
  return linesSheet("Readme", lines);
}

function link(sheet: string): Partial<Cell> {
  return {hyperlink: {target: "", location: `'${sheet}'!A1`}, style: styles.link};
}

/** The sheets behind the model's: every typed value with range and source, the sources, and what every column means. */
export function sourceSheets(exported: ExportedRun): WriteSheet[] {
  return sheetsBehind(exported).map(([name, table]) => plain(name, table));
}

function sheetsBehind(exported: ExportedRun): [name: string, table: PublishedTable][] {
  const [assumptions, sources, columns] = tablesAbout(exported);
  return [
    ["Assumptions", assumptions!],
    ["Sources", sources!],
    ["Columns", columns!]
  ];
}

function plain(name: string, {columns}: PublishedTable): WriteSheet {
  const length = columns[0]!.values.length;
  const rows = Array.from({length}, (_, row) => columns.map(({values}): CellValue => values[row] ?? null));
  const heading = columns.map((column): CellValue => column.name);
  const cells = new Map(heading.map((value, i) => [`0,${i}`, {value, style: styles.name}]));
  const widths = columns.map((column) => ({width: widthOf([column.name, ...column.values.map(String)])}));
  return {name, columns: widths, rows: [heading, ...rows], cells, freezePane: {rows: 1}};
}
