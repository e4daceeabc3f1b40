import type {Engine} from "../optimise/index.js";
import {bestPlan, type BuildPlan} from "./best-plan.js";
import {powerIn, type BuildKind, type BuildQuestion, type UnitValues} from "./question.js";

/** What relaxing a limit adds to the net present value of the best plan. */
export interface Worth {
  change: string;
  /** Gain, USD. */
  gain: number;
}

/** Solves a question again with each limit relaxed. Units are whole, so gains come in steps. */
export async function worthOfMore(
  question: BuildQuestion,
  kinds: readonly BuildKind[],
  values: UnitValues,
  {plan, engine}: {plan: BuildPlan; engine: Engine}
): Promise<Worth[]> {
  const found: Worth[] = [];
  for (const [change, changed] of changes(question)) {
    const {npv, cost, served} = await bestPlan(changed, kinds, values, engine);
    const gain = question.demand ? plan.cost - cost : npv - plan.npv;
    // A solver that stops near the optimum may find less with more. Plans that meet different shares of demand have no
    // comparable cost.
    if (served <= plan.served + 1e-6) found.push({change, gain: Math.max(0, gain)});
  }
  return found;
}

function changes(question: BuildQuestion): [string, BuildQuestion][] {
  const {power, budget} = question;
  const more = (capacity: (now: number) => number): BuildQuestion => ({
    ...question,
    power: power.map((step) => ({...step, capacity: capacity(step.capacity)}))
  });
  return [
    ["one more MW", more((now) => now + 1)],
    ["5 % more power", more((now) => 1.05 * now)],
    ["20 % more power", more((now) => 1.2 * now)],
    ["one million USD more", {...question, budget: budget + 1e6}],
    ["5 % more budget", {...question, budget: 1.05 * budget}],
    ["20 % more budget", {...question, budget: 1.2 * budget}],
    ["power one month earlier", earlier(question, 1)],
    ["power six months earlier", earlier(question, 6)]
  ];
}

function earlier(question: BuildQuestion, months: number): BuildQuestion {
  const power = question.power.map(({month, capacity}) => ({month: Math.max(0, month - months), capacity}));
  // Of steps that then coincide, the last one counts.
  return {...question, power: power.filter(({month}, i) => power[i + 1]?.month !== month)};
}

/** A plan's peak use of a limit. */
export interface Use {
  limit: "power" | "budget";
  used: number;
  bound: number;
  unit: "MW" | "USD";
}

/**
 * A plan's use of power in the month with the least headroom, and of the budget in the year with the highest spending.
 */
export function usesOf(question: BuildQuestion, kinds: readonly BuildKind[], {orders}: BuildPlan): Use[] {
  const lives = new Map(kinds.map(({key, life}) => [key, life]));
  const at = (month: number): number =>
    orders.reduce(
      (sum, {kind, opening, power}) => sum + (opening <= month && month < opening + lives.get(kind)! ? power : 0),
      0
    );
  const months = Array.from({length: question.horizon}, (_, month) => ({
    used: at(month),
    bound: powerIn(question, month)
  }));
  const tightest = months.reduce((most, next) => (partOf(next) >= partOf(most) ? next : most));
  const years = new Map<number, number>();
  for (const {order, price} of orders) {
    const year = question.budget_by === "year" ? Math.floor(order / 12) : 0;
    years.set(year, (years.get(year) ?? 0) + price);
  }
  return [
    {limit: "power", ...tightest, unit: "MW"},
    {limit: "budget", used: Math.max(0, ...years.values()), bound: question.budget, unit: "USD"}
  ];
}

function partOf({used, bound}: Pick<Use, "used" | "bound">): number {
  return used === 0 ? 0 : used / bound;
}
