import {matrixOf, Program, type Engine, type Term, type Variable} from "../optimise/index.js";
import {isAtWork, MUSD, orderedIn, planFrom, unitsOf, type BuildPlan} from "./best-plan.js";
import type {BuildDemand, BuildKind, BuildQuestion, UnitValues} from "./question.js";

export interface DemandCase {
  kinds: readonly BuildKind[];
  values: UnitValues;
  engine: Engine;
}

/** The whole units that meet a demand at minimum cost; if it cannot be met in full, as large a share as possible. */
export async function cheapestPlan(question: BuildQuestion, demand: BuildDemand, one: DemandCase): Promise<BuildPlan> {
  const all = await solved(question, demand, one, 1);
  if (all) return all;
  const most = await greatestShare(question, demand, one);
  const plan = most > LEAST ? await solved(question, demand, one, most * (1 - LEAST)) : undefined;
  return {...(plan ?? nothing(question, one)), served: plan ? most : 0};
}

/** Shares below the solver's tolerance count as zero. */
const LEAST = 1e-6;

async function solved(
  question: BuildQuestion,
  demand: BuildDemand,
  {kinds, values, engine}: DemandCase,
  share: number
): Promise<BuildPlan | undefined> {
  const program = new Program("minimise", "MUSD");
  const ordered = ordersFor(program, question, demand, kinds);
  program.count(...ordered.flatMap((row, k) => row.map((one, o): Term => [one, values[k]![o]!.cost / MUSD])));
  for (const {name, served, amount} of monthsServed(question, demand, kinds, ordered))
    program.atLeast({name, unit: "share", doc: "Share of the demand met"}, scaledBy(served, amount), share);
  const {status, primal} = await engine.solve(matrixOf(program));
  return status === "optimal" ? planFrom(question, kinds, values, unitsOf(program, ordered, primal)) : undefined;
}

/** The largest share of the demand that can be met in every month. */
async function greatestShare(
  question: BuildQuestion,
  demand: BuildDemand,
  {kinds, engine}: DemandCase
): Promise<number> {
  const program = new Program("maximise", "share");
  const share = program.variable({name: "share", unit: "share", doc: "Share of the demand met"}, {most: 1});
  program.count([share, 1]);
  const ordered = ordersFor(program, question, demand, kinds);
  for (const {name, served, amount} of monthsServed(question, demand, kinds, ordered))
    program.atLeast({name, unit: "share", doc: "Quantity served"}, [...scaledBy(served, amount), [share, -1]], 0);
  const {status, value} = await engine.solve(matrixOf(program));
  return status === "optimal" ? value : 0;
}

/** Candidate orders: those that open when demand rises or units retire, and one a quarter. */
function ordersFor(
  program: Program,
  question: BuildQuestion,
  {steps, rates}: BuildDemand,
  kinds: readonly BuildKind[]
): Variable[][] {
  return orderedIn(program, question, kinds, (k, o) => {
    const {lead, life} = kinds[k]!;
    const order = question.orders[o]!;
    const meets = steps.some(({month}) => order + lead >= month && (order + lead - month) % life === 0);
    return rates[k]! > 0 && (meets || o % QUARTER === 0);
  });
}

const QUARTER = 3;

interface Served {
  name: string;
  served: Term[];
  amount: number;
}

/** Service in each month with demand. */
function monthsServed(
  {orders, horizon}: BuildQuestion,
  {steps, rates}: BuildDemand,
  kinds: readonly BuildKind[],
  ordered: readonly (readonly Variable[])[]
): Served[] {
  return Array.from({length: horizon}, (_, month) => month).flatMap((month): Served[] => {
    const amount = steps.reduce((asked, step) => (step.month <= month ? step.amount : asked), 0);
    if (amount <= 0) return [];
    const terms = kinds.flatMap((kind, k) =>
      ordered[k]!.flatMap((one, o): Term[] => (isAtWork(kind, orders[o]!, month) ? [[one, rates[k]!]] : []))
    );
    return [{name: `demand@${month}`, served: terms, amount}];
  });
}

function scaledBy(terms: readonly Term[], amount: number): Term[] {
  return terms.map(([variable, rate]): Term => [variable, rate / amount]);
}

function nothing(question: BuildQuestion, {kinds, values}: DemandCase): BuildPlan {
  const none = kinds.map(() => question.orders.map(() => 0));
  return planFrom(question, kinds, values, none);
}
