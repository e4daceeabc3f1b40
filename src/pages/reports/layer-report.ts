import {sourcesOf, supportWords} from "./parts.js";
import {section} from "../../components/report/report.js";
import type {ReportBody, ReportSection} from "../../components/report/report.js";
import type {ReportTables} from "./report-tables.js";

/** A report on one layer, with what it rests on at its end. */
export function layerReport(
  {assumption, source}: ReportTables,
  name: string,
  title: string,
  rests: readonly string[],
  sections: readonly ReportSection[]
): ReportBody {
  const support = section("Inputs", {paragraphs: [supportWords(assumption, rests)]});
  return {name, title, sections: [...sections, support], sources: sourcesOf(assumption, rests, source)};
}
