import type {BridgeRow} from "../readme/index.js";
import {recordTableOf} from "./records.js";

/** The steps from the earlier program's claim to the chain's own figure. */
export const claimBridgeTable = recordTableOf<readonly BridgeRow[]>()({
  name: "bridge",
  description: "From the earlier claim of 399x to our figure, one correction at a time.",
  fields: {
    step: ["number", "1", "Order of the step; 0 is the claim"],
    key: ["text", "", "Name of the step"],
    title: ["text", "", "What is corrected"],
    reason: ["text", "", "Why"],
    multiplier: ["number", "1", "Value per USD of counted cost after the step"],
    change: ["number", "1", "What the step adds to the multiplier"],
    low: ["number", "1", "5th percentile of the multiplier over draws of the corrections so far"],
    high: ["number", "1", "95th percentile"]
  },
  rows: (steps) => steps
});
