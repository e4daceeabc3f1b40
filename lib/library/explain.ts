import {cellAt, explain, type Explanation} from "../sheet/index.js";
import type {Source} from "../model/index.js";
import type {PublishedRun} from "./run.js";

/** An explanation with the publications that support the value, if it was typed in. */
export interface CitedExplanation extends Explanation {
  sources: readonly Source[];
}

/**
 * Explains a cell, named as `cluster[atlas-b200].levelised_cost@12`: formula, values, units, sources, and what reads
 * it. Throws an `InputError` for a cell that is not there.
 */
export function explainCell({run, sources}: Pick<PublishedRun, "run" | "sources">, cell: string): CitedExplanation {
  const explanation = explain(run, cellAt(run, cell));
  const cited = explanation.provenance?.sources ?? [];
  return {...explanation, sources: sources.filter(({id}) => cited.includes(id))};
}
