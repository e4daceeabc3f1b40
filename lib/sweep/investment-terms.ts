import {
  counterparties,
  depreciationMethods,
  projectAmortisations,
  projectInputs,
  usualChoice,
  type Choice,
  type Measure,
  type ProjectInputs,
  type Terms
} from "../finance/index.js";
import type {Override} from "../model/index.js";
import {InputError, oneOf} from "../sheet/index.js";

export {measures} from "../finance/index.js";

/** Unit and description of an investment's measures. */
export const measureUnits: Record<Measure, {unit: string; description: string}> = {
  irr: {unit: "1/yr", description: "Real equity IRR; missing where there is none or more than one"},
  unlevered_irr: {unit: "1/yr", description: "Real project IRR, without a loan"},
  npv: {unit: "USD", description: "NPV of equity, at the cost of equity"},
  unlevered_npv: {unit: "USD", description: "NPV before financing, at the cost of capital"}
};

const choices = ["accelerator", "facility", "orchestrator", "cluster"] as const;
const term = /^investment\.([a-z_0-9]+)$/;

/**
 * Whether an override sets a term of the investment, such as `investment.accelerator`, rather than a cell of the chain.
 */
export function isTerm({cell}: Override): boolean {
  return term.test(cell);
}

/** The inputs of an investment with terms set by overrides. Throws an `InputError` for an unknown term or value. */
export function investmentInputs(terms: Terms, overrides: readonly Override[]): ProjectInputs {
  const chosen = overrides.filter(isTerm).reduce(choose, usualChoice(terms));
  return projectInputs(terms, chosen);
}

function choose(choice: Choice, {cell, value, place}: Override): Choice {
  const name = term.exec(cell)![1]!;
  if (choices.some((choosable) => choosable === name)) return {...choice, [name]: value};
  const where = `${place}: ${cell}`;
  if (name === "amortisation")
    return {...choice, amortisation: oneOf(where, "amortisation", value, projectAmortisations)};
  if (name === "counterparty") return {...choice, counterparty: oneOf(where, "counterparty", value, counterparties)};
  if (name === "depreciation")
    return {...choice, depreciation: oneOf(where, "depreciation", value, ["site", ...depreciationMethods])};
  if (!Number.isFinite(Number(value))) throw new InputError(`${place}: ${cell}: "${value}" is not a number`);
  return {...choice, set: {...choice.set, [name]: Number(value)}};
}
