import type {FrontierPoint} from "../../lib/optimise/frontier.js";
import type {Goal, LimitKind, Plan, PlanAction, PlanService} from "../../lib/optimise/plan/types.js";
import type {ScarcityPoint} from "../../lib/optimise/scarcity.js";
import {of} from "../../components/rows/filter.js";
import {numberIn, textIn} from "../../components/rows/row-values.js";
import type {Row, Rows} from "../../components/rows/tables.js";

/** The published tables of plans by name. */
export type PlanTables = Readonly<
  Record<
    "plan" | "plan_action" | "plan_service" | "plan_limit" | "plan_money" | "plan_frontier" | "plan_scarcity",
    Rows
  >
>;

/** A plan with its frontiers, as far as they are known. */
export interface Planned {
  plan: Plan;
  frontiers: FrontierPoint[];
  scarcity: ScarcityPoint[];
}

/** The plan of a scenario that was solved with the site. */
export function publishedPlan(tables: PlanTables, scenario: string): Planned {
  const rows = (name: keyof PlanTables): Rows => of(tables[name], scenario);
  const [summary] = rows("plan");
  const money = rows("plan_money").map((row) => ({item: textIn(row, "item"), amount: numberIn(row, "amount")}));
  return {
    plan: {
      status: textIn(summary, "status") as Plan["status"],
      goal: textIn(summary, "goal") as Goal,
      ...numbers(summary, "value", "gap", "carbon"),
      actions: rows("plan_action").map(actionOf),
      services: rows("plan_service").map(serviceOf),
      limits: rows("plan_limit").map(limitOf),
      money,
      conflict: undefined
    },
    frontiers: rows("plan_frontier").map(frontierOf),
    scarcity: rows("plan_scarcity").map((row) => ({
      ...numbers(row, "power", "worth", "value"),
      region: textIn(row, "region")
    }))
  };
}

function actionOf(row: Row): PlanAction {
  return {
    ...texts(row, "year", "site", "region", "kind"),
    action: textIn(row, "action") as PlanAction["action"],
    unit: textIn(row, "unit") as PlanAction["unit"],
    ...numbers(row, "quantity", "amount", "power")
  };
}

function serviceOf(row: Row): PlanService {
  const rented = textIn(row, "rented") === "true";
  return {...texts(row, "year", "stream", "site", "region", "kind"), rented, ...numbers(row, "share", "gpus")};
}

function limitOf(row: Row) {
  return {
    limit: textIn(row, "limit") as LimitKind,
    ...texts(row, "key", "year", "unit"),
    ...numbers(row, "used", "bound", "worth", "from", "to"),
    worth_unit: textIn(row, "worth_unit")
  };
}

function frontierOf(row: Row): FrontierPoint {
  const frontier = textIn(row, "frontier") as FrontierPoint["frontier"];
  return {frontier, ...numbers(row, "limit", "cost", "carbon", "marginal"), unit_cost: numberIn(row, "unit_cost")};
}

function texts<K extends string>(row: Row, ...names: K[]): Record<K, string> {
  return Object.fromEntries(names.map((name) => [name, textIn(row, name)])) as Record<K, string>;
}

function numbers<K extends string>(row: Row | undefined, ...names: K[]): Record<K, number> {
  return Object.fromEntries(names.map((name) => [name, numberIn(row, name)])) as Record<K, number>;
}
