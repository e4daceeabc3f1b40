import type {Cell, CellValue, WriteSheet} from "hucre/xlsx";
import {about} from "../about.js";
import {changesOf, facts, tablesAbout, type ExportedRun} from "../exported-run.js";
import type {PublishedTable} from "../published.js";
import {styles} from "./sheet.js";

/** The first sheet: what the workbook is, how to read it, and which columns are values of algorithms. */
export function readmeSheet(exported: ExportedRun, values: readonly string[]): WriteSheet {
  const {tables} = exported.run.model;
  const lines: [string, string, Partial<Cell>?][] = [
    [about.title, "", {style: styles.name}],
    ...facts(exported),
    ["", ""],
    ["How to read it", "", {style: styles.name}],
    ["Input", "typed in: change it, and everything that depends on it follows", {style: styles.input}],
    ["Formula", "computed from other cells; the note on a column's name says what it is, in which unit stands below"],
    [
      "Value",
      "computed by an algorithm that no formula can hold: it does not follow changes",
      {style: styles.algorithm}
    ],
    ["#N/A", "missing: an input that nobody knows, or what depends on one; any error is a missing value"],
    ["Rows", "one a key and month, months one below the other; month_no 0 is the first month"],
    ["Columns", "_no: the row that a reference names; a_by_b: a times b, for weighted means"],
    ["Names", "table__column names the cells of a column, and formulas use it"],
    ["", ""],
    ["Values of algorithms", values.length === 0 ? "none" : values.join(", "), {style: styles.name}],
    ...changesOf(exported).map((change): [string, string] => ["Changed input", change]),
    ["", ""],
    ["Tables", "", {style: styles.name}],
    ...tables.map(({name, doc}): [string, string] => [name, doc])
  ];
  const cells = new Map<string, Partial<Cell>>();
  lines.forEach(([label, text, cell], row) => {
    cells.set(`${row},0`, {value: label, ...cell});
    if (text !== "") cells.set(`${row},1`, {value: text});
  });
  return {name: "Readme", columns: [{width: 24}, {width: 120}], rows: [], cells};
}

/** The sheets behind the model's: every typed value with range and source, and the sources. */
export function sourceSheets(exported: ExportedRun): WriteSheet[] {
  const [assumptions, sources] = tablesAbout(exported) as [PublishedTable, PublishedTable];
  return [plain("Assumptions", assumptions), plain("Sources", sources)];
}

function plain(name: string, {columns}: PublishedTable): WriteSheet {
  const length = columns[0]!.values.length;
  const rows = Array.from({length}, (_, row) => columns.map(({values}): CellValue => values[row] ?? null));
  const heading = columns.map((column): CellValue => column.name);
  const cells = new Map(heading.map((value, i) => [`0,${i}`, {value, style: styles.name}]));
  return {name, columns: columns.map(() => ({width: 18})), rows: [heading, ...rows], cells, freezePane: {rows: 1}};
}
