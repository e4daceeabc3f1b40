import {spawnSync} from "node:child_process";
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {pathToFileURL} from "node:url";
import {loadProject, runScenario, scenarioOf, type Project} from "../data-loaders/run/project.js";
import type {ScenarioRun} from "../lib/model/index.js";
import {reportTablesOf} from "../data-loaders/run/report.js";
import {fileName} from "../lib/export/text/file-name.js";
import {dateAt, type PublishedTable} from "../lib/export/index.js";
import {InputError, oneOf} from "../lib/sheet/index.js";
import {findChromium} from "../scripts/chromium.js";
import {rowsOf} from "../src/components/rows/published-rows.js";
import {formats, reportFiles, type Format} from "../src/pages/reports/files.js";
import {reportHtml} from "../src/pages/reports/html.js";
import {reportTables, type Report, type ReportMeta, type ReportTables} from "../src/pages/reports/report.js";
import {reportKinds} from "../src/pages/reports/reports.js";
import {folderOf, overridesOf, wholeNumber, type GlobalFlags} from "./arguments.js";
import {bar} from "./draws.js";
import {folderAt, type Contents, type FileSet} from "./output/write-folder.js";
import {runHashOf} from "./run-hash.js";

/** The flags of `report`, as they were typed. */
export interface ReportFlags extends GlobalFlags {
  format: string;
  out: string;
  set?: string[];
  draws: string;
  seed: string;
  paper: string;
}

const papers = ["a4", "letter"] as const;

/**
 * Writes seven reports on a scenario: executive, one per layer, and financial. Throws an `InputError` for wrong flags.
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
  const chromium = format === "pdf" ? browser() : "";
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

/** All reports on a scenario with these changes. Throws an `InputError` for a scenario that is not one of the chain. */
export async function reportsOn(
  name: string,
  {draws, seed, set}: {draws: number; seed: number; set: readonly string[]},
  project: Project
): Promise<Reports> {
  const one = runScenario(project, name, overridesOf(set));
  if (one.scenario.model !== "chain")
    throw new InputError(`scenario "${name}" has no report\n  choose a scenario of the chain model`);
  const tables = rowsByName(await reportTablesOf(project, one, {draws, seed}, {progress: bar()}));
  return {reports: reportKinds.map(({make}) => make(tables)), meta: metaOf(project, one, {draws, seed}, set)};
}

/** Format of the files; for PDF, paper and Chromium. */
export interface ReportFormat extends Printing {
  format: Format | "pdf";
}

/** The files of reports, by name. */
export async function filesOf({reports, meta}: Reports, {format, ...printing}: ReportFormat): Promise<FileSet> {
  await provideDocument();
  const files = new Map<string, string | Uint8Array>();
  for (const one of reports) {
    if (format === "pdf") files.set(fileName(`${meta.scenario}-${one.name}`, "pdf"), pdf(one, meta, printing));
    else for (const {name, content} of await reportFiles(one, meta, format)) files.set(name, content);
  }
  return files;
}

/** A folder of reports keeps those on other scenarios and in other formats. */
function contentsOf(scenario: string, format: Format | "pdf"): Contents {
  return {
    of: "the reports that this program writes",
    isOurs: (name) => reportName.test(name),
    stays: (name) => {
      const [, of, ending] = reportName.exec(name) ?? [];
      return of !== scenario || ending !== format;
    }
  };
}

const reportNames = "executive|materials|neocloud|inference|application|value|financial";

/** The name of a report's file: its scenario, the report, the table in CSV, and the format. */
const reportName = new RegExp(`^(.+?)-(?:${reportNames})(?:-[a-z0-9-]+)?\\.(html|pdf|json|csv|xlsx)$`);

function browser(): string {
  const found = findChromium();
  if (found !== undefined) return found;
  throw new InputError(
    "--format pdf: no Chromium found\n  install chromium or google-chrome, set CHROMIUM to its path, or use " +
      "--format html"
  );
}

function metaOf(
  project: Project,
  {scenario, run}: ScenarioRun,
  {draws, seed}: {draws: number; seed: number},
  set: readonly string[]
): ReportMeta {
  const changes = [...scenario.overrides.map(({cell, value}) => `${cell}: ${value}`), ...set];
  return {
    scenario: scenario.name,
    title: scenario.title,
    description: scenario.description,
    changes: changes.join("; "),
    from: dateAt(run, 0),
    to: dateAt(run, run.months - 1),
    hash: runHashOf(project, scenario.name, set, draws, seed).slice(0, 12),
    seed,
    draws,
    date: new Date().toISOString().slice(0, 10)
  };
}

function rowsByName(tables: readonly PublishedTable[]): ReportTables {
  const byName = new Map(tables.map((table) => [table.name, table]));
  return Object.fromEntries(reportTables.map((name) => [name, rowsOf(byName.get(name)!)])) as unknown as ReportTables;
}

/**
 * Charts are drawn into a document, which Node lacks: jsdom supplies it, with the classes of nodes that charts refer
 * to.
 */
async function provideDocument(): Promise<void> {
  const {JSDOM} = await import("jsdom");
  const {window} = new JSDOM("");
  const {document, Node, NodeFilter, NodeList, HTMLCollection} = window;
  Object.assign(globalThis, {window, document, Node, NodeFilter, NodeList, HTMLCollection});
}

interface Printing {
  paper: (typeof papers)[number];
  chromium: string;
}

/** A report's HTML as Chromium prints it. */
function pdf(report: Report, meta: ReportMeta, printing: Printing): Uint8Array {
  const work = mkdtempSync(join(tmpdir(), "token-factory-"));
  try {
    return printed(reportHtml(report, meta), work, printing);
  } finally {
    rmSync(work, {recursive: true, force: true});
  }
}

function printed(text: string, work: string, {paper, chromium}: Printing): Uint8Array {
  const html = join(work, "report.html");
  const path = join(work, "report.pdf");
  const size = `<style>@page { size: ${paper}; }</style>`;
  writeFileSync(html, text.replace("</head>", `${size}</head>`));
  const flags = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-pdf-header-footer",
    `--user-data-dir=${work}/profile`
  ];
  const {status, stderr, error} = spawnSync(chromium, [...flags, `--print-to-pdf=${path}`, pathToFileURL(html).href], {
    encoding: "utf8",
    timeout: 120_000
  });
  if (status === 0) return readFileSync(path);
  throw new InputError(
    `--format pdf: ${chromium} failed to print: ${error?.message ?? stderr.trim().split("\n").at(-1) ?? ""}`
  );
}
