import type {Scenario, Source} from "../model/index.js";
import type {Inputs} from "../sheet/index.js";
import type {Correlation} from "../uncertainty/index.js";

/** All that runs of the chain need, as plain data: what was typed in, the scenarios, and what goes together. */
export interface Bundle {
  /** Hash of formulas and assumptions, as in the footer of every page. */
  model_hash: string;
  /** Without the tables whose rows follow from others: `complete` adds them. */
  inputs: Inputs;
  /** The scenarios of the chain, with their parents' overrides. */
  scenarios: readonly Scenario[];
  correlations: readonly Correlation[];
  sources: readonly Source[];
}
