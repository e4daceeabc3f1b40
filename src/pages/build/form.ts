import {siteIn, sites, usualChoice, type SiteKind, type Terms} from "../../lib/finance/project-inputs.js";
import type {BuildRequest} from "../../lib/greenfield/build.js";
import {budgetPeriods, type BudgetPeriod} from "../../lib/greenfield/question.js";
import {monthsOf} from "../../lib/sheet/inputs.js";
import {boundedNumber} from "../../lib/sheet/bounded-number.js";
import {servedRates} from "../../lib/greenfield/served-rates.js";
import type {Inputs} from "../../lib/sheet/inputs.js";
import {
  choice,
  control,
  controls,
  address,
  remember,
  type Control,
  type Option
} from "../../components/form/controls.js";
import {form} from "../../components/form/form.js";
import {numberField} from "../../components/form/number-field.js";
import {priceChoice} from "../../components/project/price-choice.js";
import {typedField} from "../../components/form/typed-field.js";
import {pricePath} from "./price-path.js";
import {demandSteps, powerSteps} from "./steps.js";

/**
 * The form for a site, what may be built there and to what end. `first` is the first month of runs, YYYY-MM; a demand
 * is for one of the `models`.
 */
export function siteForm(terms: Terms, first: string, models: readonly Option[]) {
  const fields = {
    goal: choice("goal", "Aim", goals),
    site: choice("site", "Site", siteOptions, "colocated"),
    region: choice("region", "Region", regionsOf(terms), "virginia"),
    power: textField("power", "IT power available from", usualPower, (text) => powerIn(text, first)),
    budget: textField("budget", "Budget, USD", "400M", budgetIn),
    budget_by: choice("budget_by", "Budget period", periodOptions),
    start: textField("start", "First order", first, (text) => monthIn(text, first)),
    years: numberField("years", "Planning period, years", {min: 1, max: 10, start: 6, whole: true}),
    lead: numberField("lead_time", "Lead time, months", {
      min: 1,
      max: 60,
      start: "",
      whole: true,
      placeholder: "default"
    }),
    utilisation: numberField("utilisation", "Utilisation", {
      min: 1,
      max: 100,
      start: "",
      unit: "%",
      placeholder: "default"
    }),
    flat: priceChoice(),
    price_changes: textField("price_changes", CHANGES, "", pricesIn, "such as −20% −10% 0%"),
    price_level: numberField("price_level", "Price level", {
      min: 1,
      max: 1000,
      start: "",
      unit: "% of that path",
      placeholder: "100"
    }),
    model: choice("model", "Model", models, usualDemand.model),
    demand: textField("demand", "Output tokens a month from", usualDemand.demand, (text) => demandIn(text, first)),
    ttft: numberField("ttft", "TTFT limit", {min: 1, max: 1e6, start: 2000, unit: "ms"}),
    tpot: numberField("tpot", "TPOT limit (p99)", {min: 1, max: 1e5, start: 50, unit: "ms"})
  };
  const made = form(fields);
  const {model, demand, ttft, tpot, ...site} = fields;
  const served = controls(model, demand, ttft, tpot);
  const show = (): void => void (served.hidden = fields.goal.value !== "demand");
  fields.goal.addEventListener("input", show);
  show();
  made.replaceChildren(...Object.values(site), served);
  return made;
}

/** The label of the field for an offered path of prices. */
const CHANGES = "Or yearly price changes";

/** What a plan is to do. */
export type Goal = "after-tax" | "before-tax" | "demand";

const goals: Option<Goal>[] = [
  {value: "after-tax", title: "earn most, after tax"},
  {value: "before-tax", title: "earn most, before tax"},
  {value: "demand", title: "serve a demand at least cost"}
];

const usualDemand = {model: "llama-3-3-70b", demand: "2027-07=100B 2028-01=500B", ttft: "2000", tpot: "50"};

/** What the form asks at first, whatever the address says. */
export function usualSite(first: string): SiteValues {
  return {
    ...{site: "colocated", region: "virginia", power: usualPower, budget: "400M", budget_by: budgetPeriods[0]},
    ...{start: first, years: "6", lead: "", utilisation: "", flat: "path", price_changes: "", price_level: ""},
    ...{goal: "after-tax", ...usualDemand}
  };
}

/** The values of `siteForm`. */
export type SiteValues = ReturnType<typeof siteForm>["value"];

const siteOptions: Option<SiteKind>[] = sites.map((value) => ({
  value,
  title: value === "owned" ? "owned building" : "colocated"
}));

const periodOptions: Option<BudgetPeriod>[] = budgetPeriods.map((value) => ({
  value,
  title: value === "total" ? "whole period" : "each year"
}));

const usualPower = "2027-07=10 2028-01=20";

function regionsOf({keys, cell}: Terms): Option[] {
  return keys("region").map((value) => ({value, title: String(cell("region", value, "name").value)}));
}

/** A field for a text that `read` accepts, remembered in the address; what is refused stays, with the reason. */
function textField(
  name: string,
  label: string,
  start: string,
  read: (text: string) => unknown,
  placeholder = ""
): Control {
  let last = start;
  const {field, note} = typedField(
    (text) => {
      read(text);
      last = text;
      remember(name, text);
    },
    {placeholder}
  );
  field.style.width = "14em";
  field.value = address().get(name) ?? start;
  try {
    read(field.value);
    last = field.value;
  } catch (error) {
    note.textContent = error instanceof Error ? error.message : String(error);
    field.setAttribute("aria-invalid", "true");
  }
  return control(label, [field, note], () => last);
}

/** Power by month, as `powerSteps` reads it. Throws for anything else. */
export function powerIn(text: string, first: string): BuildRequest["power"] {
  const read = powerSteps(text, first);
  if (read) return read.map(({date, amount}) => ({date, capacity: amount}));
  throw new Error(`Expected months with MW, such as “${usualPower}”, or “20 MW”, got “${text}”.`);
}

/** Output tokens a month, as `demandSteps` reads them. Throws for anything else. */
export function demandIn(text: string, first: string): Demand["steps"] {
  const read = demandSteps(text, first);
  if (read) return read;
  throw new Error(`Expected months with tokens, such as “${usualDemand.demand}”, or “100B”, got “${text}”.`);
}

type Demand = NonNullable<BuildRequest["demand"]>;

function budgetIn(text: string): number {
  const read = boundedNumber(text, {min: 0, max: 1e13});
  if ("value" in read) return read.value;
  throw new Error("Expected an amount such as 400M or 1.5B.");
}

function monthIn(text: string, first: string): string {
  if (/^\d{4}-\d{2}$/.test(text) && monthsOf(text) >= monthsOf(first)) return text;
  throw new Error(`Expected a month from ${first} on, such as 2027-01, got “${text}”.`);
}

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

function pricesIn(text: string): Readonly<Record<string, number>> {
  return pricePath(text, CHANGES);
}

/** The terms that are typed as percentages, where they are. */
function sharesIn(values: Pick<SiteValues, "utilisation" | "price_level">): Record<string, number> {
  const typed = (["utilisation", "price_level"] as const).filter((name) => values[name] !== "");
  return Object.fromEntries(typed.map((name) => [name, Number(values[name]) / 100]));
}

function demandOf({model, demand, ttft, tpot}: SiteValues, serving: Inputs, first: string): Demand {
  const rates = servedRates(serving, {model, ttft: Number(ttft), tpot: Number(tpot)});
  return {steps: demandIn(demand, first), rates};
}
