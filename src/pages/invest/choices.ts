import {counterparties, type Counterparty} from "../../lib/finance/counterparty.js";
import {projectAmortisations, type ProjectAmortisation} from "../../lib/finance/loan.js";
import {
  projectInputs,
  usualChoice,
  type Choice,
  type ProjectInputs,
  type Terms
} from "../../lib/finance/project-inputs.js";
import {projectTerms, typedTerm, type ProjectTerm} from "../../lib/finance/terms.js";
import {rangeOf} from "../../lib/finance/two-way.js";
import {REFERENCE} from "../../lib/model/reference.js";
import {choice, controls, type Control, type Option} from "../../components/form/controls.js";
import {fold} from "../../components/form/fold.js";
import {form, type Form, type FormValue} from "../../components/form/form.js";
import {numberInput} from "../../components/form/number-input.js";
import {priceChoice, type PricePathKind} from "../../components/project/price-choice.js";
import type {Tables} from "../../components/project/terms.js";
import {of} from "../../components/rows/filter.js";
import {textIn} from "../../components/rows/row-values.js";
import type {RowsOf} from "../../components/rows/table-types.js";
import {driverOptions, measureOptions, type Axes, type PricePath} from "./case.js";
import {termFields} from "./term-fields.js";

/** The choice that the page starts with. */
export const usual = usualChoice;

/** The form for a project's hardware, its site and its software. */
export function hardwareForm(tables: Tables, first: Choice) {
  return form({
    accelerator: choice("accelerator", "Accelerator", acceleratorOptions(tables.accelerator), first.accelerator),
    facility: choice("facility", "Facility", facilityOptions(tables.facility), first.facility),
    region: choice("region", "Region for power and tax", regionOptions(tables.region), first.region),
    orchestrator: choice("orchestrator", "Orchestrator", orchestratorOptions(tables.orchestrator), first.orchestrator),
    prices: priceChoice()
  });
}

/** A choice with the hardware, site, software and prices of `hardwareForm`. */
export function withHardware(
  first: Choice,
  {prices, ...hardware}: FormValue<{[K in Hardware]: Control} & {prices: Control<PricePathKind>}>
): Choice {
  return {...first, ...hardware, flat: prices === "flat"};
}

type Hardware = "accelerator" | "facility" | "region" | "orchestrator";

/** The accelerators of which no term of a project is missing. */
function acceleratorOptions(accelerators: Tables["accelerator"]): Option[] {
  const hasTerms = ({spot_price, unit_price, tdp}: Tables["accelerator"][number]): boolean =>
    spot_price !== null && unit_price !== null && tdp !== null;
  const rows = of(accelerators, REFERENCE).filter(hasTerms);
  return uniqueOptions(rows.map((row) => ({value: row.key, title: textIn(row, "name")})));
}

function facilityOptions(facilities: Tables["facility"]): Option[] {
  const rows = of(facilities, REFERENCE);
  return uniqueOptions(
    rows.map((row) => ({value: row.key, title: `${textIn(row, "name")}, ${textIn(row, "tenure")}`}))
  );
}

function regionOptions(regions: Tables["region"]): Option[] {
  const rows = of(regions, REFERENCE).map((row) => ({value: row.key, title: textIn(row, "name")}));
  return uniqueOptions([{value: "site", title: "the facility’s region"}, ...rows]);
}

function orchestratorOptions(orchestrators: Tables["orchestrator"]): Option[] {
  const rows = of(orchestrators, REFERENCE);
  return uniqueOptions(rows.map((row) => ({value: row.key, title: textIn(row, "name")})));
}

function uniqueOptions(options: readonly Option[]): Option[] {
  return options.filter(({value}, i) => options.findIndex((option) => option.value === value) === i);
}

/** The form for what is sold, and to whom: sliders at their central values, those of the contract folded away. */
export function saleForm(terms: Terms, first: Choice): Form<SaleControls> {
  const slider = sliderOf(terms, first);
  return folded("Contract and life", ["count", "utilisation", "offtake_share"], {
    count: slider("count"),
    utilisation: slider("utilisation"),
    accelerator_life: slider("accelerator_life"),
    offtake_share: slider("offtake_share"),
    offtake_term: slider("offtake_term"),
    offtake_discount: slider("offtake_discount"),
    prepayment_share: slider("prepayment_share"),
    counterparty: choice("counterparty", "Customer", counterpartyOptions, first.counterparty),
    contract_share: slider("contract_share")
  });
}

/** The form for the loan and for tax: what most projects differ in, the rest folded away. */
export function loanForm(terms: Terms, first: Choice): Form<LoanControls> {
  const slider = sliderOf(terms, first);
  return folded("Loan and tax", ["debt_share", "loan_rate", "amortisation"], {
    amortisation: choice("amortisation", "Repayment profile", amortisationOptions, first.amortisation),
    target_dscr: slider("target_dscr"),
    debt_tail: slider("debt_tail"),
    debt_share: slider("debt_share"),
    loan_tenor: slider("loan_tenor"),
    base_rate: slider("base_rate"),
    loan_rate: slider("loan_rate"),
    balloon_share: slider("balloon_share"),
    refinancing_spread: slider("refinancing_spread"),
    depreciation: choice("depreciation", "Tax depreciation", depreciationOptions, first.depreciation)
  });
}

/** A form of which some controls stand at once, the others when they are asked for. */
function folded<F extends Readonly<Record<string, Control>>>(
  summary: string,
  open: readonly (keyof F & string)[],
  fields: F
): Form<F> {
  const made = form(fields);
  const rest = Object.keys(fields).filter((name) => !open.includes(name));
  made.replaceChildren(
    ...open.map((name) => fields[name]!),
    fold(summary, rest, [controls(...rest.map((name) => fields[name]!))])
  );
  return made;
}

type SaleControls = Readonly<Record<SaleSlider, Control> & {counterparty: Control<Counterparty>}>;
type LoanControls = Readonly<
  Record<Exclude<SliderName, SaleSlider>, Control> & {
    amortisation: Control<ProjectAmortisation>;
    depreciation: Control<Choice["depreciation"]>;
  }
>;

type SaleSlider =
  | "count"
  | "utilisation"
  | "accelerator_life"
  | "offtake_share"
  | "offtake_term"
  | "offtake_discount"
  | "prepayment_share"
  | "contract_share";
type SliderName = keyof typeof sliders;

const sliders = {
  count: {label: "Accelerators", min: 8, max: 20_000, step: 8},
  utilisation: {label: "Utilisation", min: 0.3, max: 1, step: 0.01},
  accelerator_life: {label: "Planned life, years", min: 2, max: 8, step: 0.5},
  offtake_share: {label: "Anchor customer’s share", min: 0, max: 1, step: 0.05},
  offtake_term: {label: "Anchor contract, months", min: 12, max: 84, step: 6},
  offtake_discount: {label: "Anchor discount", min: 0, max: 0.7, step: 0.01},
  prepayment_share: {label: "Prepayment", min: 0, max: 0.8, step: 0.05},
  contract_share: {label: "Rest on one-year contracts", min: 0, max: 1, step: 0.05},
  target_dscr: {label: "DSCR that sizes the loan", min: 1, max: 2.5, step: 0.05},
  debt_tail: {label: "Loan tail, months", min: 0, max: 24, step: 1},
  debt_share: {label: "Maximum debt share", min: 0, max: 0.9, step: 0.05},
  loan_tenor: {label: "Loan term, years", min: 1, max: 8, step: 0.5},
  base_rate: {label: "Base rate", min: 0.01, max: 0.1, step: 0.0001},
  loan_rate: {label: "Nominal interest rate", min: 0.03, max: 0.16, step: 0.0001},
  balloon_share: {label: "Balloon", min: 0, max: 0.2, step: 0.01},
  refinancing_spread: {label: "Refinancing spread", min: 0, max: 0.15, step: 0.0005}
} as const;

function sliderOf(terms: Terms, first: Choice): (name: SliderName) => Control {
  const inputs = projectInputs(terms, first);
  return (name) => {
    const {label, min, max, step} = sliders[name];
    const format = max <= 1 ? exactShare : exact;
    const read = (text: string): number => typedTerm(termNamed(name), text, label)[1];
    return numberInput(name, label, {min, max, step, value: centralOf(inputs, name), format, read});
  };
}

/** In a field a number stands as it was typed: no digit is lost. */
function exact(value: number): string {
  return value.toLocaleString("en-US", {maximumSignificantDigits: 12});
}

function exactShare(value: number): string {
  return `${exact(100 * value)}%`;
}

function termNamed(column: SliderName): ProjectTerm {
  return projectTerms.find((term) => term.name === column)!;
}

/** The fields for all terms that have no slider: those that most projects differ in first. */
export function otherTerms(terms: Terms, first: Choice) {
  return termFields(projectInputs(terms, first), Object.keys(sliders));
}

/** A term's central value; of the loan's rate, which is empty until it is set, that of base rate and spread. */
function centralOf(inputs: ProjectInputs, name: SliderName): number {
  const central = (term: string): number => rangeOf(inputs, term).central;
  return name === "loan_rate" ? Number((central("base_rate") + central("loan_spread")).toFixed(4)) : central(name);
}

const amortisationOptions: readonly Option<ProjectAmortisation>[] = projectAmortisations.map((value) => ({
  value,
  title: {
    sculpted: "sculpted to contracted cash",
    level: "level payments (annuity)",
    straight: "equal principal",
    bullet: "bullet"
  }[value]
}));

const counterpartyOptions: readonly Option<Counterparty>[] = counterparties.map((value) => ({
  value,
  title: {investment_grade: "investment grade", speculative: "below investment grade", unrated: "unrated"}[value]
}));

const depreciationOptions: readonly Option<Choice["depreciation"]>[] = [
  {value: "site", title: "rules of the site’s country"},
  {value: "bonus", title: "immediate expensing"},
  {value: "straight", title: "straight line"}
];

/**
 * A choice of hardware with the values of `saleForm` and `loanForm`, and the other terms that are typed. A slider that
 * was not moved keeps its term as the assumptions have it, with its range.
 */
export function choiceOf(
  hardware: Choice,
  sale: FormValue<SaleControls>,
  loan: FormValue<LoanControls>,
  others: Readonly<Record<string, number>>,
  terms: Terms
): Choice {
  const {counterparty, amortisation, depreciation, ...numbers} = {...sale, ...loan};
  const choice = {...hardware, counterparty, amortisation, depreciation};
  // The sliders stand where those of the first customer do: another's rating moves none.
  const inputs = projectInputs(terms, {...choice, counterparty: hardware.counterparty});
  const moved = Object.entries(numbers)
    .map(([name, text]) => [name, Number(text)] as const)
    .filter(([name, value]) => name === "count" || value !== centralOf(inputs, name as SliderName));
  return {...choice, set: {...others, ...Object.fromEntries(moved)}};
}

/** The form for a measure and the two terms that it is shown over. */
export function axesForm(terms: Terms, first: Choice): Form<AxesControls> {
  const drivers = driverOptions(projectInputs(terms, first));
  return form({
    measure: choice("measure", "Measure", measureOptions),
    x: choice("x", "Across", drivers, "utilisation"),
    y: choice("y", "Up", drivers, "price_drift")
  });
}

type AxesControls = {readonly [K in keyof Axes]: Control<Axes[K]>};

/** The price paths that are compared: every scenario's, and prices that stay as they are. */
export function pathsOf(scenarios: RowsOf<"scenario">, termsOf: (scenario: string) => Terms): PricePath[] {
  const paths = scenarios
    .filter(({model}) => model === "chain")
    .map((row) => ({name: textIn(row, "title"), terms: termsOf(textIn(row, "name")), flat: false}));
  return [...paths, {name: "Constant prices", terms: paths[0]!.terms, flat: true}];
}
