import type {Inputs, Model} from "../sheet/index.js";
import {rowsOf, type Company} from "./company-rows.js";
import type {Result} from "./run-variants.js";

/** Months in which each limit binds, in the central case. */
export interface Limits {
  /** GPU-hours of one of the company's clusters are sold out. */
  sold_out: number;
  /** Manufacturers accept only part of the orders for accelerators. */
  memory: number;
  /** A site has power for only part of the orders. */
  power: number;
  /** The application caps usage at its token budget. */
  budget: number;
}

/** The outputs of a run that show which limits bind. */
export function limitOutputs(inputs: Inputs): string[] {
  return [
    ...inputs.cluster!.keys.map((key) => `cluster[${key}].fill`),
    ...inputs.application!.keys.map((key) => `application[${key}].allowed_share`),
    "market.memory_share",
    "market.power_share"
  ];
}

/** The number of months in which each limit binds a company. */
export function limitsOf(model: Model, inputs: Inputs, company: Company): (result: Result) => Limits {
  const rows = rowsOf(model, inputs, company);
  const fills = inputs.cluster!.keys.filter((key) => rows.has(`cluster[${key}]`)).map((key) => `cluster[${key}].fill`);
  const budgets = company.layer === "application" ? [`application[${company.key}].allowed_share`] : [];
  return (result) => ({
    sold_out: months(result, fills),
    memory: months(result, ["market.memory_share"]),
    power: months(result, ["market.power_share"]),
    budget: months(result, budgets)
  });
}

/** The months in which at least one of some shares is below 1. */
function months({outcomes, variant}: Result, shares: readonly string[]): number {
  const isShort = (share: string, month: number): boolean => outcomes.at(share, variant, month).at(-1)! < 1 - 1e-9;
  return outcomes.study.at.filter((month) => shares.some((share) => isShort(share, month))).length;
}
