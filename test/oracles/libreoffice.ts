import {execFile} from "node:child_process";
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {promisify} from "node:util";
import {parse} from "csv-parse/sync";
import {workbook} from "../../lib/export/index.js";
import {FIRST, layoutOf, type SheetLayout} from "../../lib/export/xlsx/layout.js";
import type {Run} from "../../lib/sheet/index.js";
import {libreOffice} from "../../scripts/libreoffice.js";
import {disagreements, type ReadCell} from "../export/agreement.js";
import {exported} from "../export/exported.js";

/** Where LibreOffice is, if anywhere. */
export const office = await libreOffice();
if (office === undefined) console.warn("skipped: workbooks are not recalculated, since LibreOffice is not installed");

/**
 * The cells that LibreOffice computes otherwise, run by run: workbooks, written without values, are opened by one
 * process, which saves each sheet as CSV, since that takes it half the time of a workbook.
 */
export async function disagreementsInOffice(runs: readonly Run[]): Promise<string[][]> {
  const folder = mkdtempSync(`${tmpdir()}/token-factory-`);
  try {
    for (const [i, run] of runs.entries())
      writeFileSync(`${folder}/${i}.xlsx`, await workbook(exported(run), {blank: true}));
    const files = runs.map((_, i) => `${folder}/${i}.xlsx`);
    await convert(folder, files);
    return runs.map((run, i) =>
      disagreements(
        run,
        cellsOf(run, (table) => readFileSync(`${folder}/${i}-${table}.csv`, "utf8")),
        RESOLUTION
      )
    );
  } finally {
    rmSync(folder, {recursive: true});
  }
}

async function convert(folder: string, files: readonly string[]): Promise<void> {
  mkdirSync(`${folder}/profile/user`, {recursive: true});
  writeFileSync(`${folder}/profile/user/registrymodifications.xcu`, oneThread);
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  const options = ["--headless", "--convert-to", everySheet, "--outdir", folder];
  await promisify(execFile)(office!, [profile, ...options, ...files], {maxBuffer: 1e8});
}

/** CSV with commas and quotation marks, in UTF-8, cells as they are shown, a file a sheet. */
const everySheet = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1";

/**
 * Numbers are written with 20 decimals at most, whatever their format: half a unit of the last, and rounding of that.
 */
const RESOLUTION = 5.01e-21;

/** On many threads, LibreOffice 7.4 takes some first cells of columns for 0 which read an error. */
const oneThread = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Calc/Formula/Calculation">
<prop oor:name="UseThreadedCalculationForFormulaGroups" oor:op="fuse"><value>false</value></prop>
</item>
</oor:items>`;

function cellsOf(run: Run, read: (table: string) => string): ReadCell {
  const sheets = new Map(layoutOf(run).map((layout) => [layout.table, {layout, rows: rowsOf(read(layout.table))}]));
  return ({table, name, dynamic, holds}, row, month) => {
    const {layout, rows} = sheets.get(table.name)!;
    const text = rows[rowIn(layout, dynamic, row, month)]![layout.columns.findIndex((column) => column.name === name)]!;
    if (missing.has(text)) return null;
    return holds === "number" ? Number(text) : text;
  };
}

/**
 * What is shown where there is no value: nothing, #N/A, a division by zero, an argument out of bounds, a number too
 * large.
 */
const missing = new Set(["", "#N/A", "#DIV/0!", "Err:502", "Err:503"]);

function rowsOf(csv: string): string[][] {
  return parse(csv, {relax_column_count: true});
}

function rowIn({keys}: SheetLayout, dynamic: boolean, row: number, month: number): number {
  return FIRST - 1 + (dynamic ? month * keys.length : 0) + row;
}
