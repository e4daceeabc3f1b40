import {Document, Footer, HeadingLevel, LineRuleType, Packer, PageNumber, Paragraph, type ISectionOptions} from "docx";
import {run} from "./docx-run.js";
import {chartBlocks, drawnCharts, type Block, type DrawnCharts} from "./docx-chart.js";
import {keyNumbers, tableBlocks} from "./docx-table.js";
import {aboutWords, CAUTION, madeOf} from "./html.js";
import type {Paper} from "./papers.js";
import type {Painter} from "./picture.js";
import {changedTable, type Opening, type Report, type ReportMeta, type ReportSection} from "./report.js";
import {sourceBlocks} from "./docx-source.js";

/** In half-points, Word's unit of type size. */
const BODY = 21;

export interface DocxOptions {
  paper?: Paper;
  /** Paints charts for programs that cannot show SVG; without a painter, those show none. */
  paint?: Painter | undefined;
}

/** A report as an editable word-processor document. */
export async function docx(report: Report, meta: ReportMeta, {paper = "a4", paint}: DocxOptions = {}) {
  const drawn = await drawnCharts(report, paint);
  const children = [
    ...head(report, meta),
    ...openingBlocks(report.opening, drawn),
    ...sectionsBlocks(report.sections, drawn),
    ...provenance(meta),
    ...sourceBlocks(report.sources)
  ];
  const footers = {default: footer(report.title)};
  const document = new Document({
    title: report.title,
    creator: "The AI Token Factory",
    description: aboutWords(meta),
    styles,
    sections: [{properties: {page: page(paper)}, footers, children}]
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

const styles = {
  default: {
    document: {
      run: {font: "Arial", size: BODY, color: "1B1E23"},
      paragraph: {spacing: {after: 120, line: 276, lineRule: LineRuleType.AUTO}}
    },
    title: {run: {font: "Arial", size: 52, bold: true}, paragraph: {spacing: {after: 120}}},
    heading1: {
      run: {font: "Arial", size: 32, bold: true},
      paragraph: {keepNext: true, spacing: {before: 320, after: 120}}
    },
    heading2: {
      run: {font: "Arial", size: 24, bold: true},
      paragraph: {keepNext: true, spacing: {before: 240, after: 80}}
    }
  }
};

/** In twentieths of a point. */
function page(paper: Paper): NonNullable<ISectionOptions["properties"]>["page"] {
  const size = paper === "a4" ? {width: 11906, height: 16838} : {width: 12240, height: 15840};
  return {size, margin: {top: 907, bottom: 907, left: 850, right: 850}};
}

function footer(title: string): Footer {
  const children = [run({text: `${title}, page `, size: 16}), run({children: [PageNumber.CURRENT], size: 16})];
  return new Footer({children: [new Paragraph({children})]});
}

function head({title}: Report, meta: ReportMeta): Block[] {
  return [
    new Paragraph({
      spacing: {after: 160},
      children: [run({text: "The AI Token Factory", bold: true, color: "50565F"})]
    }),
    new Paragraph({text: title, heading: HeadingLevel.TITLE}),
    new Paragraph({children: [run({text: aboutWords(meta), color: "50565F"})]})
  ];
}

function openingBlocks(opening: Opening, drawn: DrawnCharts): Block[] {
  const {finding, depends} = opening;
  return [
    new Paragraph({children: [run({text: finding, size: 26})]}),
    ...keyNumbers(opening),
    ...changes(opening),
    ...(depends ? chartBlocks(depends, drawn) : [])
  ];
}

function changes(opening: Opening): Block[] {
  const {changed, against} = opening;
  if (changed.length > 0) return tableBlocks(changedTable(opening));
  return against === "" ? [] : [new Paragraph(`Nothing differs from ${against}.`)];
}

function sectionsBlocks(sections: readonly ReportSection[], drawn: DrawnCharts): Block[] {
  return sections.flatMap(({heading, paragraphs, charts, tables}, i) => [
    new Paragraph({text: heading, heading: HeadingLevel.HEADING_1, pageBreakBefore: i === 0}),
    ...paragraphs.map((text) => new Paragraph(text)),
    ...charts.flatMap((chart) => chartBlocks(chart, drawn)),
    ...tables.flatMap(tableBlocks)
  ]);
}

function provenance(meta: ReportMeta): Block[] {
  return [
    new Paragraph({text: "How this was made", heading: HeadingLevel.HEADING_1}),
    ...madeOf(meta).map(
      ([name, text]) =>
        new Paragraph({
          spacing: {after: 20},
          children: [run({text: `${name}: `, color: "50565F", size: 18}), run({text, size: 18})]
        })
    ),
    new Paragraph({children: [run({text: CAUTION, size: 18})]})
  ];
}
