import {matrixOf, Program, type Engine, type Term, type Variable} from "../optimise/index.js";
import {cheapestPlan} from "./cheapest-plan.js";
import {powerIn, type BuildKind, type BuildQuestion, type UnitValues} from "./question.js";

/** Units of a kind that are ordered in a month. */
export interface BuildOrder {
  kind: string;
  /** Month of the order and of the first GPU-hour. */
  order: number;
  opening: number;
  units: number;
  gpus: number;
  /** MW of IT power. */
  power: number;
  /** USD */
  price: number;
  /** What the units add to the plan's net present value, USD. */
  value: number;
  /** What they cost to buy and run, less what is left, USD. */
  cost: number;
}

/** What to order when, in whole units, and what that is worth. */
export interface BuildPlan {
  orders: BuildOrder[];
  /** Net present value before tax and without a loan, USD, and the part of it that is left in the end. */
  npv: number;
  residual: number;
  /** What the units cost to buy and run, less what is left, USD. */
  cost: number;
  /** Share of the demand that is served; 1 where none is asked. */
  served: number;
  /** Units by kind and by month of order: what other values price. */
  units: number[][];
}

/** Millions of USD: the solver's tolerances suit numbers of that size. */
export const MUSD = 1e6;

/**
 * The plan of whole units with the greatest net present value, within power and budget; of a question with a demand,
 * the plan that serves it, or as much of it as can be, at least cost.
 */
export async function bestPlan(
  question: BuildQuestion,
  kinds: readonly BuildKind[],
  values: UnitValues,
  engine: Engine
): Promise<BuildPlan> {
  return question.demand
    ? cheapestPlan(question, question.demand, {kinds, values, engine})
    : richestPlan(question, kinds, values, engine);
}

async function richestPlan(
  question: BuildQuestion,
  kinds: readonly BuildKind[],
  values: UnitValues,
  engine: Engine
): Promise<BuildPlan> {
  const program = new Program("maximise", "MUSD");
  const ordered = orderedIn(program, question, kinds, (k, o) => values[k]![o]!.total > 0);
  program.count(...ordered.flatMap((row, k) => row.map((one, o): Term => [one, values[k]![o]!.total / MUSD])));
  return planFrom(question, kinds, values, await unitsIn(program, ordered, engine));
}

/**
 * The variables of orders, by kind and month, which keep within power and budget. Orders that `pays` says can add
 * nothing are none from the outset: most of a solver's time goes into those.
 */
export function orderedIn(
  program: Program,
  question: BuildQuestion,
  kinds: readonly BuildKind[],
  pays: (kind: number, order: number) => boolean
): Variable[][] {
  const {orders, horizon, power} = question;
  const largest = power.reduce((most, {capacity}) => Math.max(most, capacity), 0);
  const ordered = kinds.map((kind, k) =>
    orders.map((order, o) => {
      const words = {name: `${kind.key}@${order}`, unit: "unit", doc: `Units of ${kind.key} ordered in month ${order}`};
      const allowed = order >= kind.from && order + kind.lead < horizon && pays(k, o);
      return program.variable(words, {most: allowed ? Math.floor(largest / kind.power + 1e-9) : 0, whole: true});
    })
  );
  limitPower(program, question, kinds, ordered);
  limitBudget(program, question, kinds, ordered);
  return ordered;
}

/** In the months in which units open or power changes, those at work need no more than there is. */
function limitPower(
  program: Program,
  question: BuildQuestion,
  kinds: readonly BuildKind[],
  ordered: readonly (readonly Variable[])[]
): void {
  const openings = kinds.flatMap(({lead}) => question.orders.map((order) => order + lead));
  const months = new Set([...openings, ...question.power.map(({month}) => month)].filter((t) => t < question.horizon));
  for (const month of months) {
    const terms = kinds.flatMap((kind, k) =>
      ordered[k]!.flatMap((one, o): Term[] => (isAtWork(kind, question.orders[o]!, month) ? [[one, kind.power]] : []))
    );
    const words = {name: `power@${month}`, unit: "MW", doc: `IT power in month ${month}`};
    if (terms.length > 0) program.atMost(words, terms, powerIn(question, month));
  }
}

/** Whether a unit that was ordered in a month is there in another. */
export function isAtWork({lead, life}: BuildKind, order: number, month: number): boolean {
  return order + lead <= month && month < order + lead + life;
}

function limitBudget(
  program: Program,
  {budget, budget_by, orders}: BuildQuestion,
  kinds: readonly BuildKind[],
  ordered: readonly (readonly Variable[])[]
): void {
  const period = (order: number): number => (budget_by === "year" ? Math.floor(order / 12) : 0);
  for (const one of new Set(orders.map(period))) {
    const terms = kinds.flatMap(({price}, k) =>
      ordered[k]!.flatMap((units, o): Term[] => (period(orders[o]!) === one ? [[units, price / MUSD]] : []))
    );
    program.atMost({name: `budget@${one}`, unit: "MUSD", doc: "What is spent"}, terms, budget / MUSD);
  }
}

/** The units of a program's solution, by kind and month of order. */
export async function unitsIn(
  program: Program,
  ordered: readonly (readonly Variable[])[],
  engine: Engine
): Promise<number[][]> {
  const {status, primal} = await engine.solve(matrixOf(program));
  if (status !== "optimal") throw new Error(`the solver ended with “${status}”`);
  return unitsOf(program, ordered, primal);
}

/** The units in a program's solution. */
export function unitsOf(program: Program, ordered: readonly (readonly Variable[])[], primal: Float64Array): number[][] {
  const place = new Map(program.variables.map((variable, i) => [variable, i]));
  return ordered.map((row) => row.map((one) => Math.round(primal[place.get(one)!]!)));
}

/** A plan from its units. */
export function planFrom(
  {orders}: BuildQuestion,
  kinds: readonly BuildKind[],
  values: UnitValues,
  units: number[][]
): BuildPlan {
  const placed = kinds.flatMap((kind, k) =>
    orders.flatMap((order, o): BuildOrder[] => {
      const count = units[k]![o]!;
      if (count === 0) return [];
      const [gpus, power, price] = [count * kind.gpus, count * kind.power, count * kind.price];
      const [value, cost] = [count * values[k]![o]!.total, count * values[k]![o]!.cost];
      return [{kind: kind.key, order, opening: order + kind.lead, units: count, gpus, power, price, value, cost}];
    })
  );
  return {
    orders: placed.sort((a, b) => a.order - b.order),
    npv: worthOf(units, values, "total"),
    residual: worthOf(units, values, "residual"),
    cost: worthOf(units, values, "cost"),
    served: 1,
    units
  };
}

/** What units are worth at some values, USD. */
export function worthOf(
  units: readonly (readonly number[])[],
  values: UnitValues,
  part: "total" | "residual" | "cost"
): number {
  return units.reduce((sum, row, k) => row.reduce((so, count, o) => so + count * values[k]![o]![part], sum), 0);
}
