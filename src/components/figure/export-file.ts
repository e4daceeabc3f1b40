import {unzipSync, zipSync} from "fflate";
import {exportRun, type ExportFile, type ExportFormat} from "../../lib/export/export-run.js";
import type {ExportedRun} from "../../lib/export/exported-run.js";
import {CRATE_FILE, roCrate, type Descriptor} from "../cite/ro-crate.js";
import {joinedZips} from "./joined-zips.js";

/** Exports a run as a file, like `exportRun`; a zip is an RO-Crate as well. */
export async function exportFile(exported: ExportedRun, format: ExportFormat): Promise<ExportFile> {
  const file = await exportRun(exported, format);
  return file.mediatype === "application/zip" ? {...file, bytes: withCrate(file.bytes, exported.created)} : file;
}

/** Adds RO-Crate metadata, made from the descriptor in the zip. */
function withCrate(zip: Uint8Array, mtime: Date): Uint8Array {
  const name = "datapackage.json";
  const {[name]: descriptor} = unzipSync(zip, {filter: (entry) => entry.name === name});
  const crate = roCrate(JSON.parse(new TextDecoder().decode(descriptor)) as Descriptor);
  const text = new TextEncoder().encode(`${JSON.stringify(crate, null, 2)}\n`);
  return joinedZips(zip, zipSync({[CRATE_FILE]: [text, {mtime}]}, {level: 6}));
}
