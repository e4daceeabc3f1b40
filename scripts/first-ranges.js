import {building, root} from "./paths.js";
import {run} from "./run.js";

/** Writes the ranges of the Invest page's default project, so that they appear at once. */
export async function writeFirstRanges() {
  const script = `${root}scripts/usual-ranges.ts`;
  await run(process.execPath, ["--import", "tsx", script, `${building}/data`], {to: `${building}/first-ranges.json`});
}
