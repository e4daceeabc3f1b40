import {only} from "../../lib/finance/appraise.js";
import type {Choice, Terms} from "../../lib/finance/project-inputs.js";
import {amount, digits, share, unitless, usd} from "../../components/words/format.js";
import {caseOf, shownOf, termOf, titleOf, unitOf, type Case} from "./case.js";

/** A project that is compared, by its name. */
export interface NamedCase {
  name: string;
  project: Case;
  choice: Choice;
  /** Where its terms are read. */
  terms: Terms;
}

/** A project by name, run. */
export function caseNamed(name: string, choice: Choice, terms: Terms): NamedCase {
  return {name, choice, terms, project: caseOf(terms, choice)};
}

/** A line of a comparison: a value a project, and how far each is from the first. */
export interface ComparedLine {
  title: string;
  values: string[];
  differences: string[];
}

interface Figure {
  title: string;
  of: (project: Case) => number;
  text: (value: number) => string;
  /** How a difference is written: of shares, in points. */
  difference: (value: number) => string;
}

const figures: readonly Figure[] = [
  rate("Equity IRR", ({appraisal}) => only(appraisal.irr)),
  rate("Cost of equity", (project) => termOf(project, "cost_of_equity")),
  money("NPV of equity", ({appraisal}) => appraisal.npv),
  rate("Project IRR", ({appraisal}) => only(appraisal.unlevered_irr)),
  money("NPV of the project", ({appraisal}) => appraisal.unlevered_npv),
  plain("Levelised cost, USD/GPU-hour", ({appraisal}) => appraisal.levelised_cost),
  plain("Minimum DSCR", ({appraisal}) => appraisal.cover.least),
  plain("Payback, years", ({appraisal}) => appraisal.payback),
  money("Equity paid in", ({appraisal}) => appraisal.owners_money),
  rate("Break-even price, of the price path", ({break_even}) => break_even.price_level),
  rate("Break-even utilisation", ({break_even}) => break_even.utilisation)
];

function rate(title: string, of: Figure["of"]): Figure {
  const points = (value: number): string => `${amount(100 * value)} points`;
  return {title, of, text: share, difference: points};
}

function money(title: string, of: Figure["of"]): Figure {
  return {title, of, text: usd, difference: usd};
}

function plain(title: string, of: Figure["of"]): Figure {
  return {title, of, text: unitless, difference: unitless};
}

/** The figures of projects side by side. */
export function comparedFigures(cases: readonly NamedCase[]): ComparedLine[] {
  return figures.map(({title, of, text, difference}) => {
    const values = cases.map(({project}) => of(project));
    return {
      title,
      values: values.map((value) => (Number.isFinite(value) ? text(value) : "none")),
      differences: values.map((value, i) => (i === 0 ? "" : signed(value - values[0]!, difference)))
    };
  });
}

function signed(value: number, text: (value: number) => string): string {
  if (!Number.isFinite(value)) return "";
  if (Math.abs(value) < SAME) return "same";
  return value > 0 ? `+${text(value)}` : text(value);
}

/** Less than any figure shows. */
const SAME = 1e-9;

/** The terms in which projects differ, and what each has. */
export function comparedTerms(cases: readonly NamedCase[]): ComparedLine[] {
  const lines = [
    ...names.map(([title, of]) => ({title, values: cases.map(of)})),
    ...termNames(cases).map((term) => ({
      title: titleOf(term),
      values: cases.map(({project}) => typedText(term, project.inputs[term]!.values[0]))
    }))
  ];
  return lines
    .filter(({values}) => new Set(values).size > 1)
    .map((line) => ({...line, differences: line.values.map(() => "")}));
}

/** A term as it is typed: shares and rates in per cent. */
function typedText(term: string, value: number | string | null | undefined): string {
  if (value === null || value === undefined) return "none";
  const [shown, unit] = [shownOf(term, Number(value)), unitOf(term)];
  // The growth of a price path is a logarithm: no one types it in per cent.
  const isShare = (unit === "share" || unit === "1/yr") && !term.startsWith("growth_");
  return isShare ? `${digits(100 * shown, DIGITS)} %` : digits(shown, DIGITS);
}

const DIGITS = 6;

/** All that some project sets. */
function termNames(cases: readonly NamedCase[]): string[] {
  return [...new Set(cases.flatMap(({choice}) => Object.keys(choice.set)))];
}

const names: readonly [string, (one: NamedCase) => string][] = [
  ["Accelerator", ({choice, terms}) => nameOf(terms, "accelerator", choice.accelerator)],
  ["Facility", ({choice, terms}) => nameOf(terms, "facility", choice.facility)],
  [
    "Region for power and tax",
    ({choice, terms}) => (choice.region === "site" ? "the facility’s" : nameOf(terms, "region", choice.region))
  ],
  ["Orchestrator", ({choice, terms}) => nameOf(terms, "orchestrator", choice.orchestrator)],
  ["Repayment", ({choice}) => choice.amortisation],
  ["Customer", ({choice}) => choice.counterparty.replaceAll("_", " ")],
  ["Tax depreciation", ({choice}) => choice.depreciation],
  ["Prices", ({choice}) => (choice.flat ? "constant" : "scenario path")]
];

/** The name of a row, or its key where it has none. */
function nameOf(terms: Terms, table: string, key: string): string {
  return String(terms.cell(table, key, "name").value ?? key);
}

/** A project in a few words: `4,096 B200, Council Bluffs`. */
export function caseTitle({project, choice, terms}: NamedCase): string {
  const count = termOf(project, "count").toLocaleString("en-US");
  const [accelerator, facility] = (["accelerator", "facility"] as const).map((table) =>
    nameOf(terms, table, choice[table])
  );
  const region = choice.region === "site" ? "" : `, power and tax of ${nameOf(terms, "region", choice.region)}`;
  return `${count} ${accelerator!}, ${facility!}${region}`;
}
