import {exp} from "../sheet/exponential.js";
import {log} from "../sheet/logarithm.js";
import {projectModel, set, vary, type ProjectInputs} from "../finance/index.js";
import {evaluate, startOf, type Run} from "../sheet/index.js";
import {sample, type Design} from "../uncertainty/index.js";
import type {BuildKind, BuildQuestion, UnitValue} from "./question.js";

/**
 * What an accelerator of a project is worth by month of order, without a loan, at the project's cost of capital: each
 * order is a project of its own, which opens a lead time later and meets the price path where it then is.
 * It is sold by the hour and by contracts of the market, without a customer of its own from the start.
 */
export function unitValues(inputs: ProjectInputs, kind: Kind, question: Question): UnitValue[] {
  return valuesIn(opening(merchant(inputs), kind, question, 1), kind, question, 1)[0]!;
}

/** The same in draws of all the project's uncertain terms, draw by draw. */
export function drawnValues(inputs: ProjectInputs, kind: Kind, question: Question, design: Design): UnitValue[][] {
  const columns = [...projectModel.columns.keys()];
  const wrapped = {project: {keys: ["project"], columns: merchant(inputs)}};
  const sampled = sample(projectModel, wrapped, columns, design).project!.columns;
  return valuesIn(opening(sampled, kind, question, design.draws), kind, question, design.draws);
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

function valuesIn(inputs: ProjectInputs, {gpus}: Kind, question: Question, draws: number): UnitValue[][] {
  const {orders, horizon, after_tax = false} = question;
  const read = after_tax ? [...columns, ...taxColumns] : columns;
  const run = evaluate(
    projectModel,
    {project: {keys: ["project"], columns: inputs}},
    {draws: orders.length * draws, months: horizon, only: read.map((name) => `project.${name}`)}
  );
  return Array.from({length: draws}, (_, draw) =>
    orders.map((order, i) => {
      const {total, residual, cost} = valueAt(run, order, {draw: i * draws + draw, after_tax});
      return {total: gpus * total, residual: gpus * residual, cost: gpus * cost};
    })
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
  draw: number;
  after_tax: boolean;
}

function valueAt(run: Run, order: number, {draw, after_tax}: Variant): UnitValue {
  const at = (name: Column, month: number): number => {
    const cells = run.cells.get(`project.${name}`)!;
    return cells.cells[startOf(cells, month) + draw]!;
  };
  const rate = log(1 + at("discount_rate", 0)) / 12;
  const discounted = (value: number, month: number): number => value * exp(-rate * month);
  const sum = (value: (month: number) => number): number =>
    Array.from({length: run.months}, (_, month) => discounted(value(month), month)).reduce((all, one) => all + one, 0);
  const earned = sum((month) => at("ebitda", month) + at("sale", month));
  const last = run.months - 1;
  const left = (1 - at("sold", last)) * at("resale_value", last);
  const tax = after_tax ? sum((month) => at("tax", month)) + discounted(taxOnSale(at, left, last), last) : 0;
  const residual = discounted(left, last);
  const total = earned + residual - at("investment", 0) * exp(-rate * order) - tax;
  // Overhead follows revenue: who serves a demand of his own has neither.
  return {total, residual, cost: sum((month) => at("revenue", month) - at("overhead", month)) - total};
}

/** Tax on selling what is left: on what it brings beyond its value for tax, less what earlier losses may offset. */
function taxOnSale(at: (name: Column, month: number) => number, left: number, month: number): number {
  const gain = Math.max(0, left - at("tax_book", month));
  const offset = Math.min(at("losses", month), at("loss_offset_limit", month) * gain);
  return at("tax_rate", month) * (gain - offset);
}
