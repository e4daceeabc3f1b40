import type {FrontierPoint, Plan, PlanData, ScarcityPoint} from "../optimise/index.js";
import type {PublishedTable} from "./published.js";
import {recordTableOf} from "./records.js";

/** A plan, with its scenario and inputs. */
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
    goal: ["text", "", "npv, value (additional output less cost) or cost"],
    status: ["text", "", "optimal, or why there is no plan"],
    value: ["number", "USD", "Value of the objective, present value"],
    gap: ["number", "1", "Relative optimality gap: 0 proves that no plan is better"],
    carbon: ["number", "tCO2e", "Greenhouse gas emissions over all years"]
  },
  rows: ofEach(({plan}) => [plan])
});

export const planActionTable = define({
  name: "plan_action",
  description: "Investments of the plan with the highest NPV: accelerators and data-centre capacity.",
  fields: {
    scenario,
    year,
    site,
    region,
    kind: ["text", "", "Accelerator; empty for data-centre capacity"],
    action: ["text", "", "receive (initial orders), buy, sell, rent or hold accelerators; build capacity"],
    quantity: ["number", "", "Quantity, in unit"],
    unit: ["text", "", "GPU or MW"],
    amount: ["number", "USD", "Amount paid, negative if received, in prices of the year"],
    power: ["number", "MW", "IT power"]
  },
  rows: ofEach(({plan}) => plan.actions)
});

export const planServiceTable = define({
  name: "plan_service",
  description: "Where the plan with the highest NPV serves each stream of requests.",
  fields: {
    scenario,
    year,
    stream: ["text", "", "Requests that are served: key of deployment"],
    site,
    region,
    kind: ["text", "", "Accelerator"],
    rented: ["text", "", "Whether the accelerators are rented: true or false"],
    share: ["number", "share", "Share of the stream's requests"],
    gpus: ["number", "GPU", "Accelerators required"]
  },
  rows: ofEach(({plan}) => plan.services)
});

export const planLimitTable = define({
  name: "plan_limit",
  description: "The constraints of the plan with the highest NPV, and their shadow prices.",
  fields: {
    scenario,
    limit: ["text", "", "power, water, rent, memory, capital, carbon or demand"],
    key: ["text", "", "Region, or stream of requests; empty if the limit is common to all"],
    year,
    unit: ["text", "", "Unit of the limit"],
    used: ["number", "", "Quantity used"],
    bound: ["number", "", "Quantity available"],
    worth: ["number", "", "Shadow price: value of one more unit to the plan, in worth_unit"],
    worth_unit: ["text", "", "Unit of the shadow price"],
    from: ["number", "", "Limit from which on that holds"],
    to: ["number", "", "Limit up to which the shadow price holds"]
  },
  rows: ofEach(({plan}) => plan.limits.map((limit) => ({...limit, from: finite(limit.from), to: finite(limit.to)})))
});

export const planMoneyTable = define({
  name: "plan_money",
  description: "Income and expenditure of the plan with the highest NPV.",
  fields: {
    scenario,
    item: ["text", "", "Item of income or expenditure"],
    amount: ["number", "USD", "Present value: income positive, expenditure negative; the items add up to the NPV"]
  },
  rows: ofEach(({plan}) => plan.money)
});

export const planFrontierTable = define({
  name: "plan_frontier",
  description: "Trade-offs: minimum cost of the same service with lower emissions, and with other latency limits.",
  fields: {
    scenario,
    frontier: ["text", "", "carbon: emissions allowed; latency: latency limits relative to those stated"],
    limit: ["number", "", "The limit: tCO2e over all years, or a ratio"],
    cost: [
      "number",
      "USD",
      "Minimum cost of serving the same requests as the plan with the highest NPV, present value; missing if infeasible"
    ],
    unit_cost: ["number", "USD/M request", "Cost per million requests, both in present value"],
    carbon: ["number", "tCO2e", "Greenhouse gas emissions over all years"],
    marginal: ["number", "USD/tCO2e", "Marginal abatement cost"]
  },
  rows: ofEach(({frontiers}) => frontiers)
});

export const planScarcityTable = define({
  name: "plan_scarcity",
  description: "Shadow price of power when only part of it is available.",
  fields: {
    scenario,
    power: ["number", "share", "Available power as a share of the limits"],
    region,
    worth: ["number", "USD/MW-month", "Shadow price of power in the region, averaged over the years"],
    value: ["number", "USD", "Highest NPV of a plan"]
  },
  rows: ofEach(({scarcity}) => scarcity)
});

export const placementTable = define({
  name: "placement",
  description:
    "The best serving configuration of each deployment on each kind of accelerator within its limits; missing where " +
    "no configuration meets them.",
  fields: {
    scenario,
    stream: ["text", "", "Requests: key of deployment"],
    kind: ["text", "", "Accelerator"],
    latency: ["number", "1", "Latency limits relative to those of the deployment"],
    rate: ["number", "1/GPU-s", "Requests per GPU and second, with initial software"],
    replica: ["number", "GPU", "Accelerators per replica of the model"],
    batch: ["number", "1", "Batch size"],
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

/** The tables of plans: investments, service, constraints, income and trade-offs. */
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
