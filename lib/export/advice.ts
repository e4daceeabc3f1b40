import {
  companies,
  type Advice,
  type Advised,
  type Company,
  type Joint,
  type Levers,
  type Limits,
  type ShadowPrice,
  type Spread,
  type Valuation
} from "../advice/index.js";
import type {Override, Source} from "../model/index.js";
import {addressOf} from "../sheet/index.js";
import type {Inputs, TableInput} from "../sheet/index.js";
import type {PublishedTable} from "./published.js";
import {recordTableOf} from "./records.js";

/** The tables of actions, of combined actions and of shadow prices. */
export function adviceTables(advice: Advice, place: AdvicePlace): PublishedTable[] {
  return [adviceTable, jointAdviceTable, shadowPriceTable].map((table) => table({advice, place}));
}

/** The scenario of the advice, with the input tables of actions and constraints and their sources. */
export interface AdvicePlace {
  scenario: string;
  inputs: Inputs;
  levers: Levers;
  constraint: TableInput;
  sources: readonly Source[];
}

const usd = (doc: string) => ["number", "USD", doc] as const;
const monthly = (doc: string) => ["number", "USD/month", doc] as const;
const text = (doc: string) => ["text", "", doc] as const;
const months = (doc: string) => ["number", "month", doc] as const;

const company = {
  scenario: text("Scenario"),
  layer: text("Layer of the company"),
  company: text("Key of the company"),
  company_name: text("Name of the company")
} as const;

const worth = {
  gain: monthly("Increase in profit, averaged over the months of the run: central case"),
  gain_low: monthly("5th percentile over draws"),
  gain_median: monthly("50th percentile"),
  gain_high: monthly("95th percentile"),
  npv: usd(
    "Net present value of the increase over the run, at the company's cost of capital, less the cost: central case"
  ),
  npv_low: usd("5th percentile over draws"),
  npv_median: usd("50th percentile"),
  npv_high: usd("95th percentile"),
  chance: ["number", "share", "Share of draws in which the net present value is positive"],
  cost: usd("One-off cost"),
  cost_low: usd("Low end of the cost"),
  cost_high: usd("High end of the cost")
} as const;

const settings = text("Changes to the scenario, as run --set accepts them: cell=value, separated by semicolons");

/** Advice with its scenario. */
interface PlacedAdvice {
  advice: Advice;
  place: AdvicePlace;
}

/** The actions of every company. */
export const adviceTable = recordTableOf<PlacedAdvice>()({
  name: "advice",
  description:
    "What every neocloud, provider and application could change: gain, net present value and limit, computed " +
    "by running the model with and without the action.",
  fields: {
    ...company,
    rank: ["number", "1", "1 is the company's best action, by median net present value"],
    lever: text("Lever"),
    name: text("Name of the action"),
    effort: text("low: weeks; medium: months of a team; high: a year or construction"),
    ...worth,
    others: monthly("Change in the profit of all other companies of the chain, averaged over months: central case"),
    others_low: monthly("5th percentile over draws"),
    others_high: monthly("95th percentile"),
    output: monthly("Change in users' output, averaged over months: central case"),
    output_low: monthly("5th percentile over draws"),
    output_high: monthly("95th percentile"),
    half: ["number", "1", "Gain from half the change, over the gain; missing where a value or a reference is set"],
    twice: ["number", "1", "Gain from twice the change, over the gain"],
    sold_out: months("Months in which one of the company's clusters is sold out"),
    sold_out_before: months("The same without the action"),
    memory: months("Months in which manufacturers' memory supply limits orders"),
    memory_before: months("The same without the action"),
    power: months("Months in which power limits orders"),
    power_before: months("The same without the action"),
    budget: months("Months in which an application caps usage at its token budget"),
    budget_before: months("The same without the action"),
    change: text("Changed cells, with their values before and after"),
    settings,
    limit: text("What limits the action"),
    source: text("Titles of the sources for the size of the change"),
    url: text("Address of the first source"),
    note: text("Why the change has this size")
  },
  rows: ({advice, place}) => advice.levers.map((advised) => leverRecord(advised, place))
});

function leverRecord(advised: Advised, {scenario, inputs, levers, sources}: AdvicePlace) {
  const {action, rank, others, output, half, twice, after, before, settings} = advised;
  return {
    scenario,
    ...named(inputs, action.company),
    rank,
    lever: action.lever,
    name: typed(levers.lever, action.lever, "name"),
    effort: typed(levers.lever, action.lever, "effort"),
    ...valuationFields(advised),
    ...spread("others", others),
    ...spread("output", output),
    half,
    twice,
    ...binding(after, before),
    change: settings.map((setting) => changeOf(inputs, setting)).join("; "),
    settings: joined(settings),
    limit: typed(levers.lever, action.lever, "limit"),
    ...reasons(levers, action.lever, sources, settings)
  };
}

/** The best actions of each company, combined. */
export const jointAdviceTable = recordTableOf<PlacedAdvice>()({
  name: "advice_joint",
  description:
    "Each company's best three actions combined, and every pair of them: net present values do not simply add up.",
  fields: {
    ...company,
    levers: text("Actions that are combined, separated by semicolons"),
    names: text("Names of the actions"),
    count: ["number", "1", "Number of actions"],
    ...worth,
    sum_median: usd("Sum of the single actions' net present values, draw by draw: 50th percentile"),
    interaction: usd("Net present value of the combination beyond that sum: central case"),
    interaction_low: usd("5th percentile over draws"),
    interaction_median: usd("50th percentile"),
    interaction_high: usd("95th percentile"),
    settings
  },
  rows: ({advice, place}) => advice.joint.map((joint) => jointRecord(joint, place))
});

function jointRecord(joint: Joint, {scenario, inputs, levers}: AdvicePlace) {
  const {company, levers: pulled, sum, interaction, settings} = joint;
  return {
    scenario,
    ...named(inputs, company),
    levers: pulled.join(";"),
    names: pulled.map((lever) => typed(levers.lever, lever, "name")).join("; "),
    count: pulled.length,
    ...valuationFields(joint),
    sum_median: sum.median,
    interaction_median: interaction.median,
    ...spread("interaction", interaction),
    settings: joined(settings)
  };
}

/** Shadow prices of the chain's constraints. */
export const shadowPriceTable = recordTableOf<PlacedAdvice>()({
  name: "shadow_price",
  description:
    "What relaxing each constraint of the chain by one unit is worth a month, by running the model with the limit " +
    "relaxed.",
  fields: {
    scenario: text("Scenario"),
    constraint: text("Key of the constraint"),
    name: text("Name of the constraint"),
    row: text("Cluster that the constraint belongs to; empty if it affects all"),
    what: text("Name of the unit: values are per unit"),
    profit: monthly("Change in the profit of all companies per unit, averaged over months: central case"),
    profit_low: monthly("5th percentile over draws"),
    profit_median: monthly("50th percentile"),
    profit_high: monthly("95th percentile"),
    output: monthly("Change in users' output per unit: central case"),
    output_low: monthly("5th percentile over draws"),
    output_median: monthly("50th percentile"),
    output_high: monthly("95th percentile"),
    owner: monthly("Change in the profit of the neocloud that owns the constraint: central case"),
    owner_low: monthly("5th percentile over draws"),
    owner_median: monthly("50th percentile"),
    owner_high: monthly("95th percentile"),
    note: text("How the constraint is relaxed")
  },
  rows: ({advice, place}) => advice.prices.map((price) => shadowPriceRecord(price, place))
});

const none: Spread = {central: NaN, low: NaN, median: NaN, high: NaN};

function shadowPriceRecord(
  {relaxation, profit, output, owner = none}: ShadowPrice,
  {scenario, constraint}: AdvicePlace
) {
  return {
    scenario,
    constraint: relaxation.constraint,
    name: typed(constraint, relaxation.constraint, "name"),
    row: relaxation.row,
    what: relaxation.what,
    profit_median: profit.median,
    ...spread("profit", profit),
    output_median: output.median,
    ...spread("output", output),
    owner_median: owner.median,
    ...spread("owner", owner),
    note: constraint.columns.step!.provenance![constraint.keys.indexOf(relaxation.constraint)]!.note
  };
}

function named(inputs: Inputs, {layer, key}: Company) {
  const table = inputs[companies[layer]]!;
  return {layer, company: key, company_name: String(table.columns.name!.values[table.keys.indexOf(key)] ?? key)};
}

function valuationFields({gain, npv, chance, cost}: Valuation) {
  return {
    gain_median: gain.median,
    ...spread("gain", gain),
    npv_median: npv.median,
    ...spread("npv", npv),
    chance,
    ...spread("cost", cost)
  };
}

function spread<N extends string>(name: N, {central, low, high}: Omit<Spread, "median">) {
  return {[name]: central, [`${name}_low`]: low, [`${name}_high`]: high} as Record<
    N | `${N}_low` | `${N}_high`,
    number
  >;
}

function binding(after: Limits, before: Limits) {
  return {
    ...after,
    sold_out_before: before.sold_out,
    memory_before: before.memory,
    power_before: before.power,
    budget_before: before.budget
  };
}

function typed({keys, columns}: TableInput, key: string, column: string): string {
  return String(columns[column]!.values[keys.indexOf(key)] ?? "");
}

function joined(overrides: readonly Override[]): string {
  return overrides.map(({cell, value}) => `${cell}=${value}`).join(";");
}

/** `facility[dallas].pue 1.3 → 1.24`: central values only. */
function changeOf(inputs: Inputs, {cell, value}: Override): string {
  const {table, key, column} = addressOf(cell);
  const before = inputs[table]!.columns[column]!.values[key === undefined ? 0 : inputs[table]!.keys.indexOf(key)];
  return `${cell} ${before ?? ""} → ${value.replace(/ \(.*/, "")}`;
}

/** The distinct sources and notes of the moves by which an action changes something for the company. */
function reasons(levers: Levers, key: string, sources: readonly Source[], settings: readonly Override[]) {
  const origins = originsOf(levers.lever_move, key, settings);
  const whole = levers.lever.columns.name!.provenance![levers.lever.keys.indexOf(key)]!;
  const ids = [...new Set(origins.flatMap((origin) => origin.sources))].sort(byJudgement);
  const byId = new Map(sources.map((source) => [source.id, source]));
  return {
    source: ids.map((id) => byId.get(id)?.title ?? id).join("; "),
    url: byId.get(ids[0] ?? "")?.url ?? "",
    note: [...new Set([...origins.map(({note}) => note), whole.note])].join(" ")
  };
}

/** Provenance of the moves that the settings contain. */
function originsOf({keys, columns}: Levers["lever_move"], key: string, settings: readonly Override[]) {
  const rows = keys.map((_, row) => row).filter((row) => columns.lever!.values[row] === key);
  const made = rows.filter((row) => isMade(String(columns.cell!.values[row]), settings));
  return made.map((row) => columns.cell!.provenance![row]!);
}

/** Whether the settings change the cell of a move; `table[*].column` matches any row. */
function isMade(move: string, settings: readonly Override[]): boolean {
  const pattern = move.split("[*]");
  return settings.some(({cell}) => cell.replace(/\[[^\]]*\]/, pattern.length > 1 ? "" : "$&") === pattern.join(""));
}

/** Puts judgement last. */
function byJudgement(a: string, b: string): number {
  return Number(a === "judgement") - Number(b === "judgement");
}
