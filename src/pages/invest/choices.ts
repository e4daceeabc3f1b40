import {amortisations, type Amortisation} from "../../lib/finance/loan.js";
import {projectInputs, usualChoice, type Choice, type Terms} from "../../lib/finance/project-inputs.js";
import {rangeOf} from "../../lib/finance/two-way.js";
import {REFERENCE} from "../../lib/model/reference.js";
import {choice, type Control, type Option} from "../../components/form/controls.js";
import {form, type Form, type FormValue} from "../../components/form/form.js";
import {numberInput} from "../../components/form/number-input.js";
import {of} from "../../components/rows/filter.js";
import {rowOf, textIn} from "../../components/rows/row-values.js";
import type {RowOf, Rows, RowsOf} from "../../components/rows/table-types.js";
import {amount, share} from "../../components/words/format.js";
import {caseOf, driverOptions, measureOptions, type Axes, type PricePath} from "./case.js";
import {termsOf} from "./terms.js";

/** The page's tables by name. */
export type Tables = {readonly [N in TableName]: RowsOf<N>};

type TableName = "assumption" | "scenario" | "accelerator" | "facility" | "orchestrator" | "cluster";

/** The choice that the page starts with. */
export const usual = usualChoice;

/** The terms of projects in a scenario. */
export function termsIn({assumption, scenario: scenarios, ...run}: Tables, scenario: string): Terms {
  const rows = Object.entries<Rows>(run).map(([name, table]) => [name, of(table, scenario)] as const);
  const changes = textIn(
    rowOf(scenarios, ({name}) => name === scenario),
    "changes"
  );
  return termsOf({...Object.fromEntries(rows), assumption}, changes);
}

/** The form for a project's hardware, its site and its software. */
export function hardwareForm(tables: Tables, first: Choice) {
  return form({
    accelerator: choice("accelerator", "Accelerator", acceleratorOptions(tables.accelerator), first.accelerator),
    facility: choice("facility", "Facility", facilityOptions(tables.facility), first.facility),
    orchestrator: choice("orchestrator", "Orchestrator", orchestratorOptions(tables.orchestrator), first.orchestrator)
  });
}

/** The accelerators of which no term of a project is missing. */
function acceleratorOptions(accelerators: RowsOf<"accelerator">): Option[] {
  const hasTerms = ({on_demand_price, unit_price, tdp}: RowOf<"accelerator">): boolean =>
    on_demand_price !== null && unit_price !== null && tdp !== null;
  const rows = of(accelerators, REFERENCE).filter(hasTerms);
  return uniqueOptions(rows.map((row) => ({value: row.key, title: textIn(row, "name")})));
}

function facilityOptions(facilities: RowsOf<"facility">): Option[] {
  const rows = of(facilities, REFERENCE);
  return uniqueOptions(
    rows.map((row) => ({value: row.key, title: `${textIn(row, "name")}, ${textIn(row, "tenure")}`}))
  );
}

function orchestratorOptions(orchestrators: RowsOf<"orchestrator">): Option[] {
  const rows = of(orchestrators, REFERENCE);
  return uniqueOptions(rows.map((row) => ({value: row.key, title: textIn(row, "name")})));
}

function uniqueOptions(options: readonly Option[]): Option[] {
  return options.filter(({value}, i) => options.findIndex((option) => option.value === value) === i);
}

/** The form for the terms that a reader chooses most: sliders at their central values, and how the loan is repaid. */
export function termForm(terms: Terms, first: Choice): Form<TermControls> {
  const inputs = projectInputs(terms, first);
  const slider = (name: SliderName): Control => {
    const {label, min, max, step} = sliders[name];
    const format = max <= 1 ? share : (value: number): string => amount(value);
    return numberInput(name, label, {min, max, step, value: rangeOf(inputs, name).central, format});
  };
  return form({
    count: slider("count"),
    utilisation: slider("utilisation"),
    contract_share: slider("contract_share"),
    debt_share: slider("debt_share"),
    loan_rate: slider("loan_rate"),
    loan_tenor: slider("loan_tenor"),
    amortisation: choice("amortisation", "Loan is repaid", amortisationOptions, first.amortisation)
  });
}

type TermControls = Readonly<Record<SliderName, Control> & {amortisation: Control<Amortisation>}>;

type SliderName = keyof typeof sliders;

const sliders = {
  count: {label: "Accelerators", min: 8, max: 20_000, step: 8},
  utilisation: {label: "Sold", min: 0.3, max: 1, step: 0.01},
  contract_share: {label: "On contracts", min: 0, max: 1, step: 0.05},
  debt_share: {label: "Borrowed", min: 0, max: 0.9, step: 0.05},
  loan_rate: {label: "Nominal interest", min: 0.03, max: 0.16, step: 0.001},
  loan_tenor: {label: "Repaid over years", min: 1, max: 8, step: 0.5}
} as const;

const amortisationOptions: readonly Option<Amortisation>[] = amortisations.map((value) => ({
  value,
  title: {level: "in equal payments", straight: "in equal parts", bullet: "at the end"}[value]
}));

/**
 * A choice of hardware with the values of `termForm`. A slider that was not moved keeps its term as the assumptions
 * have it, with its range.
 */
export function choiceOf(hardware: Choice, values: FormValue<TermControls>, terms: Terms): Choice {
  const {amortisation, ...numbers} = values;
  const choice = {...hardware, amortisation};
  const inputs = projectInputs(terms, choice);
  const moved = Object.entries(numbers)
    .map(([name, text]) => [name, Number(text)] as const)
    .filter(([name, value]) => name === "count" || value !== rangeOf(inputs, name as SliderName).central);
  return {...choice, set: Object.fromEntries(moved)};
}

/** The form for a measure and the two terms that it is shown over. */
export function axesForm(terms: Terms, first: Choice): Form<AxesControls> {
  const drivers = driverOptions(caseOf(terms, first));
  return form({
    measure: choice("measure", "Measure", measureOptions),
    x: choice("x", "Across", drivers, "utilisation"),
    y: choice("y", "Up", drivers, "price_drift")
  });
}

type AxesControls = {readonly [K in keyof Axes]: Control<Axes[K]>};

/** The price paths that are compared: every scenario's, and prices that stay as they are. */
export function pathsOf(tables: Tables): PricePath[] {
  const scenarios = tables.scenario.filter(({model}) => model === "chain");
  const paths = scenarios.map((row) => ({
    name: textIn(row, "title"),
    terms: termsIn(tables, textIn(row, "name")),
    flat: false
  }));
  return [...paths, {name: "Prices stay as they are", terms: paths[0]!.terms, flat: true}];
}
