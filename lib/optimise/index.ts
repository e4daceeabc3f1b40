export {engineOf, type Engine, type Outcome} from "./engine.js";
export {matrixOf, Program, type Constraint, type Matrix, type Term, type Variable, type Words} from "./program.js";
export {solve, type ShadowPrice, type Solution} from "./solve.js";
export {canKeep, conflict, type Conflict, type Relief} from "./infeasible.js";
export {frontiers, type FrontierPoint} from "./frontier.js";
export {limitTypes, withLimits, type LimitEntry} from "./limits.js";
export {planProgram} from "./plan/program.js";
export {
  type Goal,
  goals,
  type LimitKind,
  type Plan,
  type PlanAction,
  type PlanConflict,
  type PlanLimit,
  type PlanMoney,
  type PlanOptions,
  type PlanProgram,
  type PlanService
} from "./plan/types.js";
export type {Asset, Kind, Placement, PlanData, PlanLimits, Site, Stream} from "./plan/data.js";
export {latencies, planDefault, type PlanDefault} from "./plan/default.js";
export {discountedRequests, plan, planOf, servedShares} from "./plan/result.js";
export {planning} from "./plan/planning-model.js";
export {planningInputs} from "./plan/planning-inputs.js";
export {planData, type PlanQuestion} from "./plan/read.js";
export {scarcity, withPower, type ScarcityPoint} from "./scarcity.js";
export {forcedWords} from "./plan/forced-words.js";
export {limitName, perUnit, physicalWords, reachWords, worthWords} from "./constraint-text.js";
