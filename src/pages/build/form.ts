import {siteIn, sites, usualChoice, type SiteKind, type Terms} from "../../lib/finance/project-inputs.js";
import type {BuildRequest} from "../../lib/greenfield/build.js";
import {budgetPeriods, type BudgetPeriod} from "../../lib/greenfield/question.js";
import {monthsOf} from "../../lib/sheet/inputs.js";
import {boundedNumber, type NumberBounds} from "../../lib/sheet/bounded-number.js";
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

/**
 * The form for a site, what may be built there and to what end. `first` is the first month of runs, YYYY-MM; a demand
 * is for one of the `models`.
 */
export function siteForm(terms: Terms, first: string, models: readonly Option[]) {
  const fields = {
    goal: choice("goal", "Aim", goals),
    site: choice("site", "Site", siteOptions, "colocated"),
    region: choice("region", "Region", regionsOf(terms), "virginia"),
    power: textField("power", "IT power available from", usualPower, powerIn),
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
    model: choice("model", "Model", models, usualDemand.model),
    demand: textField("demand", "Output tokens a month from", usualDemand.demand, demandIn),
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
    ...{start: first, years: "6", lead: "", utilisation: "", flat: "path"},
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
function textField(name: string, label: string, start: string, read: (text: string) => unknown): Control {
  let last = start;
  const {field, note} = typedField((text) => {
    read(text);
    last = text;
    remember(name, text);
  });
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

/** Steps such as `2027-07=10 2028-01=20MW`. Throws for anything else. */
export function powerIn(text: string): BuildRequest["power"] {
  const read = stepsIn(text, /^(.*?)(?:MW)?$/, {min: 0, max: 1e5});
  if (read) return read.map(({date, amount}) => ({date, capacity: amount}));
  throw new Error(`Expected months with MW, such as “${usualPower}”, got “${text}”.`);
}

/** Steps such as `2027-07=100B 2028-01=1.5T`, output tokens a month. Throws for anything else. */
export function demandIn(text: string): Demand["steps"] {
  const read = stepsIn(text, /^(.*)$/, {min: 0, max: 1e18});
  if (read) return read;
  throw new Error(`Expected months with tokens, such as “${usualDemand.demand}”, got “${text}”.`);
}

type Demand = NonNullable<BuildRequest["demand"]>;

/** Months with amounts, whose unit a pattern takes off; undefined where one can't be read. */
function stepsIn(text: string, unit: RegExp, bounds: NumberBounds): Demand["steps"] | undefined {
  const steps = text.trim().split(/[\s;]+/);
  const read = steps.map((step) => {
    const [, date = "", amount = ""] = /^(\d{4}-\d{2})=(.+)$/.exec(step) ?? [];
    const number = boundedNumber(unit.exec(amount)?.[1] ?? "", bounds);
    return !Number.isNaN(monthsOf(date)) && "value" in number ? {date, amount: number.value} : undefined;
  });
  return read.every((step) => step !== undefined) ? read : undefined;
}

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
export function requestOf(values: SiteValues, terms: Terms, serving: Inputs): BuildRequest {
  const {site, region, power, budget, budget_by, start, years, lead, utilisation, flat, goal} = values;
  const {accelerator: _, ...usual} = usualChoice(terms);
  const set = utilisation === "" ? usual.set : {...usual.set, utilisation: Number(utilisation) / 100};
  return {
    choice: {
      ...usual,
      ...siteIn(terms, site, region),
      flat: flat === "flat",
      set,
      ...(lead !== "" && {lead: Number(lead)})
    },
    power: powerIn(power),
    budget: budgetIn(budget),
    budget_by,
    start,
    years: Number(years),
    ...(goal === "demand" ? {demand: demandOf(values, serving)} : {after_tax: goal === "after-tax"})
  };
}

function demandOf({model, demand, ttft, tpot}: SiteValues, serving: Inputs): Demand {
  const rates = servedRates(serving, {model, ttft: Number(ttft), tpot: Number(tpot)});
  return {steps: demandIn(demand), rates};
}
