import {statSync} from "node:fs";
import {extname, join} from "node:path";
import {loadProject, modelOf} from "../data-loaders/run/project.js";
import {exportFormats, type ExportFormat} from "../lib/export/index.js";
import {InputError, oneOf} from "../lib/sheet/index.js";
import {exportFile} from "../src/components/figure/export-file.js";
import {folderOf, overridesOf, wholeNumber, type GlobalFlags} from "./arguments.js";
import {changedRun} from "./changed-run.js";
import {titleWith} from "./title.js";
import {fileSystem} from "./output/file-system.js";
import {placeOf} from "./output/place.js";
import {fileAt} from "./output/write-file.js";
import {commit} from "../scripts/commit.js";
import {modelHash} from "../scripts/hash.js";

/** Flags of `export`, as entered. */
export interface ExportFlags extends GlobalFlags {
  format: string;
  out?: string;
  set?: string[];
  months?: string;
}

/** Runs a scenario and writes it as a workbook, a DuckDB script, or a zip of its tables. */
export async function exportCommand(
  name: string,
  flags: ExportFlags,
  project = loadProject(folderOf(flags))
): Promise<number> {
  const {out, set, months} = flags;
  const format = oneOf("--format", "format", flags.format, exportFormats);
  const ending = endingOf(format);
  if (out !== undefined) refuseOther(out, ending, format);
  placeOf("--out", pathIn(out, `${name}.${ending}`), fileSystem);
  const changes = overridesOf(set);
  const length = months === undefined ? undefined : wholeNumber("--months", months, 1, 600);
  const {scenario, run} = changedRun(project, name, set, length);
  const {sources} = modelOf(project, scenario);
  const hash = modelHash(project.folder.path);
  const file = await exportFile({scenario, changes, run, sources, hash, commit: commit(), created: new Date()}, format);
  const path = pathIn(out, file.name);
  await fileAt("--out", path)(file.bytes);
  console.log(
    `${path}: ${(file.bytes.length / 1e6).toFixed(1)} MB, ${titleWith(scenario.title, changes.length)}, ` +
      `${run.months} month${run.months === 1 ? "" : "s"}`
  );
  return 0;
}

/** Formats with several files are zipped. */
function endingOf(format: ExportFormat): string {
  return format === "xlsx" || format === "sql" ? format : "zip";
}

/** Rejects a file name with another format's extension. */
function refuseOther(out: string, ending: string, format: ExportFormat): void {
  const extension = extname(out).slice(1).toLowerCase();
  if (extension === ending || !exportFormats.some((one) => one === extension) || isFolder(out)) return;
  const kind = ending === "zip" ? `a zip with a file for each table` : `a file that ends in .${ending}`;
  const name = `${out.slice(0, -extname(out).length)}.${ending}`;
  throw new InputError(`--out: ${out}: ${format} is ${kind}\n  use ${name}, or name a folder`);
}

/** The path of a file: as named, or its default name in a folder that exists or is written with a trailing slash. */
function pathIn(place = ".", name: string): string {
  return /[\\/]$/.test(place) || isFolder(place) ? join(place, name) : place;
}

function isFolder(place: string): boolean {
  try {
    return statSync(place).isDirectory();
  } catch {
    return false;
  }
}
