import {highs} from "../data-loaders/run/highs.js";
import {firstOptions, planDataOf} from "../data-loaders/run/plan.js";
import {loadProject} from "../data-loaders/run/project.js";
import {planTables} from "../lib/export/site-tables.js";
import {
  frontiers,
  goals,
  latencies,
  limitName,
  plan,
  forcedWords,
  physicalWords,
  reachWords,
  withLimits,
  worthWords,
  type FrontierPoint,
  type Goal,
  type LimitEntry,
  type Plan,
  type PlanConflict,
  type PlanData,
  type PlanOptions
} from "../lib/optimise/index.js";
import {InputError, oneOf} from "../lib/sheet/index.js";
import {folderOf, type GlobalFlags} from "./arguments.js";
import {changedRun} from "./changed-run.js";
import {formatNumber, formatUsd} from "./format.js";
import {tableFolder} from "./output/table-folder.js";
import {identityEntries} from "../lib/export/identity.js";
import {identityJson, identityOf} from "./identity.js";
import {runHashOf} from "./run-hash.js";

/** Flags of `optimise`, as entered. */
export interface OptimiseFlags extends GlobalFlags {
  goal: string;
  limit?: string[];
  latency: string;
  whole?: boolean;
  set?: string[];
  frontiers?: boolean;
  out?: string;
  json?: boolean;
}

/**
 * Plans each year's workloads, rentals, purchases, construction and sales; returns 1 if the constraints permit no plan.
 */
export async function optimise(
  name: string,
  flags: OptimiseFlags,
  project = loadProject(folderOf(flags))
): Promise<number> {
  const write = flags.out === undefined ? undefined : tableFolder(flags.out);
  const goal = oneOf("--goal", "goal", flags.goal, goals);
  const latency = latencyOf(flags.latency);
  const limits = (flags.limit ?? []).map(limitOf);
  const one = changedRun(project, name, flags.set);
  if (one.scenario.model !== "chain")
    throw new InputError(`scenario "${name}" has no accelerators to plan with\n  choose a scenario of the chain model`);
  const data = planDataOf(project, one, flags.frontiers ? {} : {latencies: [latency]});
  const options = {
    ...firstOptions(data),
    goal,
    latency,
    whole: flags.whole ?? false,
    limits: withLimits(data, limits)
  };
  const engine = await highs();
  const result = await plan(data, options, engine);
  const points = flags.frontiers && result.status === "optimal" ? await frontiers(data, options, result, engine) : [];
  const identity = await identityOf(project, one);
  const {model} = identity;
  const hash = runHashOf(project, name, {...flags, assumptions: undefined});
  if (result.status === "optimal")
    await write?.(
      planTables([{data, plan: result, frontiers: points, scarcity: []}]),
      model,
      identityEntries(identity)
    );
  console.log(
    flags.json
      ? JSON.stringify(
          {
            scenario: name,
            ...identityJson(identity),
            hash,
            ...options,
            ...result,
            frontiers: points
          },
          null,
          2
        )
      : report(data, options, result, points, model).join("\n")
  );
  return result.status === "optimal" ? 0 : 1;
}

function latencyOf(text: string): number {
  const found = latencies.find((latency) => latency === Number(text));
  if (found !== undefined) return found;
  throw new InputError(
    `--latency: expected ${latencies.join(", ")} (times the deployments' own limits), got "${text}"`
  );
}

function limitOf(flag: string): LimitEntry {
  const at = flag.indexOf("=");
  if (at < 1)
    throw new InputError(`--limit: expected limit=number, got "${flag}"\n  example: --limit power[virginia]=50`);
  return {cell: flag.slice(0, at), value: flag.slice(at + 1), place: `--limit ${flag}`};
}

const worths: Record<Goal, string> = {
  npv: "NPV",
  value: "additional output less cost, present value",
  cost: "cost, present value"
};

function report(
  data: PlanData,
  {goal}: PlanOptions,
  result: Plan,
  points: readonly FrontierPoint[],
  model: string
): string[] {
  const head = `${data.scenario}: ${data.years[0]!} to ${data.years.at(-1)!} (model ${model.slice(0, 12)})`;
  if (result.conflict) return [head, ...conflictLines(result.conflict)];
  if (result.status !== "optimal") return [head, `  no plan: the solver reports ${result.status}`];
  return [
    head,
    `  ${formatUsd(result.value).padStart(12)}  ${worths[goal]}; duality gap ${result.gap.toExponential(1)}`,
    `  ${formatNumber(result.carbon).padStart(8)} tCO2e  greenhouse gas emissions, all years`,
    ...result.money.map(({item, amount}) => `  ${formatUsd(amount).padStart(12)}  ${item}`),
    "",
    ...data.years.flatMap((year) => yearLines(result, year)),
    "",
    ...limitLines(result),
    ...(points.length > 0 ? ["", ...frontierLines(points)] : [])
  ];
}

function yearLines({actions}: Plan, year: string): string[] {
  const lines = actions
    .filter((one) => one.year === year && one.action !== "hold")
    .map(({action, quantity, unit, kind, site, amount}) => {
      const what = `${action.padEnd(7)} ${countOf(quantity, unit).padStart(7)} ${unit} ${kind}`.padEnd(36);
      return `  ${what} ${site.padEnd(16)} ${formatUsd(amount)}`;
    });
  const forced = forcedWords(actions, year, formatUsd);
  return [year, ...(lines.length === 0 ? ["  nothing"] : lines), ...(forced === "" ? [] : [`  ${forced}`])];
}

/** Accelerators are counted whole; a plan without whole servers has fractional ones. */
function countOf(quantity: number, unit: "GPU" | "MW"): string {
  return unit === "GPU" ? Math.max(1, Math.round(quantity)).toLocaleString("en-US") : formatNumber(quantity);
}

function limitLines({limits}: Plan): string[] {
  const binding = limits.filter(({worth, limit}) => worth !== 0 && limit !== "demand");
  const lines = binding.map((one) => {
    const reach = reachWords(one, (value) => `${formatNumber(value)} ${one.unit}`);
    const physical = physicalWords(one, limits, {usd: formatUsd, number: formatNumber});
    const more = [reach, physical].filter((part) => part !== "");
    return `  ${limitName(one).padEnd(24)} ${[worthWords(one, formatUsd), ...more].join(", ")}`;
  });
  return ["binding constraints", ...(lines.length === 0 ? ["  none"] : lines)];
}

function conflictLines({set, relief}: PlanConflict): string[] {
  return [
    "  no plan meets all of these constraints; without any one of them a plan exists:",
    ...set.map((one) => `    ${limitName(one)}: ${boundOf(one)} ${one.unit}`),
    "  smallest relaxation that admits a plan:",
    ...relief.map((one) => `    ${limitName(one)}: ${formatNumber(one.from)} to ${formatNumber(one.to)} ${one.unit}`)
  ];
}

function boundOf({least, most, limit}: PlanConflict["set"][number]): string {
  return limit === "demand" ? `at least ${formatNumber(least)}` : `at most ${formatNumber(most)}`;
}

function frontierLines(points: readonly FrontierPoint[]): string[] {
  const of = (name: FrontierPoint["frontier"]) => points.filter(({frontier}) => frontier === name);
  const cost = ({cost}: FrontierPoint): string => (Number.isFinite(cost) ? formatUsd(cost) : "no plan");
  return [
    "cost of the same service with lower greenhouse gas emissions",
    ...of("carbon").map(
      (one) => `  ${formatNumber(one.limit).padStart(8)} tCO2e  ${cost(one)}, the last tonne ${formatUsd(one.marginal)}`
    ),
    "cost of the same service with other latency limits",
    ...of("latency").map((one) => `  ${one.limit.toFixed(1).padStart(8)} times  ${cost(one)}`)
  ];
}
