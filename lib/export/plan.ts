import type {FrontierPoint, Plan, PlanData, ScarcityPoint} from "../optimise/index.js";
import type {PublishedTable} from "./published.js";
import {recordTableOf} from "./records.js";

/** A plan with what it was made from. */
export interface PublishedPlan {
  data: PlanData;
  plan: Plan;
  frontiers: readonly FrontierPoint[];
  scarcity: readonly ScarcityPoint[];
}

const scenario = ["text", "", "Scenario"] as const;
const year = ["text", "", "Year of the plan"] as const;
const site = ["text", "", "Site: key of facility"] as const;
const region = ["text", "", "Region of the site"] as const;

const define = recordTableOf<readonly PublishedPlan[]>();

export const planTable = define({
  name: "plan",
  description: "Plans of what to serve where and what to rent, buy, build and sell each year.",
  fields: {
    scenario,
    goal: ["text", "", "npv, value (output gained less cost) or cost"],
    status: ["text", "", "optimal, or why there is no plan"],
    value: ["number", "USD", "What it comes to at its goal, present value"],
    gap: ["number", "1", "Distance from the dual program's value, relative: 0 proves that no plan is better"],
    carbon: ["number", "tCO2e", "Greenhouse gas of all years"]
  },
  rows: ofEach(({plan}) => [plan])
});

export const planActionTable = define({
  name: "plan_action",
  description: "What the plan with most NPV does with accelerators and halls.",
  fields: {
    scenario,
    year,
    site,
    region,
    kind: ["text", "", "Accelerator; empty for halls"],
    action: ["text", "", "receive what was on order at the start, buy, sell, rent or hold accelerators; build halls"],
    quantity: ["number", "", "How much, in the unit beside it"],
    unit: ["text", "", "GPU or MW"],
    amount: ["number", "USD", "Paid, or received where negative, in the prices of the year"],
    power: ["number", "MW", "IT power of it"]
  },
  rows: ofEach(({plan}) => plan.actions)
});

export const planServiceTable = define({
  name: "plan_service",
  description: "Where the plan with most NPV serves which requests.",
  fields: {
    scenario,
    year,
    stream: ["text", "", "Requests that are served: key of deployment"],
    site,
    region,
    kind: ["text", "", "Accelerator"],
    rented: ["text", "", "Whether it is rented: true or false"],
    share: ["number", "share", "Share of the stream's requests"],
    gpus: ["number", "GPU", "Accelerators that this takes"]
  },
  rows: ofEach(({plan}) => plan.services)
});

export const planLimitTable = define({
  name: "plan_limit",
  description: "The limits of the plan with most NPV, and what one more unit of each is worth.",
  fields: {
    scenario,
    limit: ["text", "", "power, water, rent, memory, capital, carbon or demand"],
    key: ["text", "", "Region, or stream of requests; empty where there is one for all"],
    year,
    unit: ["text", "", "Unit of the limit"],
    used: ["number", "", "How much of it is used"],
    bound: ["number", "", "How much there is"],
    worth: ["number", "", "What one more unit is worth to the plan, in the unit beside it"],
    worth_unit: ["text", "", "Unit of that"],
    from: ["number", "", "Limit from which on that holds"],
    to: ["number", "", "Limit up to which that holds"]
  },
  rows: ofEach(({plan}) => plan.limits.map((limit) => ({...limit, from: finite(limit.from), to: finite(limit.to)})))
});

export const planMoneyTable = define({
  name: "plan_money",
  description: "What the plan with most NPV earns and spends.",
  fields: {
    scenario,
    item: ["text", "", "What is earned or paid for"],
    amount: ["number", "USD", "Present value: earned where positive, spent where negative; all add up to the NPV"]
  },
  rows: ofEach(({plan}) => plan.money)
});

export const planFrontierTable = define({
  name: "plan_frontier",
  description: "The least cost of the same service at less greenhouse gas, and at other limits on latency.",
  fields: {
    scenario,
    frontier: ["text", "", "carbon: greenhouse gas allowed; latency: limits on latency, of those stated"],
    limit: ["number", "", "The limit: tCO2e of all years, or a ratio"],
    cost: [
      "number",
      "USD",
      "Least cost of serving what the plan with most NPV serves, present value; missing where nothing keeps the limit"
    ],
    unit_cost: ["number", "USD/M request", "The same per million requests, both of present value"],
    carbon: ["number", "tCO2e", "Greenhouse gas of all years"],
    marginal: ["number", "USD/tCO2e", "What the last tonne costs"]
  },
  rows: ofEach(({frontiers}) => frontiers)
});

export const planScarcityTable = define({
  name: "plan_scarcity",
  description: "What one more MW is worth where there is only a part of the power.",
  fields: {
    scenario,
    power: ["number", "share", "Power that there is, of the limits"],
    region,
    worth: ["number", "USD/MW-month", "What one more MW is worth in the region, mean over the years"],
    value: ["number", "USD", "NPV of the plan with most of it"]
  },
  rows: ofEach(({scarcity}) => scarcity)
});

export const placementTable = define({
  name: "placement",
  description:
    "The best serving configuration of each deployment on each kind of accelerator within its limits; none where " +
    "nothing keeps them.",
  fields: {
    scenario,
    stream: ["text", "", "Requests: key of deployment"],
    kind: ["text", "", "Accelerator"],
    latency: ["number", "1", "Limits on latency, of those that the deployment states"],
    rate: ["number", "1/GPU-s", "Requests per GPU and second, with the software of the start"],
    replica: ["number", "GPU", "Accelerators of a copy of the model"],
    batch: ["number", "1", "Requests that it works on at once"],
    tpot: ["number", "ms/token", "Mean time per output token"],
    ttft: ["number", "ms", "Mean time to the first token on an idle replica"]
  },
  rows: ofEach(({data}) => data.placements)
});

const tables = [
  planTable,
  planActionTable,
  planServiceTable,
  planLimitTable,
  planMoneyTable,
  planFrontierTable,
  planScarcityTable,
  placementTable
];

/** What plans do, serve, meet and come to, and their frontiers. */
export function planTables(plans: readonly PublishedPlan[]): PublishedTable[] {
  return tables.map((table) => table(plans));
}

/** Rows of each plan, with its scenario. */
function ofEach<R extends object>(rows: (plan: PublishedPlan) => readonly R[]) {
  return (plans: readonly PublishedPlan[]) =>
    plans.flatMap((plan) => rows(plan).map((row) => ({scenario: plan.data.scenario, ...row})));
}

/** A number, or NaN (missing) where it is infinite. */
function finite(value: number): number {
  return Number.isFinite(value) ? value : NaN;
}
