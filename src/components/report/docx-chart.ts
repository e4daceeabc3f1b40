import {HeadingLevel, ImageRun, LineRuleType, Paragraph, TextRun, type FileChild} from "docx";
import {run} from "./docx-run.js";
import {words} from "./docx-table.js";
import {sourceWords, WIDTH} from "./html.js";
import {picturesOf, pngIn, type KeyEntry, type Painter, type Picture} from "./picture.js";
import type {Report, ReportChart} from "./report.js";

/** The building blocks of a document's pages. */
export type Block = FileChild;

/** A chart's pictures in both formats, and its key. */
interface Drawn {
  pictures: {picture: Picture; png: Uint8Array}[];
  key: KeyEntry[];
}

/** All charts of a report, drawn and painted. */
export type DrawnCharts = ReadonlyMap<ReportChart, Drawn>;

/** Draws a report's charts and paints them all at once. Without a painter, programs that cannot show SVG show none. */
export async function drawnCharts({opening, sections}: Report, paint?: Painter): Promise<DrawnCharts> {
  const charts = [...(opening.depends ? [opening.depends] : []), ...sections.flatMap((section) => section.charts)];
  const drawn = charts.map((chart) => picturesOf(chart.draw({width: WIDTH})));
  const all = drawn.flatMap(({pictures}) => pictures);
  const painted = paint ? await paint(all) : all.map(() => EMPTY);
  const pngs = painted.values();
  return new Map(
    charts.map((chart, i) => {
      const {pictures, key} = drawn[i]!;
      return [chart, {key, pictures: pictures.map((picture) => ({picture, png: pngs.next().value ?? EMPTY}))}];
    })
  );
}

/** A chart with its title, key and takeaway. */
export function chartBlocks(chart: ReportChart, drawn: DrawnCharts): Block[] {
  const {title, unit, source, takeaway} = chart;
  const {pictures, key} = drawn.get(chart)!;
  const below = run({text: unit === "" ? "" : ` ${unit}`, bold: false, color: "50565F"});
  return [
    new Paragraph({heading: HeadingLevel.HEADING_2, children: [new TextRun(title), below]}),
    ...(key.length > 0 ? [keyLine(key)] : []),
    ...pictures.map((one) => imageLine(one, takeaway)),
    words(`${takeaway} ${sourceWords(source)}`, {color: "50565F", size: 16})
  ];
}

function keyLine(key: readonly KeyEntry[]): Paragraph {
  const children = key.flatMap(({name, color}) => [
    run({text: "■ ", color: color.replace("#", ""), size: 17}),
    run({text: `${name}   `, size: 17})
  ]);
  return new Paragraph({children, keepNext: true});
}

function imageLine({picture: {svg, width, height}, png}: Drawn["pictures"][number], takeaway: string): Paragraph {
  const image = new ImageRun({
    type: "svg",
    data: new TextEncoder().encode(svg),
    fallback: {type: "png", data: png},
    transformation: {width, height},
    altText: {name: "chart", title: takeaway, description: takeaway}
  });
  return new Paragraph({children: [image], keepNext: true, spacing: {line: 240, lineRule: LineRuleType.AUTO}});
}

/** A PNG of one transparent pixel. */
const EMPTY = pngIn(
  "data:image/png;base64," +
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAAC0lEQVR42mNgAAIAAAUAAen63NgAAAAASUVORK5CYII="
);
