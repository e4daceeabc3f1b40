import {REFERENCE} from "../../lib/model/reference.js";
import type {RowsOf} from "../../components/rows/table-types.js";
import type {DrawProgress} from "./progress.js";
import type {Studied} from "../../components/live/study.js";

/** Sobol' indices, and of which scenario. */
export interface Shares {
  rows: RowsOf<"sensitivity">;
  scenario: string;
}

/**
 * The published indices, which are of the reference; then, where the scenario was drawn in this browser, the chosen
 * figure's own, once its draws are complete. Where that is stopped or fails, it is said, and the published ones stay.
 */
export async function* sharesOf(
  study: Studied,
  figure: string,
  published: RowsOf<"sensitivity">,
  progress: DrawProgress
): AsyncGenerator<Shares> {
  yield {rows: published, scenario: REFERENCE};
  if (!study.shares || study.done < study.all) return;
  const options = progress.begin();
  try {
    const rows = await study.shares(figure, options);
    progress.end(rows ? "" : "Stopped: these are the indices of the reference.");
    if (rows) yield {rows, scenario: study.scenario};
  } catch (error) {
    progress.end(`The indices failed: ${error instanceof Error ? error.message : String(error)}`);
  }
}
