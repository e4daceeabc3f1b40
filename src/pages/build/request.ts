import {siteIn, usualChoice, type Terms} from "../../lib/finance/project-inputs.js";
import type {BuildRequest} from "../../lib/greenfield/build.js";
import {servedRates} from "../../lib/greenfield/served-rates.js";
import type {Inputs} from "../../lib/sheet/inputs.js";
import {budgetIn, demandIn, powerIn, pricesIn, type SiteValues} from "./site-values.js";

/**
 * What the form asks, on the terms of a scenario; `serving` are the inputs by which a demand is served. Throws an error
 * where nothing serves the model within the limits.
 */
export function requestOf(values: SiteValues, terms: Terms, serving: Inputs, first: string): BuildRequest {
  const {site, region, power, budget, budget_by, start, years, lead, flat, goal} = values;
  const {accelerator: _, ...usual} = usualChoice(terms);
  const set = {...usual.set, ...pricesIn(values.price_changes), ...sharesIn(values)};
  return {
    choice: {
      ...usual,
      ...siteIn(terms, site, region),
      flat: flat === "flat",
      set,
      ...(lead !== "" && {lead: Number(lead)})
    },
    power: powerIn(power, first),
    budget: budgetIn(budget),
    budget_by,
    start,
    years: Number(years),
    ...(goal === "demand" ? {demand: demandOf(values, serving, first)} : {after_tax: goal === "after-tax"})
  };
}

/** The terms that are typed as percentages, where they are. */
function sharesIn(values: Pick<SiteValues, "utilisation" | "price_level">): Record<string, number> {
  const typed = (["utilisation", "price_level"] as const).filter((name) => values[name] !== "");
  return Object.fromEntries(typed.map((name) => [name, Number(values[name]) / 100]));
}

function demandOf(
  {model, demand, ttft, tpot}: SiteValues,
  serving: Inputs,
  first: string
): NonNullable<BuildRequest["demand"]> {
  const rates = servedRates(serving, {model, ttft: Number(ttft), tpot: Number(tpot)});
  return {steps: demandIn(demand, first), rates};
}
