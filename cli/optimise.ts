import {mkdirSync, writeFileSync} from "node:fs";
import {createHash} from "node:crypto";
import {highs} from "../data-loaders/run/highs.js";
import {firstOptions, planDataOf} from "../data-loaders/run/plan.js";
import {loadProject, runScenario} from "../data-loaders/run/project.js";
import {parquet, planTables} from "../lib/export/index.js";
import {
  frontiers,
  goals,
  latencies,
  limitName,
  plan,
  reachWords,
  withLimits,
  worthWords,
  type FrontierPoint,
  type Goal,
  type Plan,
  type PlanConflict,
  type PlanData,
  type PlanOptions
} from "../lib/optimise/index.js";
import {InputError, oneOf} from "../lib/sheet/index.js";
import {modelHash} from "../scripts/hash.js";
import {overridesOf} from "./arguments.js";
import {formatNumber} from "./format.js";

/** The flags of `optimise`, as they were typed. */
export interface OptimiseFlags {
  goal: string;
  limit?: string[];
  latency: string;
  whole?: boolean;
  set?: string[];
  frontiers?: boolean;
  out?: string;
  json?: boolean;
}

/** Plans what to serve where and what to rent, buy, build and sell each year; 1 where the limits leave no plan. */
export async function optimise(name: string, flags: OptimiseFlags, project = loadProject()): Promise<number> {
  const goal = oneOf("--goal", "goal", flags.goal, goals);
  const latency = latencyOf(flags.latency);
  const one = runScenario(project, name, overridesOf(flags.set));
  if (one.scenario.model !== "chain")
    throw new InputError(`${name}: it has no accelerators to plan with: choose a scenario of the chain`);
  const data = planDataOf(project, one);
  const options = {
    ...firstOptions(data),
    goal,
    latency,
    whole: flags.whole ?? false,
    limits: limitsOf(data, flags.limit)
  };
  const engine = await highs();
  const made = await plan(data, options, engine);
  const points = flags.frontiers && made.status === "optimal" ? await frontiers(data, options, made, engine) : [];
  const hash = createHash("sha256")
    .update(JSON.stringify([modelHash(), name, flags]))
    .digest("hex");
  if (flags.out !== undefined && made.status === "optimal") write({data, plan: made, points}, flags.out, hash);
  console.log(
    flags.json
      ? JSON.stringify({scenario: name, hash, ...options, ...made, frontiers: points}, null, 2)
      : report(data, options, made, points, hash).join("\n")
  );
  return made.status === "optimal" ? 0 : 1;
}

function write(
  {data, plan, points}: {data: PlanData; plan: Plan; points: FrontierPoint[]},
  folder: string,
  hash: string
) {
  mkdirSync(folder, {recursive: true});
  for (const table of planTables([{data, plan, frontiers: points, scarcity: []}]))
    writeFileSync(`${folder}/${table.name}.parquet`, parquet(table, hash));
}

function latencyOf(text: string): number {
  const found = latencies.find((latency) => latency === Number(text));
  if (found !== undefined) return found;
  throw new InputError(`--latency ${text}: write one of ${latencies.join(", ")}, of the limits that deployments state`);
}

function limitsOf(data: PlanData, flags: readonly string[] = []): PlanOptions["limits"] {
  return withLimits(
    data,
    flags.map((flag) => {
      const at = flag.indexOf("=");
      if (at < 1) throw new InputError(`--limit ${flag}: write limit=number, e.g. --limit power[virginia]=50`);
      return {cell: flag.slice(0, at), value: flag.slice(at + 1), place: `--limit ${flag}`};
    })
  );
}

const worths: Record<Goal, string> = {
  npv: "NPV",
  value: "output gained less cost, present value",
  cost: "cost, present value"
};

function report(
  data: PlanData,
  {goal}: PlanOptions,
  made: Plan,
  points: readonly FrontierPoint[],
  hash: string
): string[] {
  const head = `${data.scenario}: ${data.years[0]!} to ${data.years.at(-1)!} (${hash.slice(0, 12)})`;
  if (made.conflict) return [head, ...conflictLines(made.conflict)];
  if (made.status !== "optimal") return [head, `  no plan: the solver says ${made.status}`];
  return [
    head,
    `  ${usd(made.value).padStart(12)}  ${worths[goal]}; duality gap ${made.gap.toExponential(1)}`,
    `  ${formatNumber(made.carbon).padStart(8)} tCO2e  greenhouse gas of all years`,
    ...made.money.map(({item, amount}) => `  ${usd(amount).padStart(12)}  ${item}`),
    "",
    ...data.years.flatMap((year) => yearLines(made, year)),
    "",
    ...limitLines(made),
    ...(points.length > 0 ? ["", ...frontierLines(points)] : [])
  ];
}

function yearLines({actions}: Plan, year: string): string[] {
  const lines = actions
    .filter((one) => one.year === year && one.action !== "hold")
    .map(({action, quantity, unit, kind, site, amount}) => {
      const what = `${action.padEnd(5)} ${formatNumber(quantity).padStart(7)} ${unit} ${kind}`.padEnd(34);
      return `  ${what} ${site.padEnd(16)} ${usd(amount)}`;
    });
  return [year, ...(lines.length === 0 ? ["  nothing"] : lines)];
}

function limitLines({limits}: Plan): string[] {
  const binding = limits.filter(({worth, limit}) => worth !== 0 && limit !== "demand");
  const lines = binding.map((one) => {
    const reach = reachWords(one, (value) => `${formatNumber(value)} ${one.unit}`);
    return `  ${limitName(one).padEnd(24)} ${worthWords(one, usd)}${reach === "" ? "" : `, ${reach}`}`;
  });
  return ["limits that bind", ...(lines.length === 0 ? ["  none"] : lines)];
}

function conflictLines({set, relief}: PlanConflict): string[] {
  return [
    "  no plan keeps all of these, and without any one of them there is one:",
    ...set.map((one) => `    ${limitName(one)}: ${boundOf(one)} ${one.unit}`),
    "  the least that would have to give way:",
    ...relief.map((one) => `    ${limitName(one)}: ${formatNumber(one.from)} to ${formatNumber(one.to)} ${one.unit}`)
  ];
}

function boundOf({least, most, limit}: PlanConflict["set"][number]): string {
  return limit === "demand" ? `at least ${formatNumber(least)}` : `at most ${formatNumber(most)}`;
}

function frontierLines(points: readonly FrontierPoint[]): string[] {
  const of = (name: FrontierPoint["frontier"]) => points.filter(({frontier}) => frontier === name);
  const cost = ({cost}: FrontierPoint): string => (Number.isFinite(cost) ? usd(cost) : "no plan");
  return [
    "cost of the same service at less greenhouse gas",
    ...of("carbon").map(
      (one) => `  ${formatNumber(one.limit).padStart(8)} tCO2e  ${cost(one)}, the last tonne ${usd(one.marginal)}`
    ),
    "cost of the same service at other limits on latency",
    ...of("latency").map((one) => `  ${one.limit.toFixed(1).padStart(8)} times  ${cost(one)}`)
  ];
}

function usd(value: number): string {
  return `${value < 0 ? "-" : ""}${formatNumber(Number.isNaN(value) ? null : Math.abs(value))} USD`;
}
