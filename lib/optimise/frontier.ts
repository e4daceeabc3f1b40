import type {Engine} from "./engine.js";
import {latencies} from "./plan/default.js";
import type {PlanData} from "./plan/data.js";
import {planProgram} from "./plan/program.js";
import type {Plan, PlanOptions} from "./plan/types.js";
import {discountedRequests, planOf, servedShares} from "./plan/result.js";
import {Program} from "./program.js";
import {solve} from "./solve.js";

/** A point of a trade-off curve: the minimum cost of the same service at one value of a limit. */
export interface FrontierPoint {
  frontier: "carbon" | "latency";
  /** Emissions allowed, tCO2e, or latency limits relative to those stated. */
  limit: number;
  /** Minimum cost, USD of present value; NaN if infeasible. */
  cost: number;
  /** Cost per million requests served, both in present value, USD. */
  unit_cost: number;
  /** Emissions over all years, tCO2e. */
  carbon: number;
  /** Marginal abatement cost, USD/tCO2e; NaN for latency. */
  marginal: number;
}

/** Number of points on the emissions curve. */
const pointCount = 8;

/**
 * Distance of its last point from the minimum, as a share: at the minimum itself, the last tonne can have any price.
 */
const nearly = 0.02;

/** The minimum cost of a plan's service under tighter emission limits, and under stricter and laxer latency limits. */
export async function frontiers(
  data: PlanData,
  options: PlanOptions,
  original: Plan,
  engine: Engine,
  progress: (done: number, total: number) => void = () => undefined
): Promise<FrontierPoint[]> {
  const serve = servedShares(data, original);
  const same: PlanOptions = {...options, goal: "cost", whole: false, serve: eased(serve)};
  const offered = latencies.filter((latency) => data.placements.some((placement) => placement.latency === latency));
  const total = pointCount + offered.length + 1;
  const requests = discountedRequests(data, serve);
  const points: FrontierPoint[] = [];
  const least = await leastCarbon(data, same, engine);
  const cheapest = await cheapestAt(data, {...same, limits: {...same.limits, carbon: null}}, engine);
  for (let i = 0; i < pointCount; ++i) {
    progress(points.length + 1, total);
    const limit = least + (cheapest.carbon - least) * Math.max(nearly, 1 - i / (pointCount - 1));
    const plan = await cheapestAt(data, {...same, limits: {...same.limits, carbon: limit * (1 + 1e-9)}}, engine);
    const marginal = plan.limits.find((limit) => limit.limit === "carbon")?.worth ?? NaN;
    points.push(pointOf("carbon", limit, plan, requests, marginal));
  }
  for (const latency of offered) {
    progress(points.length + 1, total);
    points.push(pointOf("latency", latency, await cheapestAt(data, {...same, latency}, engine), requests, NaN));
  }
  return points;
}

/** Shares slightly below those served, so that the solver's rounding does not make the same service infeasible. */
function eased(serve: Readonly<Record<string, readonly number[]>>): Record<string, number[]> {
  return Object.fromEntries(
    Object.entries(serve).map(([key, shares]) => [key, shares.map((share) => share * (1 - 1e-7))])
  );
}

async function cheapestAt(data: PlanData, options: PlanOptions, engine: Engine): Promise<Plan> {
  const planned = planProgram(data, options);
  return planOf(planned, await solve(planned.program, engine));
}

/** The minimum emissions with which the same demand can be served, tCO2e. */
async function leastCarbon(data: PlanData, options: PlanOptions, engine: Engine): Promise<number> {
  const {program, carbon} = planProgram(data, {...options, limits: {...options.limits, carbon: null}});
  const greenest = new Program("minimise", "tCO2e");
  greenest.variables.push(...program.variables);
  greenest.constraints.push(...program.constraints);
  greenest.count(...carbon);
  return (await solve(greenest, engine)).value;
}

function pointOf(
  frontier: FrontierPoint["frontier"],
  limit: number,
  {status, value, carbon}: Plan,
  requests: number,
  marginal: number
): FrontierPoint {
  const cost = status === "optimal" ? value : NaN;
  return {frontier, limit, cost, unit_cost: cost / requests, carbon: status === "optimal" ? carbon : NaN, marginal};
}
