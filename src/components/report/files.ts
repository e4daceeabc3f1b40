import {XLSX_TYPE} from "../figure/download.js";
import {csv} from "../../lib/export/csv.js";
import {identityFacts} from "../../lib/export/identity.js";
import {fileName, slug} from "../../lib/export/text/file-name.js";
import type {Grid} from "../figure/grid.js";
import {notedCsv} from "../figure/noted-csv.js";
import {imported} from "../load/load-error.js";
import type {DocxOptions} from "./docx.js";
import type {Format} from "./formats.js";
import {reportHtml} from "./html.js";
import {allTables, identityIn, type Report, type ReportMeta, type ReportTable} from "./report.js";

/** A file of a report. */
export interface ReportFile {
  name: string;
  content: string | Uint8Array;
  type: string;
}

/** The files of a report: one, except for CSV, which has one per table. */
export async function reportFiles(
  report: Report,
  meta: ReportMeta,
  format: Format,
  options: DocxOptions = {}
): Promise<ReportFile[]> {
  const name = `${meta.scenario}-${report.name}`;
  switch (format) {
    case "html":
      return [{name: fileName(name, "html"), content: reportHtml(report, meta), type: "text/html"}];
    case "json":
      return [
        {
          name: fileName(name, "json"),
          content: JSON.stringify(reportJson(report, meta), null, 2),
          type: "application/json"
        }
      ];
    case "csv":
      return allTables(report).map((table) => ({
        name: fileName(`${name}-${slug(table.title)}`, "csv"),
        content: notedCsv(notesOf(table, meta), csv(gridOfTable(table))),
        type: "text/csv"
      }));
    case "docx": {
      const {docx} = await imported("the document", () => import("./docx.js"));
      return [
        {
          name: fileName(name, "docx"),
          content: await docx(report, meta, options),
          type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        }
      ];
    }
    case "xlsx": {
      const {workbook} = await imported("the workbook", () => import("./workbook.js"));
      return [
        {
          name: fileName(name, "xlsx"),
          content: await workbook(report, meta),
          type: XLSX_TYPE
        }
      ];
    }
  }
}

/** A report's content in words and tables, with numbers in place of charts. */
function reportJson({name, title, opening, sections, sources}: Report, meta: ReportMeta) {
  return {
    ...meta,
    report: name,
    title,
    opening: {...opening, depends: opening.depends && {...dataOf(opening.depends.table), title: opening.depends.title}},
    sections: sections.map(({heading, paragraphs, charts, tables}) => ({
      heading,
      paragraphs,
      charts: charts.map(({title, unit, source, takeaway, table}) => ({
        title,
        unit,
        source,
        takeaway,
        ...dataOf(table)
      })),
      tables: tables.map((table) => ({title: table.title, source: table.source, ...dataOf(table)}))
    })),
    sources
  };
}

/** The notes in a table exported from the report. */
function notesOf({title, source}: ReportTable, meta: ReportMeta): string[] {
  const facts = [...identityFacts(identityIn(meta)), ["Made", meta.date]];
  return [title, `Source: ${source}`, `Scenario: ${meta.title}`, ...facts.map(([label, text]) => `${label}: ${text}`)];
}

function dataOf({columns, rows}: ReportTable) {
  return {columns, rows};
}

function gridOfTable({columns, rows}: ReportTable): Grid {
  return {
    length: rows.length,
    columns: columns.map(({name, unit}, i) => ({
      name: unit === "" || unit === "1" ? name : `${name} [${unit}]`,
      type: "text",
      unit,
      description: "",
      values: rows.map((row) => row[i] ?? null)
    }))
  };
}
