import type {WriteSheet} from "hucre/xlsx";
import {sheetNames} from "../../lib/export/text/xml.js";
import {writeWorkbook} from "../../lib/export/xlsx/write.js";
import {allTables} from "./report.js";
import {identityIn, type Report, type ReportMeta, type ReportTable} from "./report.js";

/** A report's tables as a workbook of plain values: a sheet on the run, and one a table. */
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

function about({title, sources}: Report, meta: ReportMeta): WriteSheet {
  const told = Object.entries(meta) as [string, string | number][];
  const cited = sources.map(({title, url, date}) => [title, url, date]);
  return {
    name: ABOUT,
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
