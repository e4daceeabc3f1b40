export type {Axis, Case} from "./axis.js";
export {resolveSweep, casesAt, scenarioAt, type Base, type Output, type Sweep} from "./resolve.js";
export {pointTable} from "./point-table.js";
export {computeRuns, partitionAxis, runsOf, slicesOf, SLICE, type Part, type Runs} from "./shard.js";
export {readSweep, type SweepSpec} from "./spec.js";
