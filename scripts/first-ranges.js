import {building, root} from "./paths.js";
import {run} from "./run.js";

/** Writes the ranges of the project that the page on investments shows at first, so that they are there at once. */
export async function writeFirstRanges() {
  const script = `${root}scripts/usual-ranges.ts`;
  await run(process.execPath, ["--import", "tsx", script, `${building}/data`], {to: `${building}/first-ranges.json`});
}
