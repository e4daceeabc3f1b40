import {siteIn, sites, usualChoice, type SiteKind, type Terms} from "../../lib/finance/project-inputs.js";
import type {BuildRequest} from "../../lib/greenfield/build.js";
import {budgetPeriods, type BudgetPeriod} from "../../lib/greenfield/question.js";
import {monthsOf} from "../../lib/sheet/inputs.js";
import {boundedNumber} from "../../lib/sheet/bounded-number.js";
import {choice, control, address, remember, type Control, type Option} from "../../components/form/controls.js";
import {form} from "../../components/form/form.js";
import {numberField} from "../../components/form/number-field.js";
import {typedField} from "../../components/form/typed-field.js";

/** The form for a site and what may be built there. `first` is the first month of runs, YYYY-MM. */
export function siteForm(terms: Terms, first: string) {
  return form({
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
    flat: choice("prices", "GPU-hour prices", priceOptions)
  });
}

/** What the form asks at first, whatever the address says. */
export function usualSite(first: string): SiteValues {
  return {
    ...{site: "colocated", region: "virginia", power: usualPower, budget: "400M", budget_by: budgetPeriods[0]},
    ...{start: first, years: "6", lead: "", utilisation: "", flat: "path"}
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

const priceOptions: Option<"path" | "flat">[] = [
  {value: "path", title: "scenario path"},
  {value: "flat", title: "constant"}
];

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
  const steps = text
    .trim()
    .split(/[\s;]+/)
    .map((step) => /^(\d{4}-\d{2})=([\d.,]+)(?:MW)?$/.exec(step));
  const read = steps.map((step) => {
    const capacity = boundedNumber(step?.[2] ?? "", {min: 0, max: 1e5});
    const isMonth = !Number.isNaN(monthsOf(step?.[1] ?? ""));
    return step && isMonth && "value" in capacity ? {date: step[1]!, capacity: capacity.value} : undefined;
  });
  if (read.every((step) => step !== undefined)) return read;
  throw new Error(`Expected months with MW, such as “${usualPower}”, got “${text}”.`);
}

function budgetIn(text: string): number {
  const read = boundedNumber(text, {min: 1, max: 1e13});
  if ("value" in read) return read.value;
  throw new Error("Expected an amount such as 400M or 1.5B.");
}

function monthIn(text: string, first: string): string {
  if (/^\d{4}-\d{2}$/.test(text) && monthsOf(text) >= monthsOf(first)) return text;
  throw new Error(`Expected a month from ${first} on, such as 2027-01, got “${text}”.`);
}

/** What the form asks, on the terms of a scenario. */
export function requestOf(values: SiteValues, terms: Terms): BuildRequest {
  const {site, region, power, budget, budget_by, start, years, lead, utilisation, flat} = values;
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
    years: Number(years)
  };
}
