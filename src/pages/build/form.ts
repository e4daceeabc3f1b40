import {sites, type SiteKind, type Terms} from "../../lib/finance/project-inputs.js";
import {budgetPeriods, type BudgetPeriod} from "../../lib/greenfield/question.js";
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
import {typedField} from "../../components/form/typed-field.js";
import {priceChoice} from "../../components/project/price-choice.js";
import {
  budgetIn,
  CHANGES,
  demandIn,
  monthIn,
  powerIn,
  pricesIn,
  usualDemand,
  usualPower,
  type Goal
} from "./site-values.js";

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

const goals: Option<Goal>[] = [
  {value: "after-tax", title: "maximise NPV after tax"},
  {value: "before-tax", title: "maximise NPV before tax"},
  {value: "demand", title: "serve a demand at minimum cost"}
];

const siteOptions: Option<SiteKind>[] = sites.map((value) => ({
  value,
  title: value === "owned" ? "owned building" : "colocated"
}));

const periodOptions: Option<BudgetPeriod>[] = budgetPeriods.map((value) => ({
  value,
  title: value === "total" ? "whole period" : "each year"
}));

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
