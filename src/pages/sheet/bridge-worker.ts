import {chain} from "../../lib/model/chain.js";
import {attribute, type Contribution} from "../../lib/model/compare.js";
import type {Scenario} from "../../lib/model/scenario.js";
import {overrideFormulas, type FormulaOverride} from "../../lib/sheet/formula-override.js";
import type {Inputs} from "../../lib/sheet/inputs.js";

/** A question: what changes add to a figure of a scenario's inputs and formulas. */
export interface BridgeOrder {
  id: number;
  inputs: Inputs;
  formulas: readonly FormulaOverride[];
  changes: Pick<Scenario, "overrides" | "formulas" | "months" | "start">;
  column: string;
}

/** What each changed input adds, month by month. */
export interface BridgeAnswer {
  id: number;
  contributions: Contribution[];
}

self.onmessage = ({data}: MessageEvent<BridgeOrder>): void => {
  const {id, inputs, formulas, changes, column} = data;
  const {months, start} = changes;
  const contributions = attribute(overrideFormulas(chain, formulas), inputs, changes, [column], {months, start});
  self.postMessage({id, contributions} satisfies BridgeAnswer);
};
