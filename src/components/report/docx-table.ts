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
import {amount} from "../words/format.js";
import type {Block} from "./docx-chart.js";
import {ROWS, sourceWords} from "./html.js";
import type {Opening, ReportTable} from "./report.js";

/** Half points. */
const SMALL = 17;

const line = {style: BorderStyle.SINGLE, size: 4, color: "D0D3D8"};
const none = {style: BorderStyle.NONE, size: 0, color: "FFFFFF"};
const lines: ITableBordersOptions = {
  ...{top: none, bottom: line, left: none, right: none},
  ...{insideHorizontal: line, insideVertical: none}
};

/** The three numbers of the first page, side by side. */
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

/** A table with its title above and its source below; no more rows than a page of HTML shows. */
export function tableBlocks({title, source, columns, rows}: ReportTable): Block[] {
  const more = rows.length > ROWS ? ` The first ${ROWS} of ${rows.length} rows.` : "";
  const numeric = columns.map((_, i) => rows.some((row) => typeof row[i] === "number"));
  const heads = columns.map(({name, unit}, i) => {
    const text = unit === "" || unit === "1" ? name : `${name}, ${unit}`;
    return cell(text, {bold: true, right: numeric[i]!});
  });
  const body = rows.slice(0, ROWS).map(
    (row) =>
      new TableRow({
        cantSplit: true,
        children: row.map((value, i) => cell(textOf(value, columns[i]!.unit), {right: numeric[i]!}))
      })
  );
  return [
    new Paragraph({text: title, heading: HeadingLevel.HEADING_2}),
    new Table({width: FULL, borders: lines, rows: [new TableRow({tableHeader: true, children: heads}), ...body]}),
    words(sourceWords(source) + more, {color: "50565F", size: 16})
  ];
}

function textOf(value: string | number | null, unit: string): string {
  if (typeof value !== "number") return value ?? "";
  return Number.isFinite(value) ? amount(value, unit === "share" ? unit : "") : "";
}

function cell(text: string, {bold = false, right}: {bold?: boolean; right: boolean}): TableCell {
  const alignment = right ? AlignmentType.RIGHT : AlignmentType.LEFT;
  const children = [run({text, bold, size: SMALL})];
  return new TableCell({
    margins: {top: 20, bottom: 20, left: 40, right: 80},
    children: [new Paragraph({alignment, children, spacing: {after: 0}})]
  });
}

/** A line of small type. */
export function words(
  text: string,
  {size = SMALL, ...look}: {bold?: boolean; color?: string; size?: number}
): Paragraph {
  return new Paragraph({children: [run({text, size, ...look})], spacing: {after: 40}});
}
