import {building, root} from "../paths.js";
import {run} from "../run.js";

/** Writes the pages of the published tables in the frame of a complete page, and their metadata for programs. */
export async function writeTablePages() {
  await run(process.execPath, ["--import", "tsx", `${root}scripts/table-pages/main.ts`, building]);
}
