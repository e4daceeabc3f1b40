import type {Terms} from "../finance/index.js";
import {monthsOf} from "../sheet/index.js";
import type {Engine} from "../optimise/index.js";
import {bestPlan, type BuildPlan} from "./best-plan.js";
import type {BuildDemand, BuildKind, BuildQuestion, BudgetPeriod, PowerStep, UnitFlow, UnitValues} from "./question.js";
import {siteKinds, tradedKinds, type PlacedKind, type SiteChoice} from "./site.js";
import {drawnValues, unitFlows, valueOf} from "./unit-values.js";
import {usesOf, worthOfMore, type Use, type Worth} from "./worth.js";

/** A reader's question; dates are YYYY-MM. */
export interface BuildRequest {
  choice: Omit<SiteChoice, "accelerators"> & {accelerators?: readonly string[]};
  power: readonly {date: string; capacity: number}[];
  budget: number;
  budget_by: BudgetPeriod;
  /** First month in which orders may be placed. */
  start: string;
  /** Length of the planning period, in years. */
  years: number;
  /** Whether to maximise value after tax; a demand is met at minimum cost before tax. */
  after_tax?: boolean;
  /** The demand to meet at minimum cost, and how much of it a GPU of each kind serves per second. */
  demand?: {steps: readonly {date: string; amount: number}[]; rates: ReadonlyMap<string, number>};
}

/** A question with the kinds available and the value of their units; months count from `first`. */
export interface BuildCase {
  question: BuildQuestion;
  kinds: readonly BuildKind[];
  /** Cash flows of units, by kind and month of order. */
  flows: readonly (readonly UnitFlow[])[];
  values: UnitValues;
  first: string;
}

/** A request on a scenario's terms; the scenario's run begins in the month `first`, YYYY-MM. */
export function buildCase(terms: Terms, request: BuildRequest, first: string): BuildCase {
  const {choice, start, years, power, budget, budget_by} = request;
  const accelerators = choice.accelerators ?? tradedKinds(terms, start);
  const placed = siteKinds(terms, {...choice, accelerators}, first);
  const begin = monthsOf(start) - monthsOf(first);
  const horizon = begin + 12 * years + 1;
  const orders = Array.from({length: horizon - begin}, (_, i) => begin + i);
  const asked = request.demand && demandOf(request.demand, placed, first);
  const question = {
    ...{power: stepsFrom(power, first), budget, budget_by, orders, horizon},
    ...(asked ? {demand: asked} : {after_tax: request.after_tax ?? false})
  };
  const flows = placed.map(({kind, inputs}) => unitFlows(inputs, kind, question));
  const values = flows.map((orders) => orders.map(valueOf));
  return {question, kinds: placed.map(({kind}) => kind), flows, values, first};
}

const SECONDS_A_MONTH = 730.5 * 3600;

/** A demand in units and months: the hours that a unit would sell elsewhere serve this demand. */
function demandOf(
  {steps, rates}: NonNullable<BuildRequest["demand"]>,
  placed: readonly PlacedKind[],
  first: string
): BuildDemand {
  const term = ({inputs}: PlacedKind, name: string): number => Number(inputs[name]!.values[0]);
  return {
    steps: steps
      .map(({date, amount}) => ({month: Math.max(0, monthsOf(date) - monthsOf(first)), amount}))
      .sort((a, b) => a.month - b.month),
    rates: placed.map((one) => {
      const busy = term(one, "utilisation") * term(one, "allocatable_share");
      return (rates.get(one.kind.key) ?? 0) * SECONDS_A_MONTH * one.kind.gpus * busy;
    })
  };
}

function stepsFrom(power: BuildRequest["power"], first: string): PowerStep[] {
  const steps = power.map(({date, capacity}) => ({month: Math.max(0, monthsOf(date) - monthsOf(first)), capacity}));
  return steps.sort((a, b) => a.month - b.month);
}

/** A plan, with its use of the limits and the value of relaxing them. */
export interface BuildAnswer {
  plan: BuildPlan;
  uses: Use[];
  worth: Worth[];
}

/** Solves a case, and again with each limit relaxed. */
export async function answerBuild({question, kinds, values}: BuildCase, engine: Engine): Promise<BuildAnswer> {
  const plan = await bestPlan(question, kinds, values, engine);
  const worth = await worthOfMore(question, kinds, values, {plan, engine});
  return {plan, uses: usesOf(question, kinds, plan), worth};
}

/** Values of units in draws, by kind and month of order, for the months in which a plan orders any. */
export function drawsOf(
  terms: Terms,
  {choice}: BuildRequest,
  {question, kinds, first}: BuildCase,
  plan: BuildPlan,
  draws: number
): UnitValues[] {
  const used = [...new Set(plan.orders.map(({order}) => order))];
  const placed = siteKinds(terms, {...choice, accelerators: kinds.map(({key}) => key)}, first);
  const none = {total: 0, residual: 0, cost: 0};
  const byKind = placed.map(({kind, inputs}) => {
    if (!plan.orders.some((order) => order.kind === kind.key)) return undefined;
    return drawnValues(inputs, kind, {...question, orders: used}, {spread: "latin", draws, seed: 1});
  });
  return Array.from({length: draws}, (_, draw) =>
    byKind.map((all) => question.orders.map((order) => all?.[draw]![used.indexOf(order)] ?? none))
  );
}
