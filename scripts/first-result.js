import {building, root} from "./paths.js";
import {run} from "./run.js";

/** Writes the results of the notebook's first example, so that the page shows them before DuckDB has loaded. */
export async function writeFirstResult() {
  const script = `${root}scripts/first-example.ts`;
  await run(process.execPath, ["--import", "tsx", script, `${building}/data`], {to: `${building}/first-result.json`});
}
