import {existsSync, mkdirSync, statSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {loadProject, modelOf, runScenario} from "../data-loaders/run/project.js";
import {exportFormats, exportRun} from "../lib/export/index.js";
import {InputError, oneOf} from "../lib/sheet/index.js";
import {folderOf, overridesOf, wholeNumber, type GlobalFlags} from "./arguments.js";
import {runHashOf} from "./run-hash.js";

/** The flags of `export`, as they were typed. */
export interface ExportFlags extends GlobalFlags {
  format: string;
  out?: string;
  set?: string[];
  months?: string;
}

/** Runs a scenario and writes it as a workbook, a script for DuckDB, or a zip of its tables. */
export async function exportCommand(
  name: string,
  flags: ExportFlags,
  project = loadProject(folderOf(flags))
): Promise<number> {
  const {out, set, months} = flags;
  const format = oneOf("--format", "format", flags.format, exportFormats);
  const changes = overridesOf(set);
  const length = months === undefined ? undefined : wholeNumber("--months", months, 1, 600);
  const {scenario, run} = runScenario(project, name, changes, length);
  const {sources} = modelOf(project, scenario);
  const hash = runHashOf(project, name, changes, length);
  const file = await exportRun({scenario, changes, run, sources, hash, created: new Date()}, format);
  const path = out === undefined ? file.name : isFolder(out) ? join(out, file.name) : out;
  write(path, file.bytes);
  console.log(
    `${path}: ${(file.bytes.length / 1e6).toFixed(1)} MB, ${scenario.title}, ` +
      `${run.months} month${run.months === 1 ? "" : "s"}`
  );
  return 0;
}

/** Whether a place is a folder: it exists as one, or its name ends in a slash. */
function isFolder(place: string): boolean {
  return /[\\/]$/.test(place) || (existsSync(place) && statSync(place).isDirectory());
}

function write(path: string, bytes: Uint8Array): void {
  try {
    mkdirSync(dirname(path), {recursive: true});
    writeFileSync(path, bytes);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new InputError(`--out ${path}: cannot be written: ${reason}`, {cause});
  }
}
