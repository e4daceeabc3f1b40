import {
  monthly,
  projectInputs,
  runProject,
  set,
  type Choice,
  type ProjectInputs,
  type Terms
} from "../finance/index.js";
import {monthsOf} from "../sheet/index.js";
import type {BuildKind} from "./question.js";

/** A kind of accelerator at a site, with the project whose terms its units have. */
export interface PlacedKind {
  kind: BuildKind;
  inputs: ProjectInputs;
}

/** Where and with what a site is built. */
export interface SiteChoice extends Omit<Choice, "accelerator"> {
  /** Accelerators that may be bought; those without a price, a rent or a rated power are left out. */
  accelerators: readonly string[];
  /** Months from an order to the first GPU-hour; by default, the project's. */
  lead?: number;
}

/** Months for which a kind of accelerator is still bought new. */
const SOLD = 36;

/** The accelerators that may be bought new from a month, YYYY-MM, on, and whose GPU-hours have a price. */
export function tradedKinds({keys, prices, cell}: Terms, start: string): string[] {
  const at = (key: string, column: string): number => Number(cell("accelerator", key, column).value);
  const isNew = (key: string): boolean => monthsOf(start) - at(key, "release") <= SOLD;
  return keys("accelerator").filter((key) => prices(key).length > 0 && at(key, "unit_price") > 0 && isNew(key));
}

/** The kinds that may be bought at a site; `start` is the first month, YYYY-MM. */
export function siteKinds(terms: Terms, {accelerators, lead, ...choice}: SiteChoice, start: string): PlacedKind[] {
  return accelerators.map((accelerator) => {
    const inputs = projectInputs(terms, {...choice, accelerator});
    const months = lead ?? Math.ceil(numberIn(inputs, "build_time"));
    const release = Number(terms.cell("accelerator", accelerator, "release").value) - monthsOf(start);
    return {
      kind: kindOf(accelerator, {terms, inputs, lead: months, release}),
      inputs: set(inputs, {build_time: months})
    };
  });
}

interface KindTerms {
  terms: Terms;
  inputs: ProjectInputs;
  lead: number;
  /** First month in which it is sold. */
  release: number;
}

function kindOf(key: string, {terms, inputs, lead, release}: KindTerms): BuildKind {
  const gpus = Number(terms.cell("accelerator", key, "scaleup_domain").value);
  const one = runProject(set(inputs, {count: 1}), 1, ["project.site_capacity", "project.investment"]);
  const [power, price] = ["site_capacity", "investment"].map((name) => monthly(one, name)[0]!) as [number, number];
  const life = Math.ceil(12 * numberIn(inputs, "accelerator_life"));
  return {key, gpus, power: gpus * power, price: gpus * price, lead, life, from: Math.max(0, release)};
}

function numberIn(inputs: ProjectInputs, name: string): number {
  return Number(inputs[name]!.values[0]);
}
