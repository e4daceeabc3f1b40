import {section, sourcesOf, supportWords} from "./parts.js";
import type {Report, ReportSection, ReportTables} from "./report.js";

/** A report on one layer, with what it rests on at its end. */
export function layerReport(
  {assumption, source}: ReportTables,
  name: string,
  title: string,
  rests: readonly string[],
  sections: readonly ReportSection[]
): Report {
  const support = section("Inputs", {paragraphs: [supportWords(assumption, rests)]});
  return {name, title, sections: [...sections, support], sources: sourcesOf(assumption, rests, source)};
}
