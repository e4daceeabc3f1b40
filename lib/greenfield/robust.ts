import {Program, type Engine, type Term} from "../optimise/index.js";
import {quantiles} from "../uncertainty/index.js";
import {bestPlan, orderedIn, planFrom, unitsIn, worthOf, type BuildPlan} from "./best-plan.js";
import type {BuildKind, BuildQuestion, UnitValues} from "./question.js";

/** A plan that could be chosen before the scenario is known. */
export interface Candidate {
  name: string;
  plan: BuildPlan;
  /** The plan's value in each scenario, and its shortfall from the best plan there, USD. */
  values: Map<string, number>;
  regrets: Map<string, number>;
  /** The maximum regret. */
  regret: number;
}

const MUSD = 1e6;

/**
 * Candidate plans, by maximum regret, lowest first: the best plan of each scenario, the minimax-regret plan, and
 * building nothing. Scenarios have no probabilities, so no mean is taken over them.
 */
export async function robustPlans(
  question: BuildQuestion,
  kinds: readonly BuildKind[],
  scenarios: ReadonlyMap<string, UnitValues>,
  engine: Engine
): Promise<Candidate[]> {
  const best = new Map<string, BuildPlan>();
  for (const [name, values] of scenarios) best.set(name, await bestPlan(question, kinds, values, engine));
  const least = await leastRegret(question, kinds, {scenarios, best}, engine);
  const [central] = scenarios.values();
  const nothing = planFrom(
    question,
    kinds,
    central!,
    kinds.map(() => question.orders.map(() => 0))
  );
  const named: [string, BuildPlan][] = [
    ["least regret", least],
    ...[...best].map(([name, plan]): [string, BuildPlan] => [`best in “${name}”`, plan]),
    ["build nothing", nothing]
  ];
  return named.map(([name, plan]) => candidateOf(name, plan, scenarios, best)).sort((a, b) => a.regret - b.regret);
}

function candidateOf(
  name: string,
  plan: BuildPlan,
  scenarios: ReadonlyMap<string, UnitValues>,
  best: ReadonlyMap<string, BuildPlan>
): Candidate {
  const values = new Map([...scenarios].map(([scenario, each]) => [scenario, worthOf(plan.units, each, "total")]));
  const regrets = new Map(
    [...values].map(([scenario, value]) => [scenario, Math.max(0, best.get(scenario)!.npv - value)])
  );
  return {name, plan, values, regrets, regret: Math.max(...regrets.values())};
}

/** The plan that minimises the maximum shortfall from the best plan of each scenario. */
async function leastRegret(
  question: BuildQuestion,
  kinds: readonly BuildKind[],
  {scenarios, best}: {scenarios: ReadonlyMap<string, UnitValues>; best: ReadonlyMap<string, BuildPlan>},
  engine: Engine
): Promise<BuildPlan> {
  const program = new Program("minimise", "MUSD");
  const ordered = orderedIn(program, question, kinds, (k, o) =>
    [...scenarios.values()].some((values) => values[k]![o]!.total > 0)
  );
  const regret = program.variable({name: "regret", unit: "MUSD", doc: "Maximum regret"});
  program.count([regret, 1]);
  for (const [name, values] of scenarios) {
    const worth = ordered.flatMap((row, k) => row.map((one, o): Term => [one, values[k]![o]!.total / MUSD]));
    const words = {name: `regret@${name}`, unit: "MUSD", doc: `Regret in “${name}”`};
    program.atLeast(words, [[regret, 1], ...worth], best.get(name)!.npv / MUSD);
  }
  const [central] = scenarios.values();
  return planFrom(question, kinds, central!, await unitsIn(program, ordered, engine));
}

/** The value of a plan over draws of its uncertain terms, USD, and the share of draws in which it loses money. */
export interface DrawnWorth {
  low: number;
  median: number;
  high: number;
  loss: number;
}

/** Values a plan in draws. */
export function drawnWorth({units}: BuildPlan, draws: readonly UnitValues[]): DrawnWorth {
  const worths = Float64Array.from(draws, (values) => worthOf(units, values, "total"));
  const [low, median, high] = quantiles(worths, [0.05, 0.5, 0.95]) as [number, number, number];
  return {low, median, high, loss: worths.filter((worth) => worth < 0).length / draws.length};
}
