import {writeXlsx, type WriteSheet} from "hucre/xlsx";
import {allTables} from "./report.js";
import type {Report, ReportMeta, ReportTable} from "./report.js";

/** A report's tables as a workbook of plain values: a sheet on the run, and one a table. */
export function workbook(report: Report, meta: ReportMeta): Promise<Uint8Array> {
  const tables = allTables(report);
  const names = sheetNames(tables.map(({title}) => title));
  return writeXlsx({sheets: [about(report, meta), ...tables.map((table, i) => sheetOf(table, names[i]!))]});
}

function about({title, sources}: Report, meta: ReportMeta): WriteSheet {
  const told = Object.entries(meta) as [string, string | number][];
  const cited = sources.map(({title, url, date}) => [title, url, date]);
  return {
    name: "About",
    columns: [{width: 24}, {width: 80}, {width: 16}],
    rows: [["report", title], ...told, [], ["sources"], ...cited]
  };
}

/** Title and source above, then a line of names with units, then the rows. */
function sheetOf({title, source, columns, rows}: ReportTable, name: string): WriteSheet {
  return {
    name,
    columns: columns.map(() => ({width: 18})),
    freezePane: {rows: 4},
    rows: [
      [title],
      [source],
      [],
      columns.map(({name, unit}) => (unit === "" || unit === "1" ? name : `${name} [${unit}]`)),
      ...rows
    ]
  };
}

/** Names of sheets: at most 31 characters, none of those that may not be in one, each once. */
function sheetNames(titles: readonly string[]): string[] {
  const seen = new Set<string>();
  return titles.map((title) => {
    const plain = title
      .replace(/[[\]:*?/\\]/g, " ")
      .slice(0, 28)
      .trim();
    let name = plain;
    for (let copy = 2; seen.has(name.toLowerCase()); ++copy) name = `${plain} ${copy}`;
    seen.add(name.toLowerCase());
    return name;
  });
}
