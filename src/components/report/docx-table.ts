import {
  AlignmentType,
  BorderStyle,
  HeadingLevel,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  WidthType,
  type ITableBordersOptions
} from "docx";
import {run} from "./docx-run.js";
import {cellText, headUnit} from "./cell-text.js";
import type {Block} from "./docx-chart.js";
import {ROWS, sourceWords} from "./html.js";
import type {Opening, ReportTable} from "./report.js";

/** In half-points. */
const SMALL = 17;

const line = {style: BorderStyle.SINGLE, size: 4, color: "D0D3D8"};
const none = {style: BorderStyle.NONE, size: 0, color: "FFFFFF"};
const lines: ITableBordersOptions = {
  ...{top: none, bottom: line, left: none, right: none},
  ...{insideHorizontal: line, insideVertical: none}
};

/** The three key numbers of the first page, side by side. */
export function keyNumbers({numbers, changed, against}: Opening): Block[] {
  const cells = numbers.map(({label, value, range, later, before}) => {
    const texts = [
      range === "" ? "no range" : range,
      ...(later === undefined ? [] : [later]),
      ...(changed.length > 0 && before !== "" ? [`${against}: ${before}`] : [])
    ];
    return new TableCell({
      margins: {top: 80, bottom: 80, left: 120, right: 120},
      children: [
        words(label, {bold: true, color: "50565F"}),
        words(value, {bold: true, size: 24}),
        ...texts.map((text) => words(text, {color: "50565F"}))
      ]
    });
  });
  const borders = {...lines, top: line, left: line, right: line, insideVertical: line};
  return [new Table({width: FULL, borders, rows: [new TableRow({children: cells})]}), new Paragraph("")];
}

const FULL = {size: 100, type: WidthType.PERCENTAGE};

/** A table with its title above and its source below, with as many rows as the HTML report shows. */
export function tableBlocks(table: ReportTable): Block[] {
  const {title, source, columns, rows} = table;
  const more = rows.length > ROWS ? ` The first ${ROWS} of ${rows.length} rows.` : "";
  const numeric = columns.map((_, i) => rows.some((row) => typeof row[i] === "number"));
  const heads = columns.map((column, i) => cell(headOf(column), {bold: true, right: numeric[i]!}));
  const body = rows.slice(0, ROWS).map(
    (row) =>
      new TableRow({
        cantSplit: true,
        children: row.map((value, i) => cell(cellText(value, columns[i]!.unit), {right: numeric[i]!}))
      })
  );
  return [
    new Paragraph({text: title, heading: HeadingLevel.HEADING_2}),
    new Table({
      ...{width: FULL, columnWidths: widthsOf(table), borders: lines},
      rows: [new TableRow({tableHeader: true, children: heads}), ...body]
    }),
    words(sourceWords(source) + more, {color: "50565F", size: 16})
  ];
}

function headOf({name, unit}: ReportTable["columns"][number]): string {
  return headUnit(unit) === "" ? name : `${name}, ${unit}`;
}

/** Column widths in twentieths of a point, by their longest word and, within bounds, their longest text. */
function widthsOf({columns, rows}: ReportTable): number[] {
  const weights = columns.map(({name, unit}, i) => {
    const texts = [headOf({name, unit}), ...rows.slice(0, ROWS).map((row) => cellText(row[i] ?? null, unit))];
    const longest = Math.max(...texts.map((text) => text.length));
    const word = Math.max(...texts.flatMap((text) => text.split(" ").map(({length}) => length)));
    return Math.max(word, Math.min(longest, 24), 5) + 2;
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => Math.round((PAGE * weight) / total));
}

/** Text width on an A4 page, in twentieths of a point. */
const PAGE = 10_000;

function cell(text: string, {bold = false, right}: {bold?: boolean; right: boolean}): TableCell {
  const alignment = right ? AlignmentType.RIGHT : AlignmentType.LEFT;
  const children = [run({text, bold, size: SMALL})];
  return new TableCell({
    margins: {top: 20, bottom: 20, left: 40, right: 80},
    children: [new Paragraph({alignment, children, spacing: {after: 0}})]
  });
}

/** A line in small type. */
export function words(
  text: string,
  {size = SMALL, ...look}: {bold?: boolean; color?: string; size?: number}
): Paragraph {
  return new Paragraph({children: [run({text, size, ...look})], spacing: {after: 40}});
}
