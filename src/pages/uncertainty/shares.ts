import {REFERENCE} from "../../lib/model/reference.js";
import {numberIn} from "../../components/rows/row-values.js";
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
 * figure's own, once its draws are complete, first with fewer rows. Where that is stopped or fails, it is said, and the
 * last ones stay.
 */
export async function* sharesOf(
  study: Studied,
  {figure, rows}: {figure: string; rows: number},
  published: RowsOf<"sensitivity">,
  progress: DrawProgress
): AsyncGenerator<Shares> {
  yield {rows: published, scenario: REFERENCE};
  if (!study.shares || study.done < study.all) return;
  const options = {...progress.begin(), rows};
  try {
    let shown = "the Reference scenario";
    for await (const found of study.shares(figure, options)) {
      yield {rows: found, scenario: study.scenario};
      shown = `${rowsInWords(found)} rows`;
    }
    progress.end(options.signal.aborted ? `Stopped; showing the indices of ${shown}.` : "");
  } catch (error) {
    progress.end(`The indices failed: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function rowsInWords(rows: RowsOf<"sensitivity">): string {
  return (rows[0] ? numberIn(rows[0], "rows") : 0).toLocaleString("en-US");
}
