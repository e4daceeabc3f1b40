import type {Cell, CellValue, WriteSheet} from "hucre/xlsx";
import {about} from "../about.js";
import {changesOf, facts, tablesAbout, type ExportedRun} from "../exported-run.js";
import type {PublishedTable} from "../published.js";
import {linesSheet, type Line} from "./lines-sheet.js";
import {styles, widthOf} from "./styles.js";

/**
 * The first sheet: what the workbook is, how to read it, which columns hold algorithms' values, and what the other
 * sheets hold.
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
    ["Input", "entered: change it, and everything that depends on it follows", {style: styles.input}],
    ["Formula", "computed from other cells; the note on a column's name describes it, and its unit stands below"],
    ["Value", "computed by an algorithm that no formula can hold: it does not follow changes", {style: styles.value}],
    ["Error", "#N/A marks a missing value: an unknown input, or a result of one; other errors are missing values, too"],
    ["Rows", "one per key and month, months below one another; month_no 0 is the first month"],
    ["Columns", "_no: the row that a reference names; a_by_b: a times b, for weighted means"],
    ["Names", "table__column names the cells of a column in formulas"],
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

/** The sheets behind the model's: all inputs with ranges and sources, the sources, and the data dictionary. */
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
