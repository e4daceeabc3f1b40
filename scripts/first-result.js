import {building, root} from "./paths.js";
import {run} from "./run.js";

/** Writes what the notebook's first example comes to, so that the page shows it before DuckDB is there. */
export async function writeFirstResult() {
  const script = `${root}scripts/first-example.ts`;
  await run(process.execPath, ["--import", "tsx", script, `${building}/data`], {to: `${building}/first-result.json`});
}
