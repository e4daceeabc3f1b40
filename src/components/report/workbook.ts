import type {Cell, CellStyle, MergeRange, WriteSheet} from "hucre/xlsx";
import {ofNumbers, ofTexts, styles, type ColumnStyles} from "../../lib/export/xlsx/styles.js";
import {sheetNames} from "../../lib/export/text/xml.js";
import {writeWorkbook} from "../../lib/export/xlsx/write.js";
import {monthName} from "../words/month.js";
import {cellText, headUnit} from "./cell-text.js";
import {CAUTION, madeOf} from "./html.js";
import {allTables} from "./report.js";
import {identityIn, type Report, type ReportMeta, type ReportTable} from "./report.js";

/** A report's tables as a workbook of plain values: a sheet on the run, and one per table. */
export function workbook(report: Report, meta: ReportMeta): Promise<Uint8Array> {
  const tables = allTables(report);
  const names = sheetNames(
    tables.map(({title}) => title),
    [ABOUT]
  );
  const sheets = [about(report, meta), ...tables.map((table, i) => sheetOf(table, names[i]!))];
  return writeWorkbook({sheets}, identityIn(meta));
}

const ABOUT = "About";

/** The first sheet, for a board: the finding, the run, and the sources. */
function about({title, opening, sources}: Report, meta: ReportMeta): WriteSheet {
  const {from, to, description} = meta;
  const facts: [string, string][] = [
    ["report", title],
    ["finding", opening.finding],
    ["months", from === to ? monthName(from) : `${monthName(from)} to ${monthName(to)}`],
    ...(description === "" ? [] : [["about", description] as [string, string]]),
    ...madeOf(meta).map(([name, text]): [string, string] => [name, text])
  ];
  const cited = sources.map(({title, url, date}) => [title, url, date]);
  const rows = [...facts, ["caution", CAUTION], [], ["Sources", "", ""], ...cited];
  return {
    ...{name: ABOUT, columns: [{width: TITLE}, {width: WIDE}, {width: 16}], rows, pageSetup},
    rowDefs: new Map(rows.map((row, i) => [i, {height: heightOf(row, [TITLE, WIDE, 16])}])),
    cells: styled(rows, (_, column, row) => {
      if (row === facts.length + 2) return styles.name;
      return column === 0 && row <= facts.length ? {...styles.name, ...styles.label} : styles.text;
    })
  };
}

/** Column widths of titles and texts, in characters; longer texts take several lines. */
const TITLE = 40;
const WIDE = 80;

/** The height of a row in points, if a text is wider than its column and wraps. */
function heightOf(row: readonly Content[], widths: readonly number[]): number {
  const lines = row.map((value, i) => (typeof value === "string" ? Math.ceil((1.1 * value.length) / widths[i]!) : 1));
  return LINE * Math.max(1, ...lines);
}

/** Line height, in points. */
const LINE = 15;

/** On paper, all columns of a sheet fit side by side. */
const pageSetup: WriteSheet["pageSetup"] = {
  ...{paperSize: "a4", orientation: "landscape"},
  ...{fitToPage: true, fitToWidth: 1, fitToHeight: 0}
};

/** Title and source, then a line of names with units, then the rows. */
function sheetOf({title, source, columns, rows}: ReportTable, name: string): WriteSheet {
  const heads = columns.map(({name, unit}) => (headUnit(unit) === "" ? name : `${name} [${unit}]`));
  const all = [[title], [source], [], heads, ...rows];
  const numeric = columns.map((_, i) => rows.some((row) => typeof row[i] === "number"));
  const widths = heads.map((head, i) =>
    widthIn([head, ...rows.map((row) => cellText(row[i] ?? null, columns[i]!.unit))])
  );
  const across = widths.reduce((sum, width) => sum + width, 0);
  return {
    name,
    columns: widths.map((width) => ({width})),
    merges: columns.length < 2 ? [] : [0, 1].map((row) => mergeOf(row, columns.length)),
    rowDefs: new Map([title, source].map((text, row) => [row, {height: heightOf([text], [across])}])),
    ...{freezePane: {rows: HEAD + 1}, rows: all, pageSetup},
    cells: styled(all, (value, column, row) => {
      if (row < HEAD) return {...(row === 0 ? styles.name : styles.unit), ...styles.text};
      if (row === HEAD) return (numeric[column] ? ofNumbers : textsAt(column)).name;
      if (typeof value !== "number") return textsAt(column).formula;
      return columns[column]!.unit === "share" ? {...ofNumbers.formula, numFmt: "0.0 %"} : {numFmt: formatFor(value)};
    })
  };
}

/** As wide as the longest text, within bounds; in characters. */
function widthIn(texts: readonly string[]): number {
  return Math.min(60, Math.max(11, ...texts.map(({length}) => length + 3)));
}

/** A line of text merged across all columns: a long one would otherwise widen the printed page. */
function mergeOf(row: number, columns: number): MergeRange {
  return {startRow: row, startCol: 0, endRow: row, endCol: columns - 1};
}

/** The first column is flush left; others are indented from the preceding number. */
function textsAt(column: number): Pick<ColumnStyles, "name" | "formula"> {
  return column === 0 ? styles : ofTexts;
}

/** The row of column names. */
const HEAD = 3;

/** Whole numbers and large ones without decimals, others with three digits. */
function formatFor(value: number): string {
  const size = Math.abs(value);
  if (Number.isInteger(value) || size >= 100) return "#,##0";
  const decimals = Math.min(8, Math.max(0, 2 - Math.floor(Math.log10(size))));
  return `0.${"0".repeat(Math.max(1, decimals))}`;
}

type Content = string | number | null;

/** Styled cells of rows. */
function styled(
  rows: readonly (readonly Content[])[],
  styleOf: (value: Content, column: number, row: number) => CellStyle
): Map<string, Partial<Cell>> {
  return new Map(
    rows.flatMap((row, i) =>
      row.map((value, column): [string, Partial<Cell>] => [`${i},${column}`, {value, style: styleOf(value, column, i)}])
    )
  );
}
