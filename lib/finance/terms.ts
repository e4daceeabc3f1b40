import {log} from "../sheet/logarithm.js";
import {InputError, typedColumns} from "../sheet/index.js";
import {entryText} from "../sheet/entry-text.js";
import {typedNumber} from "../sheet/number.js";
import {project} from "./project.js";
import {checkTerm} from "./term-limits.js";

/** A number that a project's owner may set, as forms, flags and addresses name it. */
export interface ProjectTerm {
  /** Its name in forms and addresses; as a flag, with hyphens. */
  name: string;
  /** The column of the table `project` that it sets. */
  column: string;
  unit: string;
  doc: string;
  group: TermGroup;
}

export type TermGroup = keyof typeof groups;

/** The columns by what they are about; a name in front of a column is how it is typed. */
const groups = {
  "What is bought": ["count", "unit_price", "tdp", "server_cost", "network_cost", "storage_cost", "build_time"],
  "Site and power": [
    "power_price=start_power_price",
    "power_price_trend",
    "pue",
    "wue",
    "water_price",
    "construction_cost",
    "construction_premium",
    "colocation_rate",
    "server_power_ratio",
    "provisioned_power_ratio",
    "idle_power_share",
    "active_share"
  ],
  "Running costs": [
    "hardware_maintenance",
    "insurance",
    "facility_operation",
    "property_tax_rate",
    "staff",
    "engineer_compensation",
    "wage_growth",
    "licence",
    "neocloud_overhead"
  ],
  "What is sold": [
    "price=on_demand_price",
    "price_level",
    "price_change=price_drift",
    "price_drift",
    "growth_1",
    "growth_2",
    "growth_3",
    "growth_4",
    "growth_5",
    "utilisation",
    "allocatable_share",
    "offtake_share",
    "offtake_term",
    "offtake_discount",
    "prepayment_share",
    "contract_share",
    "contract_discount",
    "contract_term",
    "payment_term"
  ],
  Money: [
    "debt_share",
    "target_dscr",
    "minimum_dscr",
    "base_rate",
    "loan_spread",
    "loan_rate",
    "loan_tenor",
    "debt_tail",
    "balloon_share",
    "refinancing_spread",
    "counterparty_haircut",
    "cost_of_capital",
    "capital_premium",
    "cost_of_equity=required_return",
    "inflation",
    "tax_rate",
    "loss_offset_limit",
    "tax_life"
  ],
  "Life and what is left": ["accelerator_life", "accelerator_residual", "facility_life", "facility_residual"]
} as const;

/** Typed as a change a year, kept as the logarithm of it. */
const CHANGE = "price_change";

/** Every number that may be set, by group: one list for the command's flags, the page's fields and its address. */
export const projectTerms: readonly ProjectTerm[] = Object.entries(groups).flatMap(([group, names]) =>
  names.map((typed) => {
    const [name = "", column = name] = typed.split("=");
    return {name, column, group: group as TermGroup, ...wordsOf(name, column)};
  })
);

function wordsOf(name: string, column: string): {unit: string; doc: string} {
  if (name === CHANGE) return {unit: "1/yr", doc: "Change of the price a year on top of the price path, e.g. -20%"};
  const [, definition] = typedColumns(project).find(([known]) => known === column)!;
  return {
    unit: definition.kind === "input" && definition.type === "number" ? definition.unit : "",
    doc: definition.doc
  };
}

/**
 * What a text sets a term to: `20%`, `4,096`, `1.5M`, `72.5 USD/MWh`. Throws an `InputError` that names `place` for a
 * text that is no number, or a number that the term cannot be.
 */
export function typedTerm({name, column, unit}: ProjectTerm, text: string, place: string): [string, number] {
  const typed = typedNumber(entryText(text, unit));
  if (!("value" in typed))
    throw new InputError(
      `${place}: "${text}" ${typed.problem}\n  ${typed.hint ?? `write a number, such as 20% or 1.5M (${unit})`}`
    );
  const value = name === CHANGE ? logarithm(typed.value, place) : typed.value;
  checkTerm(column, value, {place, typed: text.trim()});
  return [column, value];
}

/**
 * The columns that texts set, by term: `texts` gives what is typed for each, `placeOf` names it in errors. A cost of
 * capital that is typed holds for this project: nothing is added for the company, unless that is typed, too. Throws an
 * `InputError` for a bad text, and for two that set one column.
 */
export function typedTerms(
  texts: (term: ProjectTerm) => string | undefined,
  placeOf = ({name}: ProjectTerm): string => name
): Readonly<Record<string, number>> {
  const set: Record<string, number> = {};
  for (const term of projectTerms) {
    const text = texts(term);
    if (text === undefined || text === "") continue;
    const [column, value] = typedTerm(term, text, placeOf(term));
    if (column in set) throw new InputError(`${placeOf(term)}: ${column} is set by another term\n  leave one out`);
    set[column] = value;
  }
  return {...("cost_of_capital" in set && {capital_premium: 0}), ...set};
}

function logarithm(change: number, place: string): number {
  if (change >= -MOST_FALL) return log(1 + change);
  throw new InputError(`${place}: ${100 * change} % a year would leave no price\n  write -${100 * MOST_FALL}% or more`);
}

/** A price that falls faster is gone within a year. */
const MOST_FALL = 0.99;
