import {boundsOf, InputError, typedColumns} from "../sheet/index.js";
import {project} from "./project.js";

/** What a term of a project may be, beside what its unit allows. */
interface Limit {
  least?: number;
  most?: number;
  above?: number;
  below?: number;
  whole?: true;
}

/**
 * Throws an `InputError` for a value that a numeric term cannot have: one that is no number, that its unit does not
 * allow, or that leaves a project without a meaning, such as a life of no years.
 */
export function checkTerm(name: string, value: number, {place = name, typed = String(value)} = {}): void {
  const unit = units.get(name)!;
  const limit = {least: -MOST, most: MOST, ...boundsIn(unit), ...byUnit[unit], ...byName[name]};
  const {least, most, above = -Infinity, below = Infinity, whole} = limit;
  const isInside = value >= least && value <= most && value > above && value < below;
  if (isInside && (!whole || Number.isInteger(value))) return;
  throw new InputError(`${place}: ${typed} is not a valid value\n  write ${inWords(limit, unit)}`);
}

function inWords({least, most, above, below, whole}: Limit, unit: string): string {
  const from = above === undefined ? `from ${least}` : `above ${above}`;
  const to = below === undefined ? `to ${most}` : `and below ${below}`;
  const number = `a ${whole ? "whole " : ""}number ${from} ${to} (${unit})`;
  const end = below ?? most!;
  return unit === "1/yr" && end <= 1 ? `${number}, such as ${end / 5} or ${Number((20 * end).toFixed(3))}%` : number;
}

/** The units of a project's numeric terms, by name. */
const units = new Map(
  typedColumns(project).flatMap(([name, column]) =>
    column.kind === "input" && column.type === "number" ? [[name, column.unit] as const] : []
  )
);

/** The names of a project's inputs that are numbers and typed: what a first run of the sheet finds is not. */
export const numericTerms: readonly string[] = [...units.keys()].filter(
  (name) => name !== "debt_capacity" && name !== "best_sale"
);

function boundsIn(unit: string): Limit {
  const {least, most} = boundsOf(unit);
  return {...(least > -MOST && {least}), ...(most < MOST && {most})};
}

/** More than any amount of money, area or power that a project has. */
const MOST = 1e12;

const byUnit: Readonly<Record<string, Limit>> = {
  yr: {above: 0, most: 100},
  month: {least: 0, most: 600},
  day: {least: 0, most: 3650},
  "1/yr": {above: -1, most: 10}
};

function eachWith(limit: Limit, ...names: readonly string[]): Record<string, Limit> {
  return Object.fromEntries(names.map((name) => [name, limit]));
}

const byName: Readonly<Record<string, Limit>> = {
  count: {least: 1, most: 1e7, whole: true},
  // Without owners' money there is no cost of equity.
  debt_share: {least: 0, below: 1},
  // Of what the customer has paid, neither lenders nor owners have anything left to pay.
  prepayment_share: {least: 0, below: 1},
  offtake_discount: {least: 0, below: 1},
  balloon_share: {least: 0, most: 0.2},
  // A loan at 9 is one at 9 % whose sign was forgotten.
  ...eachWith({above: -0.05, most: 0.5}, "loan_rate", "base_rate", "loan_spread", "refinancing_spread"),
  ...eachWith({above: -0.5, most: 0.5}, "cost_of_capital", "capital_premium", "inflation"),
  required_return: {above: -0.5, most: 1},
  price_drift: {above: -5, most: 10},
  target_dscr: {least: 1, most: 100},
  contract_term: {above: 0, most: 600},
  pue: {least: 1, most: 10},
  server_power_ratio: {least: 1, most: 10},
  provisioned_power_ratio: {least: 1, most: 10},
  construction_premium: {above: 0, most: 100},
  price_level: {least: 0, most: 1e6},
  minimum_dscr: {least: 0, most: 100}
};
