import {archive} from "./archive.js";
import {changesOf, exportName, facts, identified, type ExportedRun} from "./exported-run.js";
import {sqlModel} from "./sql/index.js";
import {fileName} from "./text/file-name.js";
import {workbook} from "./xlsx/index.js";

/** The formats in which a run can be exported. */
export const exportFormats = ["xlsx", "sql", "csv", "parquet", "arrow", "zip"] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** A file made from a run. */
export interface ExportFile {
  /** With extension. */
  name: string;
  mediatype: string;
  bytes: Uint8Array;
}

/**
 * Exports a run as a workbook of formulas, a DuckDB script, a zip of its tables as CSV, Parquet or Arrow files, or a
 * zip of all of these.
 */
export async function exportRun(given: ExportedRun, format: ExportFormat): Promise<ExportFile> {
  const exported = await identified(given);
  const name = exportName(exported);
  switch (format) {
    case "xlsx":
      return {
        name: fileName(name, "xlsx"),
        mediatype: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        bytes: await workbook(exported)
      };
    case "sql":
      return {name: fileName(name, "sql"), mediatype: "application/sql", bytes: script(exported)};
    case "zip":
      return {name: fileName(name, "zip"), mediatype: "application/zip", bytes: await everything(exported)};
    default:
      return {
        name: fileName(`${name}-${format}`, "zip"),
        mediatype: "application/zip",
        bytes: await archive(exported, [format])
      };
  }
}

async function everything(exported: ExportedRun): Promise<Uint8Array> {
  const book = await workbook(exported);
  const sql = script(exported);
  return archive(
    exported,
    ["csv", "parquet", "arrow"],
    [
      {path: "model.xlsx", bytes: book},
      {path: "model.sql", bytes: sql}
    ]
  );
}

function script(exported: ExportedRun): Uint8Array {
  const notes = facts(exported).map(([label, text]) => `${label}: ${text}`);
  const {model, inputs, start, months} = exported.run;
  return new TextEncoder().encode(
    sqlModel({model, inputs, start, months}, [...notes, ...changesOf(exported).map((change) => `Changed: ${change}`)])
  );
}
