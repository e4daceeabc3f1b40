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

/** The tables on what companies could do, and on what each limit of the chain costs. */
export function adviceTables(advice: Advice, place: AdvicePlace): PublishedTable[] {
  return [adviceTable, jointAdviceTable, shadowPriceTable].map((table) => table({advice, place}));
}

/** The scenario that advice belongs to, and what is typed in of levers, limits and sources. */
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
  gain: monthly("Profit more, mean over the months of the run: at the central assumptions"),
  gain_low: monthly("5th percentile over draws"),
  gain_median: monthly("50th percentile"),
  gain_high: monthly("95th percentile"),
  npv: usd(
    "Net present value of that over the run at the company's cost of capital, less the cost: at the central assumptions"
  ),
  npv_low: usd("5th percentile over draws"),
  npv_median: usd("50th percentile"),
  npv_high: usd("95th percentile"),
  chance: ["number", "share", "Share of draws in which the net present value is positive"],
  cost: usd("What it costs once"),
  cost_low: usd("Low end of the cost"),
  cost_high: usd("High end of the cost")
} as const;

const settings = text("What is set in the scenario: cell=value, separated by semicolons, as run --set takes them");

/** Advice with where it belongs. */
interface PlacedAdvice {
  advice: Advice;
  place: AdvicePlace;
}

/** What every company could do, action by action. */
export const adviceTable = recordTableOf<PlacedAdvice>()({
  name: "advice",
  description:
    "What every neocloud, provider and application could do: gain, net present value and what limits it, computed " +
    "by running the model with the lever moved.",
  fields: {
    ...company,
    rank: ["number", "1", "1 is the company's best lever, by the median of its net present value"],
    lever: text("Lever"),
    name: text("What is done"),
    effort: text("low: weeks; medium: months of a team; high: a year or construction"),
    ...worth,
    others: monthly("Profit more of all other companies of the chain, mean over months: at the central assumptions"),
    others_low: monthly("5th percentile over draws"),
    others_high: monthly("95th percentile"),
    output: monthly("Output of users more, mean over months: at the central assumptions"),
    output_low: monthly("5th percentile over draws"),
    output_high: monthly("95th percentile"),
    half: ["number", "1", "Gain of half the move over the gain; missing where a value or a reference is set"],
    twice: ["number", "1", "Gain of twice the move over the gain"],
    sold_out: months("Months in which a cluster that the company has to do with is sold out"),
    sold_out_before: months("The same without the lever"),
    memory: months("Months in which makers' memory limits orders"),
    memory_before: months("The same without the lever"),
    power: months("Months in which power limits orders"),
    power_before: months("The same without the lever"),
    budget: months("Months in which an application limits use to what it can pay for"),
    budget_before: months("The same without the lever"),
    change: text("Cells that are changed, with their values before and after"),
    settings,
    limit: text("What limits it"),
    source: text("Titles of the sources of the move"),
    url: text("Address of the first source"),
    note: text("Why the move is of that size")
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

/** What the best actions of a company come to together. */
export const jointAdviceTable = recordTableOf<PlacedAdvice>()({
  name: "advice_joint",
  description:
    "The best three levers of each company together, and every two of them: their net present value is not the sum.",
  fields: {
    ...company,
    levers: text("Levers that are pulled together, separated by semicolons"),
    names: text("What is done"),
    count: ["number", "1", "How many levers"],
    ...worth,
    sum_median: usd("Net present values of the levers alone, added up draw by draw: 50th percentile"),
    interaction: usd("What they bring together beyond that sum: at the central assumptions"),
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

/** What each limit of the chain costs. */
export const shadowPriceTable = recordTableOf<PlacedAdvice>()({
  name: "shadow_price",
  description:
    "What one unit more of each thing that limits the chain is worth a month, by running the model with the limit " +
    "relaxed.",
  fields: {
    scenario: text("Scenario"),
    constraint: text("What is limited"),
    name: text("What is limited, in words"),
    row: text("Cluster whose limit it is; empty where it is everybody's"),
    what: text("The unit, in words: values are for one of it"),
    profit: monthly("Profit of all companies for one unit more, mean over months: at the central assumptions"),
    profit_low: monthly("5th percentile over draws"),
    profit_median: monthly("50th percentile"),
    profit_high: monthly("95th percentile"),
    output: monthly("Output of users for one unit more: at the central assumptions"),
    output_low: monthly("5th percentile over draws"),
    output_median: monthly("50th percentile"),
    output_high: monthly("95th percentile"),
    owner: monthly("Profit of the neocloud whose limit it is: at the central assumptions"),
    owner_low: monthly("5th percentile over draws"),
    owner_median: monthly("50th percentile"),
    owner_high: monthly("95th percentile"),
    note: text("What is relaxed")
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

/** The sources and notes of a lever's moves that change something for the company, each once. */
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

/** Where those moves of a lever come from that the settings make. */
function originsOf({keys, columns}: Levers["lever_move"], key: string, settings: readonly Override[]) {
  const rows = keys.map((_, row) => row).filter((row) => columns.lever!.values[row] === key);
  const made = rows.filter((row) => isMade(String(columns.cell!.values[row]), settings));
  return made.map((row) => columns.cell!.provenance![row]!);
}

/** Whether the settings change a cell that a move names, `table[*].column` for one of any row. */
function isMade(move: string, settings: readonly Override[]): boolean {
  const pattern = move.split("[*]");
  return settings.some(({cell}) => cell.replace(/\[[^\]]*\]/, pattern.length > 1 ? "" : "$&") === pattern.join(""));
}

/** Judgement comes last. */
function byJudgement(a: string, b: string): number {
  return Number(a === "judgement") - Number(b === "judgement");
}
