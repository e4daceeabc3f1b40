import type {FrontierPoint} from "../../lib/optimise/frontier.js";
import type {Goal, LimitKind, Plan, PlanAction, PlanLimit, PlanService} from "../../lib/optimise/plan/types.js";
import type {ScarcityPoint} from "../../lib/optimise/scarcity.js";
import {of} from "../../components/rows/filter.js";
import {numberIn, rowOf, textIn} from "../../components/rows/row-values.js";
import type {Row, RowOf, RowsOf} from "../../components/rows/table-types.js";

/** The published tables of plans by name. */
export type PlanTables = {readonly [N in PlanTable]: RowsOf<N>};

type PlanTable =
  "plan" | "plan_action" | "plan_service" | "plan_limit" | "plan_money" | "plan_frontier" | "plan_scarcity";

/** A plan with its frontiers, as far as they are known. */
export interface Planned {
  plan: Plan;
  frontiers: FrontierPoint[];
  scarcity: ScarcityPoint[];
}

/** The plan of a scenario that was solved with the site. */
export function publishedPlan(tables: PlanTables, scenario: string): Planned {
  const summary = rowOf(of(tables.plan, scenario));
  return {
    plan: {
      status: textIn(summary, "status") as Plan["status"],
      goal: textIn(summary, "goal") as Goal,
      ...numbers(summary, "value", "gap", "carbon"),
      actions: of(tables.plan_action, scenario).map(actionOf),
      services: of(tables.plan_service, scenario).map(serviceOf),
      limits: of(tables.plan_limit, scenario).map(limitOf),
      money: of(tables.plan_money, scenario).map(moneyOf),
      conflict: undefined
    },
    frontiers: of(tables.plan_frontier, scenario).map(frontierOf),
    scarcity: of(tables.plan_scarcity, scenario).map(scarcityOf)
  };
}

function actionOf(row: RowOf<"plan_action">): PlanAction {
  return {
    ...texts(row, "year", "site", "region", "kind"),
    action: textIn(row, "action") as PlanAction["action"],
    unit: textIn(row, "unit") as PlanAction["unit"],
    ...numbers(row, "quantity", "amount", "power")
  };
}

function serviceOf(row: RowOf<"plan_service">): PlanService {
  const rented = textIn(row, "rented") === "true";
  return {...texts(row, "year", "stream", "site", "region", "kind"), rented, ...numbers(row, "share", "gpus")};
}

function limitOf(row: RowOf<"plan_limit">): PlanLimit {
  return {
    limit: textIn(row, "limit") as LimitKind,
    ...texts(row, "key", "year", "unit"),
    ...numbers(row, "used", "bound", "worth", "from", "to"),
    worth_unit: textIn(row, "worth_unit")
  };
}

function frontierOf(row: RowOf<"plan_frontier">): FrontierPoint {
  const frontier = textIn(row, "frontier") as FrontierPoint["frontier"];
  return {frontier, ...numbers(row, "limit", "cost", "carbon", "marginal"), unit_cost: numberIn(row, "unit_cost")};
}

function scarcityOf(row: RowOf<"plan_scarcity">): ScarcityPoint {
  return {...numbers(row, "power", "worth", "value"), region: textIn(row, "region")};
}

function moneyOf(row: RowOf<"plan_money">): Plan["money"][number] {
  return {item: textIn(row, "item"), amount: numberIn(row, "amount")};
}

function texts<K extends string>(row: Row, ...names: K[]): Record<K, string> {
  return Object.fromEntries(names.map((name) => [name, textIn(row, name)])) as Record<K, string>;
}

function numbers<K extends string>(row: Row, ...names: K[]): Record<K, number> {
  return Object.fromEntries(names.map((name) => [name, numberIn(row, name)])) as Record<K, number>;
}
