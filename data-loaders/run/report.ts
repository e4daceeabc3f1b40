import {
  accountTable,
  assumptionTable,
  flowTable,
  headlineTable,
  runTables,
  scenarioTable,
  sourceTable,
  type PublishedTable
} from "../../lib/export/index.js";
import {planTables} from "../../lib/export/site-tables.js";
import {projectDefault} from "../../lib/finance/index.js";
import {plan, planDefault} from "../../lib/optimise/index.js";
import {highs} from "./highs.js";
import {firstOptions, planDataOf} from "./plan.js";
import type {Project} from "./project.js";
import type {ScenarioRun} from "../../lib/model/index.js";
import {drawScenario, swingTables, withRanges} from "./uncertainty.js";
import type {ParallelOptions} from "./parallel.js";

export interface ReportRun {
  draws: number;
  seed: number;
}

/**
 * The tables behind reports on a scenario's run: its run with ranges and a plan, its inputs, and sources. `assumption`
 * holds the values of the reference, which scenarios change.
 */
export async function reportTablesOf(
  project: Project,
  one: ScenarioRun,
  {draws, seed}: ReportRun,
  options?: ParallelOptions
): Promise<PublishedTable[]> {
  const ranged = withRanges(drawScenario(project, one, {design: {spread: "latin", draws, seed}}, options));
  const {model, inputs, sources} = project.models.get("chain")!;
  const typed = model.tables.filter(({name}) => name in inputs).map((table) => ({table, input: inputs[table.name]!}));
  const defaults = [
    {table: projectDefault, input: project.defaults},
    {table: planDefault, input: project.planDefaults}
  ];
  return [
    ...runTables([ranged]),
    headlineTable([ranged]),
    flowTable([ranged]),
    accountTable([ranged]),
    scenarioTable([one.scenario]),
    assumptionTable({tables: [...typed, ...defaults], sources, runs: [ranged]}),
    sourceTable(sources),
    ...swingTables(project, one),
    ...(await firstPlan(project, one))
  ];
}

async function firstPlan(project: Project, one: ScenarioRun): Promise<PublishedTable[]> {
  if (one.run.months < 12) return planTables([]);
  const data = planDataOf(project, one, {latencies: [1]});
  return planTables([{data, plan: await plan(data, firstOptions(data), await highs()), frontiers: [], scarcity: []}]);
}
