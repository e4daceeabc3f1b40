import {exp} from "../sheet/exponential.js";
import {log} from "../sheet/logarithm.js";
import {typedColumns, unknown, type InputValues, type Provenance} from "../sheet/index.js";
import type {Counterparty} from "./counterparty.js";
import type {DepreciationMethod} from "./depreciation.js";
import type {ProjectAmortisation} from "./loan.js";
import {project} from "./project.js";
import {checkTerm, numericTerms} from "./term-limits.js";

/** A value with its range, where it has one. */
export interface Cell {
  value: number | string | null;
  provenance?: Provenance | null;
}

/** Where a project's terms are read: the assumptions, and a scenario's run of the chain. */
export interface Terms {
  /**
   * What was typed into a table, or computed by it in the first month. Throws an `InputError` where there is no such
   * row.
   */
  cell: (table: string, key: string, column: string) => Cell;
  /** Keys of a table. */
  keys: (table: string) => string[];
  /** On-demand prices of an accelerator, month by month; empty where the price book has none. */
  prices: (accelerator: string) => number[];
}

/** What a reader chooses; the rest follows from the assumptions. */
export interface Choice {
  accelerator: string;
  facility: string;
  /** Where power, water and tax are those of another region than the facility's; `site`: they are the facility's. */
  region: string;
  orchestrator: string;
  /** Whose contract mix and cost of capital it has, unless they are set. */
  cluster: string;
  amortisation: ProjectAmortisation;
  /** The rating of the long contract's customer. */
  counterparty: Counterparty;
  /** How tax law writes hardware off; `site`: as in the facility's country. */
  depreciation: DepreciationMethod | "site";
  /** Whether prices follow the scenario, or stay as they are at the start. */
  flat: boolean;
  /** Inputs of the project, by name, that are set to a number. */
  set: Readonly<Record<string, number>>;
}

/** What is typed into a project, by column: its one row. */
export type ProjectInputs = Readonly<Record<string, InputValues>>;

/**
 * The choice that is made for a reader: a thousand of the accelerators of the largest cluster, where and how they run
 * there.
 */
export function usualChoice({keys, cell}: Terms): Choice {
  const size = (key: string): number => Number(cell("cluster", key, "count").value);
  const cluster = keys("cluster").reduce((largest, key) => (size(key) > size(largest) ? key : largest));
  const text = (column: string): string => String(cell("cluster", cluster, column).value);
  return {
    accelerator: text("accelerator"),
    facility: text("facility"),
    region: "site",
    orchestrator: text("orchestrator"),
    cluster,
    amortisation: "sculpted",
    counterparty: "investment_grade",
    depreciation: "site",
    flat: false,
    set: {count: 1000}
  };
}

/** Whether a site is owned or rented. */
export const sites = ["owned", "colocated"] as const;
export type SiteKind = (typeof sites)[number];

/**
 * The facility and the region of a site that is owned or colocated in some region: the region's own facility where
 * there is one of that kind, else the first of that kind, with the region's power, water and tax.
 */
export function siteIn({keys, cell}: Terms, site: SiteKind, region: string): Pick<Choice, "facility" | "region"> {
  const ofKind = keys("facility").filter((key) => cell("facility", key, "tenure").value === site);
  const own = ofKind.find((key) => cell("facility", key, "region").value === region);
  return own === undefined ? {facility: ofKind[0]!, region} : {facility: own, region: "site"};
}

/** The inputs of a project. Throws an `InputError` for a term that is not known, or set to what it cannot be. */
export function projectInputs(terms: Terms, choice: Choice): ProjectInputs {
  const inputs = Object.fromEntries(
    typedColumns(project).map(([name]) => [name, inputOf(termOf(name, terms, choice))] as const)
  );
  checkTerms(choice.set);
  return set(inputs, choice.set);
}

/** The inputs with some of them set to a number, which is then certain. */
export function set(inputs: ProjectInputs, values: Readonly<Record<string, number>>): ProjectInputs {
  const changed = Object.entries(values).map(([name, value]): [string, InputValues] => [name, {values: [value]}]);
  return {...inputs, ...Object.fromEntries(changed)};
}

function checkTerms(terms: Readonly<Record<string, number>>): void {
  for (const [name, value] of Object.entries(terms)) {
    if (!numericTerms.includes(name)) unknown("", "project term", name, numericTerms);
    checkTerm(name, value);
  }
}

function inputOf({value, provenance = null}: Cell): InputValues {
  return {values: [value], provenance: [provenance]};
}

function termOf(name: string, terms: Terms, choice: Choice): Cell {
  const own = special[name];
  if (own) return own(terms, choice);
  const [table, column = name] = origins[name] ?? ["parameter"];
  return terms.cell(table, keyOf(table, terms, choice), column);
}

/** Where a term is read, if not under its own name among the parameters. */
const origins: Readonly<Record<string, readonly [table: string, column?: string]>> = {
  ...from("accelerator", "unit_price", "tdp"),
  ...from("facility", "tenure", "pue", "wue", "construction_cost", "colocation_rate"),
  ...from("orchestrator", "staff", "licence", "allocatable_share"),
  ...from("cluster", "contract_share", "active_share"),
  ...from("neocloud", "capital_premium"),
  ...from("region", "water_price"),
  ...from("project_default", "utilisation", "build_time", "price_drift"),
  ...from("project_default", "offtake_share", "offtake_term", "offtake_discount", "prepayment_share"),
  ...from("project_default", "balloon_share", "base_rate", "refinancing_spread", "tax_life"),
  start_power_price: ["region", "power_price"],
  property_tax_rate: ["parameter", "property_tax"]
};

function from(table: string, ...columns: readonly string[]): Record<string, readonly [string]> {
  return Object.fromEntries(columns.map((column) => [column, [table] as const]));
}

function keyOf(table: string, {cell}: Terms, choice: Choice): string {
  if (table === "region")
    return choice.region === "site" ? String(cell("facility", choice.facility, "region").value) : choice.region;
  if (table === "neocloud") return String(cell("cluster", choice.cluster, "neocloud").value);
  return table in choice ? choice[table as "accelerator"] : table;
}

/** Terms that are not read but follow from the choice. */
const special: Readonly<Record<string, (terms: Terms, choice: Choice) => Cell>> = {
  count: () => ({value: 1000}),
  amortisation: (_, {amortisation}) => ({value: amortisation}),
  counterparty_haircut: ({cell}, {counterparty}) => cell("parameter", "parameter", `haircut_${counterparty}`),
  loan_spread: ({cell}, {counterparty}) => cell("project_default", "project_default", `spread_${counterparty}`),
  // Empty: the loan costs the base rate and the spread, until a rate is set.
  loan_rate: () => ({value: null}),
  required_return: () => ({value: null}),
  // Computed in the run, from what is quoted: it is as uncertain as that.
  on_demand_price: ({cell}, {accelerator}) => {
    const {value} = cell("accelerator", accelerator, "on_demand_price");
    const quoted = cell("accelerator", accelerator, "spot_price");
    const level = cell("parameter", "parameter", "rent_level");
    return isTyped(quoted) ? {...together(quoted, level), value} : {value};
  },
  contract_discount: ({cell}) => ({value: 1 - Number(cell("tenor", "one-year", "new_index").value)}),
  contract_term: ({cell}) => ({value: 12 * Number(cell("tenor", "one-year", "term").value)}),
  debt_capacity: () => ({value: 0}),
  // More than any cluster earns, so that none is sold early before it is known.
  best_sale: () => ({value: 1e15}),
  depreciation_method: (terms, choice) => ({value: methodOf(terms, choice)}),
  price_level: () => ({value: 1}),
  provisioned_power_ratio: ({cell}, {accelerator}) => {
    const stated = cell("accelerator", accelerator, "server_power");
    const rated = Number(cell("accelerator", accelerator, "tdp").value);
    return isTyped(stated) ? over(stated, rated) : cell("parameter", "parameter", "provisioned_power_ratio");
  },
  server_cost: ({cell}, {accelerator}) => {
    const stated = cell("accelerator", accelerator, "server_price");
    const surcharge = Number(cell("accelerator", accelerator, "server_surcharge").value);
    return isTyped(stated) ? stated : plus(cell("parameter", "parameter", "server_cost"), surcharge);
  },
  ...Object.fromEntries([1, 2, 3, 4, 5].map((year) => [`growth_${year}`, growthIn(year)]))
};

/** Since 2025, all hardware of a site in the United States may be written off at once (plantemoran-bonus). */
function methodOf(terms: Terms, choice: Choice): DepreciationMethod {
  if (choice.depreciation !== "site") return choice.depreciation;
  const region = keyOf("region", terms, choice);
  return terms.cell("region", region, "country").value === "United States" ? "bonus" : "straight";
}

/** Whether something is typed, so that it is not left to the general value. */
function isTyped({value}: Cell): boolean {
  return typeof value === "number" && !Number.isNaN(value);
}

/** A cell and its range, moved by an amount. */
function plus({value, provenance}: Cell, amount: number): Cell {
  const moved = provenance && {...provenance, low: provenance.low + amount, high: provenance.high + amount};
  return {value: Number(value) + amount, ...(moved && {provenance: moved})};
}

/** A cell and its range over a number. */
function over({value, provenance}: Cell, divisor: number): Cell {
  const scaled = provenance && {...provenance, low: provenance.low / divisor, high: provenance.high / divisor};
  return {value: Number(value) / divisor, ...(scaled && {provenance: scaled})};
}

/** A product of two cells, with the range of two errors that have nothing to do with each other. */
function together(one: Cell, other: Cell): Cell {
  const value = Number(one.value) * Number(other.value);
  const base = one.provenance ?? other.provenance;
  const bound = (end: "low" | "high"): number => {
    const [first = 0, second = 0] = [one, other].map((cell) =>
      log((cell.provenance?.[end] ?? Number(cell.value)) / Number(cell.value))
    );
    return value * exp((end === "low" ? -1 : 1) * Math.sqrt(first * first + second * second));
  };
  return base ? {value, provenance: {...base, low: bound("low"), high: bound("high")}} : {value};
}

/** The price path's logarithmic change in a year of the scenario; its last known year goes on. */
function growthIn(year: number) {
  return ({prices}: Terms, {accelerator, flat}: Choice): Cell => {
    const path = flat ? [] : prices(accelerator);
    const last = path.length - 1;
    const end = Math.min(12 * year, last);
    const start = Math.max(0, Math.min(12 * (year - 1), last - 12));
    return {value: end > start ? (12 / (end - start)) * log(path[end]! / path[start]!) : 0};
  };
}
