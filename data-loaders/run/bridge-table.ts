import type {PublishedTable, RangedRun} from "../../lib/export/index.js";
import {claimBridgeTable} from "../../lib/export/site-tables.js";
import {bridge, type BridgeRow} from "../../lib/readme/index.js";
import {valueAt} from "../../lib/sheet/index.js";
import {modelOf, type Project} from "./project.js";

/** The audit of the earlier program's claim: from 399x, one correction after another, to the chain's own figure. */
export function bridgeTable(project: Project, reference: RangedRun): PublishedTable {
  const {inputs} = modelOf(project, project.scenarios.get("readme-baseline")!);
  const steps = bridge(inputs, project.corrections);
  return claimBridgeTable([...steps, ourStep(steps, reference)]);
}

function ourStep(steps: readonly BridgeRow[], {run, ranges}: RangedRun): BridgeRow {
  const multiplier = Number(valueAt(run, "economy.value_per_cost", 0, 0));
  const {low, high} = ranges.find(({column, month}) => column === "economy.value_per_cost" && month === 0)!;
  return {
    step: steps.length,
    key: "coupled-model",
    title: "Replace the inputs by a coupled, sourced model",
    reason:
      "Prices, speeds, users and studies come from sources instead of from one table in code, and every layer's " +
      "sales are the next layer's purchases. This is output per USD of the chain's cost, economy.value_per_cost, " +
      "in the first month of the reference scenario.",
    multiplier,
    change: multiplier - steps.at(-1)!.multiplier,
    low,
    high
  };
}
