import type {SiteKind} from "../../lib/finance/project-inputs.js";
import {budgetPeriods, type BudgetPeriod} from "../../lib/greenfield/question.js";
import {REFERENCE} from "../../lib/model/reference.js";
import {boundedNumber} from "../../lib/sheet/bounded-number.js";
import {monthsOf} from "../../lib/sheet/inputs.js";
import type {PricePathKind} from "../../components/project/price-choice.js";
import {pricePath} from "./price-path.js";
import {demandSteps, powerSteps, type Step} from "./steps.js";

/** What a plan is to do. */
export type Goal = "after-tax" | "before-tax" | "demand";

/** What a reader says of a site, as it was typed. */
export interface SiteValues {
  goal: Goal;
  site: SiteKind;
  region: string;
  power: string;
  budget: string;
  budget_by: BudgetPeriod;
  start: string;
  years: string;
  lead: string;
  utilisation: string;
  flat: PricePathKind;
  price_changes: string;
  price_level: string;
  model: string;
  demand: string;
  ttft: string;
  tpot: string;
}

/** What the form asks at first, whatever the address says. */
export function usualSite(first: string): SiteValues {
  return {
    ...{site: "colocated", region: "virginia", power: usualPower, budget: "400M", budget_by: budgetPeriods[0]},
    ...{start: first, years: "6", lead: "", utilisation: "", flat: "path", price_changes: "", price_level: ""},
    ...{goal: "after-tax", ...usualDemand}
  };
}

/** Whether a site is the usual one, in the reference scenario: its plan comes with the site. */
export function isUsual(values: SiteValues, scenario: string, first: string): boolean {
  const usual = Object.entries(usualSite(first));
  return scenario === REFERENCE && usual.every(([name, value]) => values[name as keyof SiteValues] === value);
}

/** The label of the field for an offered path of prices. */
export const CHANGES = "Or yearly price changes";

export const usualDemand = {model: "llama-3-3-70b", demand: "2027-07=100B 2028-01=500B", ttft: "2000", tpot: "50"};

export const usualPower = "2027-07=10 2028-01=20";

/** Power by month, as `powerSteps` reads it. Throws for anything else. */
export function powerIn(text: string, first: string): {date: string; capacity: number}[] {
  const read = powerSteps(text, first);
  if (read) return read.map(({date, amount}) => ({date, capacity: amount}));
  throw new Error(`Expected months with MW, such as “${usualPower}”, or “20 MW”, got “${text}”.`);
}

/** Output tokens a month, as `demandSteps` reads them. Throws for anything else. */
export function demandIn(text: string, first: string): Step[] {
  const read = demandSteps(text, first);
  if (read) return read;
  throw new Error(`Expected months with tokens, such as “${usualDemand.demand}”, or “100B”, got “${text}”.`);
}

export function budgetIn(text: string): number {
  const read = boundedNumber(text, {min: 0, max: 1e13});
  if ("value" in read) return read.value;
  throw new Error("Expected an amount such as 400M or 1.5B.");
}

export function monthIn(text: string, first: string): string {
  if (/^\d{4}-\d{2}$/.test(text) && monthsOf(text) >= monthsOf(first)) return text;
  throw new Error(`Expected a month from ${first} on, such as 2027-01, got “${text}”.`);
}

export function pricesIn(text: string): Readonly<Record<string, number>> {
  return pricePath(text, CHANGES);
}
