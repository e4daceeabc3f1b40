import type {Sweep} from "./resolve.js";
import {Investments} from "./investment.js";
import {Points} from "./points.js";
import type {Group} from "./group-runs.js";

/** Prepares a group for running. */
export function prepareGroup(sweep: Sweep, group: number): Group {
  return sweep.spec.model === "investment" ? new Investments(sweep, group) : new Points(sweep, group);
}
