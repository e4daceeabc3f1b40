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

/** A kind of accelerator at a site, with the project that supplies the terms of its units. */
export interface PlacedKind {
  kind: BuildKind;
  inputs: ProjectInputs;
}

/** Where a site is, and what it can buy. */
export interface SiteChoice extends Omit<Choice, "accelerator"> {
  /** Accelerators that may be bought; those without a price, a rental price or a rated power are left out. */
  accelerators: readonly string[];
  /** Months from order to first GPU-hour; defaults to the project's. */
  lead?: number;
}

/** Months during which a kind of accelerator is sold new. */
const SOLD = 36;

/** The accelerators sold new from a month (YYYY-MM) on whose GPU-hours have a price. */
export function tradedKinds({keys, prices, cell}: Terms, start: string): string[] {
  const at = (key: string, column: string): number => Number(cell("accelerator", key, column).value);
  const isNew = (key: string): boolean => monthsOf(start) - at(key, "release") <= SOLD;
  return keys("accelerator").filter((key) => prices(key).length > 0 && at(key, "unit_price") > 0 && isNew(key));
}

/** The kinds that can be bought at a site; `start` is the first month, YYYY-MM. */
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
  /** First month on sale. */
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
