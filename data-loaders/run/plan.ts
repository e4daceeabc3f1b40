import {REFERENCE} from "../../lib/model/reference.js";
import type {PublishedTable} from "../../lib/export/index.js";
import {planTables} from "../../lib/export/site-tables.js";
import {
  frontiers,
  latencies as everyLatency,
  plan,
  planData,
  scarcity,
  type PlanData,
  type PlanDefault,
  type Placement,
  type PlanOptions
} from "../../lib/optimise/index.js";
import {highs} from "./highs.js";
import {loadProject, runScenario, type Project} from "./project.js";
import type {ScenarioRun} from "../../lib/model/index.js";

/** The inputs of plans for a scenario of the chain, for one set of latency limits or all. */
export function planDataOf(
  {planDefaults}: Project,
  {scenario, run}: ScenarioRun,
  {latencies = everyLatency, like = []}: {latencies?: readonly number[]; like?: readonly Placement[]} = {}
): PlanData {
  const {name, start} = scenario;
  const defaults = Object.fromEntries(
    Object.entries(planDefaults.columns).map(([column, {values}]) => [column, Number(values[0])])
  ) as unknown as PlanDefault;
  return planData({scenario: name, inputs: run.inputs, start, months: run.months, defaults, latencies, like});
}

/** The default plan of a scenario: maximum net present value within its own limits. */
export function firstOptions({limits}: PlanData): PlanOptions {
  return {goal: "npv", limits};
}

/** The default plan of every scenario of the chain, the reference's trade-off curves, and the inputs of all plans. */
export async function plans(project: Project = loadProject()): Promise<{tables: PublishedTable[]; inputs: PlanData[]}> {
  const engine = await highs();
  const reference = planDataOf(project, runScenario(project, REFERENCE));
  const others = [...project.scenarios.values()].filter(({name, model}) => model === "chain" && name !== REFERENCE);
  const inputs = [
    reference,
    ...others.map(({name}) => planDataOf(project, runScenario(project, name), {like: reference.placements}))
  ];
  const plans = [];
  for (const data of inputs) {
    const options = firstOptions(data);
    const first = await plan(data, options, engine);
    const isReference = data === reference;
    const points = isReference ? await frontiers(data, options, first, engine) : [];
    const scarce = isReference ? await scarcity(data, options, engine) : [];
    plans.push({data, plan: first, frontiers: points, scarcity: scarce});
  }
  return {tables: planTables(plans), inputs: inputs.map(brief)};
}

/** Rounds numbers to six digits, since a page loads them. */
function brief(data: PlanData): PlanData {
  const rounded = (_: string, value: unknown): unknown =>
    typeof value === "number" ? Number(value.toPrecision(6)) : value;
  return JSON.parse(JSON.stringify(data, rounded)) as PlanData;
}
