import {ExternalHyperlink, HeadingLevel, LineRuleType, Paragraph} from "docx";
import {run} from "./docx-run.js";
import type {Block} from "./docx-chart.js";
import type {Report} from "./report.js";

/** Small print, in half-points. */
const SMALL = 12;

/** A report's sources with addresses, in small print across the page. */
export function sourceBlocks(sources: Report["sources"]): Block[] {
  if (sources.length === 0) return [];
  return [
    new Paragraph({text: "Sources", heading: HeadingLevel.HEADING_2}),
    ...sources.map(({title, url, date}) => {
      const name = run({text: title, size: SMALL});
      const linked = /^https?:/.test(url) ? new ExternalHyperlink({link: url, children: [name]}) : name;
      const dated = run({text: date === "" ? "" : `, ${date}`, size: SMALL});
      return new Paragraph({children: [linked, dated], spacing: {after: 10, line: 220, lineRule: LineRuleType.AUTO}});
    })
  ];
}
