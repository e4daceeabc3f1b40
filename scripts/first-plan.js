import {building, root} from "./paths.js";
import {run} from "./run.js";

/** Writes the plan of the site that the page on building sites asks for at first, so that it is there at once. */
export async function writeFirstPlan() {
  const script = `${root}scripts/usual-plan.ts`;
  await run(process.execPath, ["--import", "tsx", script, `${building}/data`, building]);
}
