import {exp} from "../sheet/exponential.js";
import {log} from "../sheet/logarithm.js";
import {projectModel, set, vary, type ProjectInputs} from "../finance/index.js";
import {evaluate, startOf, type Run} from "../sheet/index.js";
import {sample, type Design} from "../uncertainty/index.js";
import type {BuildKind, BuildQuestion, UnitFlow, UnitValue} from "./question.js";

/**
 * What a unit pays and earns by month of order, without a loan: each order is a project of its own, which opens a lead
 * time later and meets the price path where it then is. It is sold by the hour and by contracts of the market, without
 * a customer of its own from the start.
 */
export function unitFlows(inputs: ProjectInputs, kind: Kind, question: Question): UnitFlow[] {
  return flowsIn(opening(merchant(inputs), kind, question, 1), kind, question, 1)[0]!;
}

/** What units are worth by month of order, at the project's cost of capital. */
export function unitValues(inputs: ProjectInputs, kind: Kind, question: Question): UnitValue[] {
  return unitFlows(inputs, kind, question).map(valueOf);
}

/** The same in draws of all the project's uncertain terms, draw by draw. */
export function drawnValues(inputs: ProjectInputs, kind: Kind, question: Question, design: Design): UnitValue[][] {
  const columns = [...projectModel.columns.keys()];
  const wrapped = {project: {keys: ["project"], columns: merchant(inputs)}};
  const sampled = sample(projectModel, wrapped, columns, design).project!.columns;
  const flows = flowsIn(opening(sampled, kind, question, design.draws), kind, question, design.draws);
  return flows.map((orders) => orders.map(valueOf));
}

/** What a flow is worth in the first month. */
export function valueOf({order, rate, sales, earned, tax, price, left}: UnitFlow): UnitValue {
  const worthAt = (value: number, month: number): number => value * exp(-rate * month);
  const worth = (values: readonly number[]): number =>
    values.reduce((sum, value, month) => sum + worthAt(value, month), 0);
  const residual = worthAt(left, earned.length - 1);
  const total = worth(earned) + residual - worthAt(price, order) - worth(tax);
  // Overhead follows revenue: who serves a demand of his own has neither.
  return {total, residual, cost: worth(sales) - total};
}

type Kind = Pick<BuildKind, "gpus" | "lead">;
type Question = Pick<BuildQuestion, "orders" | "horizon" | "after_tax">;

function merchant(inputs: ProjectInputs): ProjectInputs {
  return set(inputs, {count: 1, offtake_share: 0, prepayment_share: 0, debt_share: 0});
}

/** The project once for each order and draw, order after order. */
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

/** Tax on selling what is left: on what it brings beyond its value for tax, less what earlier losses may offset. */
function taxOnSale(at: (name: Column, month: number) => number, left: number, month: number): number {
  const gain = Math.max(0, left - at("tax_book", month));
  const offset = Math.min(at("losses", month), at("loss_offset_limit", month) * gain);
  return at("tax_rate", month) * (gain - offset);
}
