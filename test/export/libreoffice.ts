import {execFile} from "node:child_process";
import {mkdirSync, mkdtempSync, readFileSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {promisify} from "node:util";
import {readXlsx, type Workbook} from "hucre/xlsx";
import {workbook, type ExportedRun} from "../../lib/export/index.js";
import {FIRST, layoutOf} from "../../lib/export/xlsx/layout.js";
import type {Run} from "../../lib/sheet/index.js";
import {libreOffice} from "../../scripts/libreoffice.js";
import type {ReadCell} from "./agreement.js";

/** Where LibreOffice is, if anywhere. */
export const office = await libreOffice();
if (office === undefined) console.warn("skipped: workbooks are not recalculated, since LibreOffice is not installed");

/**
 * The cells of runs as LibreOffice computes them: their workbooks, written without values, are opened and saved by one
 * process.
 */
export async function recalculated(runs: readonly Run[]): Promise<ReadCell[]> {
  const folder = mkdtempSync(`${tmpdir()}/token-factory-`);
  mkdirSync(`${folder}/out`);
  for (const [i, run] of runs.entries())
    writeFileSync(`${folder}/${i}.xlsx`, await workbook(exported(run), {blank: true}));
  mkdirSync(`${folder}/profile/user`, {recursive: true});
  writeFileSync(`${folder}/profile/user/registrymodifications.xcu`, oneThread);
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  const files = runs.map((_, i) => `${folder}/${i}.xlsx`);
  await promisify(execFile)(office!, [
    profile,
    "--headless",
    "--convert-to",
    "xlsx",
    "--outdir",
    `${folder}/out`,
    ...files
  ]);
  return Promise.all(runs.map(async (run, i) => cellsOf(run, await readXlsx(readFileSync(`${folder}/out/${i}.xlsx`)))));
}

/** On many threads, LibreOffice 7.4 takes some first cells of columns for 0 which read an error. */
const oneThread = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Calc/Formula/Calculation">
<prop oor:name="UseThreadedCalculationForFormulaGroups" oor:op="fuse"><value>false</value></prop>
</item>
</oor:items>`;

/** A run with the least that an export needs to know of it. */
export function exported(run: Run): ExportedRun {
  const scenario = {name: "test", title: "Test", description: "A test.", model: "chain", overrides: []};
  return {scenario, run, sources: [], hash: "0".repeat(64), created: new Date("2026-12-01")};
}

function cellsOf(run: Run, {sheets}: Workbook): ReadCell {
  const layouts = new Map(layoutOf(run).map((layout) => [layout.table, layout]));
  return ({table, name, dynamic}, row, month) => {
    const {columns, keys} = layouts.get(table.name)!;
    const at = FIRST - 1 + (dynamic ? month * keys.length : 0) + row;
    const value = sheets.find((sheet) => sheet.name === table.name)!.rows[at]?.[
      columns.findIndex((column) => column.name === name)
    ];
    if (typeof value === "string") return value.startsWith("#") ? null : value;
    return typeof value === "number" ? value : null;
  };
}
