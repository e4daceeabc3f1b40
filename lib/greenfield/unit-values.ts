import {exp} from "../sheet/exponential.js";
import {log} from "../sheet/logarithm.js";
import {projectModel, set, vary, type ProjectInputs} from "../finance/index.js";
import {evaluate, startOf, type Run} from "../sheet/index.js";
import {sample, type Design} from "../uncertainty/index.js";
import type {BuildKind, BuildQuestion, UnitFlow, UnitValue} from "./question.js";

/**
 * Payments and earnings of a unit by month of order, without a loan. Each order is a separate project, which opens a
 * lead time later and meets the price path at that point. It sells by the hour and on market contracts, without an
 * initial customer of its own.
 */
export function unitFlows(inputs: ProjectInputs, kind: Kind, question: Question): UnitFlow[] {
  return flowsIn(opening(merchant(inputs), kind, question, 1), kind, question, 1)[0]!;
}

/** Values of units by month of order, at the project's cost of capital. */
export function unitValues(inputs: ProjectInputs, kind: Kind, question: Question): UnitValue[] {
  return unitFlows(inputs, kind, question).map(valueOf);
}

/** Values of units in draws of all the project's uncertain terms, draw by draw. */
export function drawnValues(inputs: ProjectInputs, kind: Kind, question: Question, design: Design): UnitValue[][] {
  const columns = [...projectModel.columns.keys()];
  const wrapped = {project: {keys: ["project"], columns: merchant(inputs)}};
  const sampled = sample(projectModel, wrapped, columns, design).project!.columns;
  const flows = flowsIn(opening(sampled, kind, question, design.draws), kind, question, design.draws);
  return flows.map((orders) => orders.map(valueOf));
}

/** The value of a flow in the first month. */
export function valueOf({order, rate, sales, earned, tax, price, left}: UnitFlow): UnitValue {
  const worthAt = (value: number, month: number): number => value * exp(-rate * month);
  const worth = (values: readonly number[]): number =>
    values.reduce((sum, value, month) => sum + worthAt(value, month), 0);
  const residual = worthAt(left, earned.length - 1);
  const total = worth(earned) + residual - worthAt(price, order) - worth(tax);
  // Overhead follows revenue; serving one's own demand has neither.
  return {total, residual, cost: worth(sales) - total};
}

type Kind = Pick<BuildKind, "gpus" | "lead">;
type Question = Pick<BuildQuestion, "orders" | "horizon" | "after_tax">;

function merchant(inputs: ProjectInputs): ProjectInputs {
  return set(inputs, {count: 1, offtake_share: 0, prepayment_share: 0, debt_share: 0});
}

/** The project once per order and draw, order by order. */
function opening(inputs: ProjectInputs, {lead}: Kind, {orders}: Question, draws: number): ProjectInputs {
  const repeated = Object.entries(inputs).map(([name, values]) => {
    const {samples} = values;
    if (!samples) return [name, values] as const;
    return [
      name,
      {...values, samples: Float64Array.from({length: orders.length * draws}, (_, i) => samples[i % draws]!)}
    ];
  });
  const openings = orders.flatMap((order) => Array.from({length: draws}, () => order + lead));
  return vary(Object.fromEntries(repeated) as ProjectInputs, {build_time: openings});
}

function flowsIn(inputs: ProjectInputs, {gpus}: Kind, question: Question, draws: number): UnitFlow[][] {
  const {orders, horizon, after_tax = false} = question;
  const read = after_tax ? [...columns, ...taxColumns] : columns;
  const run = evaluate(
    projectModel,
    {project: {keys: ["project"], columns: inputs}},
    {draws: orders.length * draws, months: horizon, only: read.map((name) => `project.${name}`)}
  );
  return Array.from({length: draws}, (_, draw) =>
    orders.map((order, i) => flowAt(run, order, {gpus, draw: i * draws + draw, after_tax}))
  );
}

const columns = [
  "revenue",
  "overhead",
  "ebitda",
  "sale",
  "sold",
  "resale_value",
  "investment",
  "discount_rate",
  "step"
] as const;

const taxColumns = ["tax", "tax_book", "losses", "tax_rate", "loss_offset_limit"] as const;

type Column = (typeof columns)[number] | (typeof taxColumns)[number];

interface Variant {
  gpus: number;
  draw: number;
  after_tax: boolean;
}

function flowAt(run: Run, order: number, {gpus, draw, after_tax}: Variant): UnitFlow {
  const at = (name: Column, month: number): number => {
    const cells = run.cells.get(`project.${name}`)!;
    return cells.cells[startOf(cells, month) + draw]!;
  };
  const last = run.months - 1;
  const left = (1 - at("sold", last)) * at("resale_value", last);
  const byMonth = (value: (month: number) => number): number[] =>
    Array.from({length: run.months}, (_, month) => gpus * value(month));
  const taxIn = (month: number): number => at("tax", month) + (month === last ? taxOnSale(at, left, last) : 0);
  return {
    ...{order, rate: log(1 + at("discount_rate", 0)) / 12},
    ...{price: gpus * at("investment", 0), left: gpus * left},
    sales: byMonth((month) => at("revenue", month) - at("overhead", month)),
    earned: byMonth((month) => at("ebitda", month) + at("sale", month)),
    tax: byMonth((month) => (after_tax ? taxIn(month) : 0))
  };
}

/** Tax on the disposal: on proceeds above the tax value, less what earlier losses may offset. */
function taxOnSale(at: (name: Column, month: number) => number, left: number, month: number): number {
  const gain = Math.max(0, left - at("tax_book", month));
  const offset = Math.min(at("losses", month), at("loss_offset_limit", month) * gain);
  return at("tax_rate", month) * (gain - offset);
}
