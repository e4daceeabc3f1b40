import {cellAt, explain, type Explanation} from "../sheet/index.js";
import type {Source} from "../model/index.js";
import type {PublishedRun} from "./run.js";

/** An explanation with, for an input, the publications behind its value. */
export interface CitedExplanation extends Explanation {
  sources: readonly Source[];
}

/**
 * Explains a cell such as `cluster[atlas-b200].levelised_cost@12`: formula, values, units, sources and dependents.
 * Throws an `InputError` for an unknown cell.
 */
export function explainCell({run, sources}: Pick<PublishedRun, "run" | "sources">, cell: string): CitedExplanation {
  const explanation = explain(run, cellAt(run, cell));
  const cited = explanation.provenance?.sources ?? [];
  return {...explanation, sources: sources.filter(({id}) => cited.includes(id))};
}
