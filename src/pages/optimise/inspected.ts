import type {FrontierPoint} from "../../lib/optimise/frontier.js";
import type {Plan, PlanAction, PlanLimit, PlanService} from "../../lib/optimise/plan/types.js";
import type {ScarcityPoint} from "../../lib/optimise/scarcity.js";
import type {Made, Recorded} from "../../components/inspector/origin.js";
import {derivedFrom} from "../../components/words/provenance.js";

/** What a plan comes to, as table `plan` has it. */
export function ofPlan({goal, status, value, gap, carbon}: Plan, column: "value" | "gap" | "carbon"): Recorded {
  return {table: "plan", row: {goal, status, value, gap, carbon}, column};
}

/** What is bought, sold, rented, held or built somewhere in a year, as table `plan_action` has it. */
export function ofAction(row: PlanAction, column: "quantity" | "amount" | "power"): Recorded {
  return {table: "plan_action", row, column};
}

/** A sum of actions, the greatest first. */
export function ofActions(actions: readonly PlanAction[], column: "amount" | "power"): Made | undefined {
  const sorted = [...actions].sort((a, b) => Math.abs(b[column]) - Math.abs(a[column]));
  return derivedFrom(
    "The sum of these actions of the plan, by size",
    sorted.map((action) => ofAction(action, column))
  );
}

/** Where requests are served, as table `plan_service` has it. */
export function ofService(row: PlanService): Recorded {
  return {table: "plan_service", row, column: "share"};
}

/** A limit and what one more of it is worth, as table `plan_limit` has it. */
export function ofLimit(limit: PlanLimit, column: "used" | "bound" | "worth"): Recorded {
  return {table: "plan_limit", row: {...limit}, column};
}

/** A point of a frontier, as table `plan_frontier` has it. */
export function ofFrontier(point: FrontierPoint): Recorded {
  return {table: "plan_frontier", row: {...point}, column: "cost"};
}

/** What power is worth where there is less of it, as table `plan_scarcity` has it. */
export function ofScarcity(row: ScarcityPoint): Recorded {
  return {table: "plan_scarcity", row, column: "worth"};
}
