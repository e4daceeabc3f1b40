import {mkdtempSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {loadProject, type Project} from "../../data-loaders/run/project.js";
import {sumOf} from "../../scripts/checksums.js";
import {modelHash} from "../../scripts/hash.js";
import {publishedAt, type Published} from "./published.js";
import {differenceOf} from "./difference.js";
import {verifyFigure} from "./figure.js";
import {verdictLine, verdictsText, type Verdict} from "./verdict.js";
import {folderOf, type GlobalFlags} from "../arguments.js";

/** Flags of `verify`, as entered. */
export interface VerifyFlags extends GlobalFlags {
  against?: string;
  scenario: string;
  json?: boolean;
}

/**
 * Recomputes the published tables, or one figure, and compares them with the published values; returns 1 if anything
 * differs. Throws an `InputError` if nothing was published, or for an unknown figure.
 */
export async function verifyCommand(
  figure: string | undefined,
  flags: VerifyFlags,
  project = loadProject(folderOf(flags))
): Promise<number> {
  const published = await publishedAt(flags.against);
  if (figure !== undefined) return verifyFigure(figure, {flags, project, published});
  const verdicts = await verdictsOf(published, project);
  console.log(flags.json ? JSON.stringify(verdicts, null, 2) : verdictsText(published.place, verdicts));
  return verdicts.every(({verdict}) => verdict === "same bytes" || verdict === "same values") ? 0 : 1;
}

async function verdictsOf(published: Published, project: Project): Promise<Verdict[]> {
  const folder = mkdtempSync(`${tmpdir()}/token-factory-verify-`);
  try {
    const tables = await computed(folder, project);
    const verdicts: Verdict[] = [];
    for (const table of tables) {
      verdicts.push(await verdictOf(table, `${folder}/${table}.parquet`, published));
      if (process.stderr.isTTY) console.error(verdictLine(verdicts.at(-1)!));
    }
    return [...verdicts, ...missing(tables, published)];
  } finally {
    rmSync(folder, {recursive: true});
  }
}

/** Simulates into a folder, ignoring caches; returns the names of the tables. */
async function computed(folder: string, project: Project): Promise<string[]> {
  const {writeTables} = await import("../../data-loaders/run/write-tables.js");
  console.error("Recomputing all scenarios, ranges and plans; this takes a few minutes.");
  return writeTables(folder, modelHash(project.folder.path), project);
}

async function verdictOf(table: string, path: string, {sums, read}: Published): Promise<Verdict> {
  const file = `${table}.parquet`;
  const sum = sums.get(file);
  if (sum === undefined) return {table, verdict: "not published"};
  if (sum === sumOf(path)) return {table, verdict: "same bytes"};
  const difference = await differenceOf(await read(file), new Uint8Array(readFileSync(path)));
  const same = difference.cells === 0 && difference.columns.length === 0 && difference.rows[0] === difference.rows[1];
  return {table, verdict: same ? "same values" : "differs", ...difference};
}

function missing(tables: readonly string[], {sums}: Published): Verdict[] {
  return [...sums.keys()]
    .flatMap((file) => /^(.+)\.parquet$/.exec(file)?.[1] ?? [])
    .filter((table) => !tables.includes(table))
    .map((table) => ({table, verdict: "not computed"}));
}
