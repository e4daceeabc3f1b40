import {companies, type Advice, type Company, type Levers, type Limits, type Spread} from "../advice/index.js";
import type {Override, Source} from "../model/index.js";
import {addressOf} from "../sheet/index.js";
import type {Inputs, TableInput} from "../sheet/index.js";
import type {PublishedTable} from "./published.js";
import {recordTable} from "./records.js";

/** The tables on what companies could do, and on what each limit of the chain costs. */
export function adviceTables(
  advice: Advice,
  {scenario, inputs, levers, constraint, sources}: AdvicePlace
): PublishedTable[] {
  return [
    leverTable(advice, {scenario, inputs, levers, sources}),
    jointTable(advice, {scenario, inputs, levers}),
    shadowPriceTable(advice, {scenario, constraint})
  ];
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

function leverTable({levers: advised}: Advice, {scenario, inputs, levers, sources}: Omit<AdvicePlace, "constraint">) {
  const fields = {
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
  } as const;
  const records = advised.map((one) => ({
    scenario,
    ...named(inputs, one.action.company),
    rank: one.rank,
    lever: one.action.lever,
    name: typed(levers.lever, one.action.lever, "name"),
    effort: typed(levers.lever, one.action.lever, "effort"),
    ...valuationFields(one),
    ...spread("others", one.others),
    ...spread("output", one.output),
    half: one.half,
    twice: one.twice,
    ...binding(one.after, one.before),
    change: one.settings.map((setting) => changeOf(inputs, setting)).join("; "),
    settings: joined(one.settings),
    limit: typed(levers.lever, one.action.lever, "limit"),
    ...reasons(levers, one.action.lever, sources)
  }));
  const description =
    "What every neocloud, provider and application could do: gain, net present value and what limits it, computed " +
    "by running the model with the lever moved.";
  return recordTable("advice", description, fields, records);
}

function jointTable({joint}: Advice, {scenario, inputs, levers}: Pick<AdvicePlace, "scenario" | "inputs" | "levers">) {
  const fields = {
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
  } as const;
  const records = joint.map((one) => ({
    scenario,
    ...named(inputs, one.company),
    levers: one.levers.join(";"),
    names: one.levers.map((lever) => typed(levers.lever, lever, "name")).join("; "),
    count: one.levers.length,
    ...valuationFields(one),
    sum_median: one.sum.median,
    interaction_median: one.interaction.median,
    ...spread("interaction", one.interaction),
    settings: joined(one.settings)
  }));
  return recordTable(
    "advice_joint",
    "The best three levers of each company together, and every two of them: their net present value is not the sum.",
    fields,
    records
  );
}

function shadowPriceTable({prices}: Advice, {scenario, constraint}: Pick<AdvicePlace, "scenario" | "constraint">) {
  const per = (doc: string) => ["number", "USD/month", doc] as const;
  const fields = {
    scenario: text("Scenario"),
    constraint: text("What is limited"),
    name: text("What is limited, in words"),
    row: text("Cluster whose limit it is; empty where it is everybody's"),
    what: text("The unit, in words: values are for one of it"),
    profit: per("Profit of all companies for one unit more, mean over months: at the central assumptions"),
    profit_low: per("5th percentile over draws"),
    profit_median: per("50th percentile"),
    profit_high: per("95th percentile"),
    output: per("Output of users for one unit more: at the central assumptions"),
    output_low: per("5th percentile over draws"),
    output_median: per("50th percentile"),
    output_high: per("95th percentile"),
    owner: per("Profit of the neocloud whose limit it is: at the central assumptions"),
    owner_low: per("5th percentile over draws"),
    owner_median: per("50th percentile"),
    owner_high: per("95th percentile"),
    note: text("What is relaxed")
  } as const;
  const none: Spread = {central: NaN, low: NaN, median: NaN, high: NaN};
  const records = prices.map(({relaxation, profit, output, owner = none}) => ({
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
  }));
  return recordTable(
    "shadow_price",
    "What one unit more of each thing that limits the chain is worth a month, by running the model with the limit " +
      "relaxed.",
    fields,
    records
  );
}

function named(inputs: Inputs, {layer, key}: Company) {
  const table = inputs[companies[layer]]!;
  return {layer, company: key, company_name: String(table.columns.name!.values[table.keys.indexOf(key)] ?? key)};
}

function valuationFields({
  gain,
  npv,
  chance,
  cost
}: {
  gain: Spread;
  npv: Spread;
  chance: number;
  cost: Omit<Spread, "median">;
}) {
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

/** The sources and notes of a lever's moves, each once. */
function reasons({lever, lever_move}: Levers, key: string, sources: readonly Source[]) {
  const rows = lever_move.keys.flatMap((_, row) => (lever_move.columns.lever!.values[row] === key ? [row] : []));
  const origins = rows.map((row) => lever_move.columns.cell!.provenance![row]!);
  const own = lever.columns.name!.provenance![lever.keys.indexOf(key)]!;
  const ids = [...new Set(origins.flatMap((origin) => origin.sources))].sort(byJudgement);
  const byId = new Map(sources.map((source) => [source.id, source]));
  return {
    source: ids.map((id) => byId.get(id)?.title ?? id).join("; "),
    url: byId.get(ids[0] ?? "")?.url ?? "",
    note: [...new Set([...origins.map(({note}) => note), own.note])].join(" ")
  };
}

/** Judgement comes last. */
function byJudgement(a: string, b: string): number {
  return Number(a === "judgement") - Number(b === "judgement");
}
