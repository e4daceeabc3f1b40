import {building, root} from "./paths.js";
import {run} from "./run.js";

/** Writes the default plan of the Build page, so that it appears at once. */
export async function writeFirstPlan() {
  const script = `${root}scripts/usual-plan.ts`;
  await run(process.execPath, ["--import", "tsx", script, `${building}/data`, building]);
}
