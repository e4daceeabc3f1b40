import {join} from "node:path";
import {loadProject, runScenario, scenarioOf, type Project} from "../data-loaders/run/project.js";
import type {ScenarioRun} from "../lib/model/index.js";
import {reportTablesOf} from "../data-loaders/run/report.js";
import {fileName} from "../lib/export/text/file-name.js";
import {dateAt, headlineColumns, headlineTable, type PublishedTable} from "../lib/export/index.js";
import {REFERENCE} from "../lib/model/reference.js";
import {InputError, oneOf} from "../lib/sheet/index.js";
import {findChromium} from "../scripts/chromium.js";
import {rowsOf} from "../src/components/rows/published-rows.js";
import {reportFiles} from "../src/components/report/files.js";
import {formats, type Format} from "../src/components/report/formats.js";
import {reportHtml} from "../src/components/report/html.js";
import {papers, type Paper} from "../src/components/report/papers.js";
import type {Report, ReportMeta} from "../src/components/report/report.js";
import {reportTables, type ReportTables, type Subject} from "../src/pages/reports/report-tables.js";
import {reportKinds} from "../src/pages/reports/reports.js";
import {chromiumPainter, printedPdf} from "./chromium.js";
import {folderOf, overridesOf, wholeNumber, type GlobalFlags} from "./arguments.js";
import {changedRun} from "./changed-run.js";
import {titleWith} from "./title.js";
import {provideDocument} from "./document.js";
import {bar} from "./draws.js";
import {folderAt, type Contents, type FileSet} from "./output/write-folder.js";
import {versionText} from "../lib/export/identity.js";
import {identityOf} from "./identity.js";

/** Flags of `report`, as entered. */
export interface ReportFlags extends GlobalFlags {
  format: string;
  out: string;
  set?: string[];
  draws: string;
  seed: string;
  paper: string;
}

/**
 * Writes seven reports on a scenario: executive, one per layer, and financial. Throws an `InputError` for invalid
 * flags.
 */
export async function report(
  name: string,
  flags: ReportFlags,
  project = loadProject(folderOf(flags))
): Promise<number> {
  const format = oneOf("--format", "format", flags.format, [...formats, "pdf"]);
  const paper = oneOf("--paper", "paper", flags.paper, papers);
  const draws = wholeNumber("--draws", flags.draws, 2, 1_000_000);
  const seed = wholeNumber("--seed", flags.seed, 0, 2 ** 31 - 1);
  const chromium = browserFor(format);
  const {name: scenario} = scenarioOf(project, name);
  const write = folderAt("--out", flags.out, contentsOf(scenario, format));
  const reports = await reportsOn(name, {draws, seed, set: flags.set ?? []}, project);
  const files = await filesOf(reports, {format, paper, chromium});
  await write(files);
  console.log([...files.keys()].map((file) => join(flags.out, file)).join("\n"));
  return 0;
}

/** Reports on a run, with the run's description. */
export interface Reports {
  reports: Report[];
  meta: ReportMeta;
}

/** All reports on a scenario with these changes. Throws an `InputError` for a scenario of another model. */
export async function reportsOn(
  name: string,
  {draws, seed, set}: {draws: number; seed: number; set: readonly string[]},
  project: Project
): Promise<Reports> {
  const one = changedRun(project, name, set);
  if (one.scenario.model !== "chain")
    throw new InputError(`scenario "${name}" has no report\n  choose a scenario of the chain model`);
  const tables = rowsByName(await reportTablesOf(project, one, {draws, seed}, {progress: bar()}));
  const {commit, model, scenario} = await identityOf(project, one, overridesOf(set));
  const meta = {
    ...metaOf(one, {draws, seed}, set),
    hash: model.slice(0, 12),
    commit,
    version: versionText(commit),
    scenarioHash: scenario
  };
  const subject = {title: meta.title, changes: meta.changes, reference: referenceOf(project), swung: meta.title};
  return {reports: reportKinds.map(({make}) => make(tables, subject)), meta};
}

/** The headline figures of the reference, without ranges. */
function referenceOf(project: Project): Subject["reference"] {
  const {run} = runScenario(project, REFERENCE);
  const ends = [0, run.months - 1];
  const unknown = {low: NaN, median: NaN, high: NaN};
  const ranges = headlineColumns.flatMap((column) => ends.map((month) => ({column, month, ...unknown})));
  return rowsOf(headlineTable([{scenario: REFERENCE, run, ranges}])) as Subject["reference"];
}

/** Format of the files; for PDF, paper and Chromium. */
export interface ReportFormat extends Printing {
  format: Format | "pdf";
}

/** The files of reports, by name. */
export async function filesOf({reports, meta}: Reports, {format, ...printing}: ReportFormat): Promise<FileSet> {
  await provideDocument();
  const {paper, chromium} = printing;
  const options = {paper, paint: chromium === "" ? undefined : chromiumPainter(chromium)};
  const files = new Map<string, string | Uint8Array>();
  for (const one of reports) {
    if (format === "pdf")
      files.set(fileName(`${meta.scenario}-${one.name}`, "pdf"), printedPdf(reportHtml(one, meta), printing));
    else for (const {name, content} of await reportFiles(one, meta, format, options)) files.set(name, content);
  }
  return files;
}

/** The folder keeps reports on other scenarios and in other formats. */
function contentsOf(scenario: string, format: Format | "pdf"): Contents {
  return {
    of: "this program's reports",
    isOurs: (name) => reportName.test(name),
    stays: (name) => {
      const [, of, ending] = reportName.exec(name) ?? [];
      return of !== scenario || ending !== format;
    }
  };
}

const reportNames = "executive|materials|neocloud|inference|application|value|financial";

/** The file name of a report: scenario, report, for CSV the table, and format. */
const reportName = new RegExp(`^(.+?)-(?:${reportNames})(?:-[a-z0-9-]+)?\\.(html|pdf|docx|json|csv|xlsx)$`);

/**
 * Finds Chromium, which PDF requires; DOCX uses it for pictures, and otherwise shows charts only in programs that read
 * SVG.
 */
export function browserFor(format: Format | "pdf"): string {
  const found = findChromium() ?? "";
  if (format !== "pdf" || found !== "") return found;
  throw new InputError(
    "--format pdf: no Chromium found\n  install chromium or google-chrome, set CHROMIUM to its path, or use " +
      "--format html"
  );
}

function metaOf(
  {scenario, run}: ScenarioRun,
  {draws, seed}: {draws: number; seed: number},
  set: readonly string[]
): Omit<ReportMeta, "hash"> {
  const changes = [...scenario.overrides.map(({cell, value}) => `${cell}: ${value}`), ...set];
  return {
    scenario: scenario.name,
    title: titleWith(scenario.title, set.length),
    description: scenario.description,
    changes: changes.join("; "),
    from: dateAt(run, 0),
    to: dateAt(run, run.months - 1),
    seed,
    draws,
    date: new Date().toISOString().slice(0, 10)
  };
}

/** Command-line changes make an unnamed scenario; the title mentions them. */
function rowsByName(tables: readonly PublishedTable[]): ReportTables {
  const byName = new Map(tables.map((table) => [table.name, table]));
  return Object.fromEntries(reportTables.map((name) => [name, rowsOf(byName.get(name)!)])) as unknown as ReportTables;
}

interface Printing {
  paper: Paper;
  /** Path of Chromium; empty if not needed or not found. */
  chromium: string;
}
