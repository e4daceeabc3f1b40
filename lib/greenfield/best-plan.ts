import {matrixOf, Program, type Engine, type Term, type Variable} from "../optimise/index.js";
import {cheapestPlan} from "./cheapest-plan.js";
import {powerIn, type BuildKind, type BuildQuestion, type UnitValues} from "./question.js";

/** Units of one kind ordered in one month. */
export interface BuildOrder {
  kind: string;
  /** Months of the order and of the first GPU-hour. */
  order: number;
  opening: number;
  units: number;
  gpus: number;
  /** IT power, MW. */
  power: number;
  /** Price, USD. */
  price: number;
  /** Contribution of the units to the plan's net present value, USD. */
  value: number;
  /** Cost of buying and running the units, less their residual value, USD. */
  cost: number;
}

/** What to order and when, in whole units, and what the plan is worth. */
export interface BuildPlan {
  orders: BuildOrder[];
  /** Net present value before tax and without a loan, USD, and the residual value in it. */
  npv: number;
  residual: number;
  /** Cost of buying and running the units, less their residual value, USD. */
  cost: number;
  /** Share of the demand that is met; 1 without a demand. */
  served: number;
  /** Units by kind and month of order, to be valued under other assumptions. */
  units: number[][];
}

/** Amounts are in millions of USD, which suits the solver's tolerances. */
export const MUSD = 1e6;

/**
 * The plan of whole units with the highest net present value within power and budget. If the question has a demand: the
 * plan that meets it, or as large a share of it as possible, at minimum cost.
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
 * The variables of orders, by kind and month, within power and budget. Orders that cannot add value according to `pays`
 * are fixed at zero, since a solver would spend most of its time on them.
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

/** In every month in which units open or power changes, running units must not exceed the power available. */
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

/** Whether a unit ordered in one month is in service in another. */
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
    program.atMost({name: `budget@${one}`, unit: "MUSD", doc: "Spending"}, terms, budget / MUSD);
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

/** Reads the units from a program's solution. */
export function unitsOf(program: Program, ordered: readonly (readonly Variable[])[], primal: Float64Array): number[][] {
  const place = new Map(program.variables.map((variable, i) => [variable, i]));
  return ordered.map((row) => row.map((one) => Math.round(primal[place.get(one)!]!)));
}

/** Assembles a plan from its units. */
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

/** The value of units, USD. */
export function worthOf(
  units: readonly (readonly number[])[],
  values: UnitValues,
  part: "total" | "residual" | "cost"
): number {
  return units.reduce((sum, row, k) => row.reduce((so, count, o) => so + count * values[k]![o]![part], sum), 0);
}
