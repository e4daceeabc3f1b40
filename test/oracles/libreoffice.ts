import {execFile} from "node:child_process";
import {existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {promisify} from "node:util";
import {parse} from "csv-parse/sync";
import type {WriteSheet} from "hucre/xlsx";
import {workbook} from "../../lib/export/index.js";
import {Formulas} from "../../lib/export/xlsx/formulas.js";
import {FIRST, layoutOf, type SheetLayout} from "../../lib/export/xlsx/layout.js";
import {sheetOf} from "../../lib/export/xlsx/sheet.js";
import type {Run} from "../../lib/sheet/index.js";
import {libreOffice} from "../../scripts/libreoffice.js";
import {disagreements, type ReadCell} from "../export/agreement.js";
import {exported} from "../export/exported.js";

/** The path of LibreOffice, if there is one. */
export const office = await libreOffice();
if (office === undefined) console.warn("skipped: workbooks are not recalculated, since LibreOffice is not installed");

/**
 * The cells that LibreOffice computes differently, run by run. The first run's workbook is written without values; a
 * macro enters the inputs of further runs, as a reader would.
 */
export async function disagreementsInOffice(first: Run, ...further: readonly Run[]): Promise<string[][]> {
  const runs = [first, ...further];
  const saved = await recalculated(await workbook(exported(first), {blank: true}), [[], ...editsBetween(runs)]);
  return runs.map((run, i) => disagreements(run, cellsOf(run, saved[i]!), RESOLUTION));
}

/**
 * The sheets of a workbook as CSV after each list of orders. Saving every sheet as CSV takes half the time of saving a
 * workbook.
 */
export async function recalculated(
  book: Uint8Array,
  steps: readonly (readonly Order[])[]
): Promise<((sheet: string) => string[][])[]> {
  const folder = mkdtempSync(`${tmpdir()}/token-factory-`);
  try {
    writeFileSync(`${folder}/book.xlsx`, book);
    await follow(folder, [
      ["open", `file://${folder}/book.xlsx`],
      ...steps.flatMap((orders, i) => [...orders, ["save", `file://${folder}/${i}.csv`]]),
      ["close"]
    ]);
    const files = readdirSync(folder).filter((name) => name.endsWith(".csv"));
    const texts = new Map(files.map((name) => [name, readFileSync(`${folder}/${name}`, "utf8")]));
    return steps.map((_, i) => (sheet) => rowsOf(texts.get(`${i}-${sheet}.csv`)!));
  } finally {
    rmSync(folder, {recursive: true});
  }
}

/** An order to LibreOffice: a verb and its arguments. */
export type Order = (string | number)[];

/** The entries that turn each run's workbook into the next one's. */
function editsBetween(runs: readonly Run[]): Order[][] {
  const entered = runs.length > 1 ? runs.map(entriesOf) : [];
  return entered.slice(1).map((after, i) => edits(entered[i]!, after));
}

/** The cells of a sheet's columns that hold no formula of the model, and the places of these columns in the sheet. */
interface Entries {
  sheet: WriteSheet;
  places: readonly number[];
}

function entriesOf(run: Run): Entries[] {
  const layouts = layoutOf(run);
  const formulas = new Formulas(run.model, layouts);
  return layouts.map((layout) => {
    const columns = layout.columns.filter((column) => formulas.content(layout, column).kind !== "formula");
    const places = columns.map((column) => layout.columns.indexOf(column));
    return {sheet: sheetOf(run, formulas, {...layout, columns}, {blank: true}), places};
  });
}

/** Formulas of the model are the same in runs with the same rows. */
function edits(before: readonly Entries[], after: readonly Entries[]): Order[] {
  return after.flatMap(({sheet: {name, cells}, places}, i) =>
    [...cells!].flatMap(([place, {value, formula}]): Order[] => {
      const old = before[i]!.sheet.cells!.get(place)!;
      if (Object.is(value, old.value) && formula === old.formula) return [];
      const [row, column] = place.split(",").map(Number) as [number, number];
      const cell = [name, row, places[column]!];
      return [formula === undefined ? ["number", ...cell, Number(value)] : ["formula", ...cell, `=${formula}`]];
    })
  );
}

async function follow(folder: string, orders: readonly Order[]): Promise<void> {
  writeFileSync(`${folder}/orders`, orders.map((order) => `${order.join("\t")}\n`).join(""));
  const profile = `${folder}/profile`;
  mkdirSync(`${profile}/user/basic/Standard`, {recursive: true});
  writeFileSync(`${profile}/user/registrymodifications.xcu`, settings);
  writeFileSync(`${profile}/user/basic/script.xlc`, libraries);
  writeFileSync(`${profile}/user/basic/Standard/script.xlb`, modules);
  writeFileSync(`${profile}/user/basic/Standard/TypeIn.xba`, moduleOf(`${folder}/orders`));
  const options = [`-env:UserInstallation=file://${profile}`, "--headless", "macro:///Standard.TypeIn.Main"];
  await promisify(execFile)(office!, options, {maxBuffer: 1e8, timeout: 1_200_000});
  const failure = `${folder}/orders.error`;
  if (existsSync(failure)) throw new Error(`LibreOffice: ${readFileSync(failure, "utf8")}`);
}

function moduleOf(orders: string): string {
  const code = readFileSync(new URL("type-in.bas", import.meta.url), "utf8");
  return `<?xml version="1.0" encoding="UTF-8"?>
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="TypeIn" script:language="StarBasic">
<![CDATA[${code.replaceAll("$ORDERS", orders).replace("$FORMAT", everySheet)}]]></script:module>`;
}

const libraries = `<?xml version="1.0" encoding="UTF-8"?>
<library:libraries xmlns:library="http://openoffice.org/2000/library">
<library:library library:name="Standard" library:link="false"/>
</library:libraries>`;

const modules = `<?xml version="1.0" encoding="UTF-8"?>
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false">
<library:element library:name="TypeIn"/>
</library:library>`;

/** CSV options: commas and quotation marks, UTF-8, cells as shown, one file per sheet. */
const everySheet = "44,34,76,1,,0,false,true,false,false,false,-1";

/** Numbers have at most 20 decimals, whatever their format: half a unit of the last digit, and its rounding. */
const RESOLUTION = 5.01e-21;

/**
 * With many threads, LibreOffice 7.4 reads some first cells of columns as 0 if they depend on an error. A profile
 * marked as complete keeps its macros.
 */
const settings = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Calc/Formula/Calculation">
<prop oor:name="UseThreadedCalculationForFormulaGroups" oor:op="fuse"><value>false</value></prop>
</item>
<item oor:path="/org.openoffice.Setup/Office">
<prop oor:name="ooSetupInstCompleted" oor:op="fuse"><value>true</value></prop>
</item>
</oor:items>`;

function cellsOf(run: Run, read: (table: string) => string[][]): ReadCell {
  const sheets = new Map(
    layoutOf(run).map((layout) => {
      const places = new Map(layout.columns.map(({name}, place) => [name, place]));
      return [layout.table, {layout, places, rows: read(layout.table)}];
    })
  );
  return ({table, name, dynamic, holds}, row, month) => {
    const {layout, places, rows} = sheets.get(table.name)!;
    const text = rows[rowIn(layout, dynamic, row, month)]![places.get(name)!]!;
    if (missing.has(text)) return null;
    return holds === "number" ? Number(text) : text;
  };
}

/** Representations of a missing value: empty, #N/A, division by zero, argument out of range, number too large. */
const missing = new Set(["", "#N/A", "#DIV/0!", "Err:502", "Err:503"]);

function rowsOf(csv: string): string[][] {
  return parse(csv, {relax_column_count: true});
}

function rowIn({keys}: SheetLayout, dynamic: boolean, row: number, month: number): number {
  return FIRST - 1 + (dynamic ? month * keys.length : 0) + row;
}
