import {
  accounts,
  check,
  figures,
  ledger,
  type Account,
  type CheckResult,
  type Contribution,
  type Entry,
  type Scenario
} from "../model/index.js";
import {numberAt, type Run} from "../sheet/index.js";
import type {CellRange} from "../uncertainty/index.js";
import type {PublishedTable} from "./published.js";
import {recordTable} from "./records.js";
import {dateAt, type NamedRun} from "./run-tables.js";

/** Every payment of every month, with payer and payee. */
export function ledgerTable(runs: readonly NamedRun[]): PublishedTable {
  const fields = {
    scenario,
    date,
    ...parties,
    payer: ["text", "", "Who pays"],
    payee: ["text", "", "Who is paid"],
    good,
    kind,
    quantity: ["number", "", "How much of the good a month, in the unit beside it; missing where it is not counted"],
    unit: ["text", "", "Unit of the quantity"],
    amount
  } as const;
  return recordTable(
    "ledger",
    "Every payment of every month, once, with its payer and its payee.",
    fields,
    runs.flatMap((one) => dated(one, ledger(one.run)))
  );
}

/** The ledger by sector and good. */
export function flowTable(runs: readonly NamedRun[]): PublishedTable {
  const fields = {scenario, date, ...parties, good, kind, amount} as const;
  return recordTable(
    "flow",
    "Payments between sectors by good: the ledger, added up.",
    fields,
    runs.flatMap((one) => dated(one, flows(ledger(one.run)))),
    ["amount"]
  );
}

/** What every sector takes in, pays and adds. */
export function accountTable(runs: readonly NamedRun[]): PublishedTable {
  const fields = {
    scenario,
    date,
    sector: ["text", "", "Sector"],
    inflow: ["number", "USD/month", "All that it is paid"],
    outflow: ["number", "USD/month", "All that it pays"],
    profit: ["number", "USD/month", "Inflow less outflow"],
    value_added: ["number", "USD/month", "Sales less purchases; over all sectors, final spending"]
  } as const;
  const records = (one: NamedRun): (Account & Dated)[] => dated(one, accounts(ledger(one.run)));
  return recordTable(
    "account",
    "What every sector takes in, pays and adds, month by month.",
    fields,
    runs.flatMap(records)
  );
}

/** Whether the rules of accounting and matter hold. */
export function checkTable(runs: readonly NamedRun[]): PublishedTable {
  const fields = {
    scenario,
    key: ["text", "", "Name of the rule"],
    rule: ["text", "", "What must be true"],
    worst: ["number", "1", "Greatest violation in any month"],
    tolerance: ["number", "1", "Violation that rounding explains"],
    passed: ["text", "", "Whether it holds: true or false"],
    where: ["text", "", "Where the greatest violation is"]
  } as const;
  const records = ({scenario, run}: NamedRun): (CheckResult & {scenario: string})[] =>
    check(run).map((result) => ({scenario, ...result}));
  return recordTable(
    "model_check",
    "Rules that must hold in every scenario and month, and how well they hold.",
    fields,
    runs.flatMap(records)
  );
}

/** The scenarios. */
export function scenarioTable(scenarios: Iterable<Scenario>): PublishedTable {
  const fields = {
    name: ["text", "", "Name"],
    title: ["text", "", "Title"],
    description: ["text", "", "What it assumes"],
    parent: ["text", "", "Scenario that it changes"],
    model: ["text", "", "Model that it runs: chain or readme"],
    start: ["date", "", "First month"],
    months: ["number", "month", "Months"],
    changes: ["text", "", "What it sets, parents' changes included"]
  } as const;
  const records = [...scenarios].map((one) => ({
    parent: "",
    ...one,
    changes: one.overrides.map(({cell, value}) => `${cell}: ${value}`).join("; ")
  }));
  return recordTable("scenario", "Scenarios: assumptions that are changed together.", fields, records);
}

/** What the changes of each scenario add to the reference's headline figures: the amounts of a month add up. */
export function scenarioBridgeTable(
  reference: Run,
  contributions: readonly (Contribution & {scenario: string})[]
): PublishedTable {
  const fields = {
    scenario,
    date,
    figure: ["text", "", "Column of economy"],
    input: ["text", "", "Input that the scenario changes: table.column"],
    description: ["text", "", "What the input says"],
    amount: ["number", "", "What the change adds to the figure of the reference, in the figure's unit"]
  } as const;
  return recordTable(
    "scenario_bridge",
    "What each changed input adds to the reference's figures: Shapley values, which add up to the difference.",
    fields,
    contributions.map(({scenario, column, month, input, amount}) => ({
      scenario,
      date: dateAt(reference, month),
      figure: reference.model.columns.get(column)!.name,
      input,
      description: reference.model.columns.get(input)?.doc ?? "All further inputs that the scenario changes",
      amount
    }))
  );
}

/** A run with the ranges of its headline figures. */
export interface RangedRun extends NamedRun {
  ranges: readonly CellRange[];
}

/** The columns whose ranges `headlineTable` needs. */
export const headlineColumns = figures.map(({column}) => `economy.${column}`);

/** The figures that may be quoted, month by month, with their ranges. */
export function headlineTable(runs: readonly RangedRun[]): PublishedTable {
  const fields = {
    scenario,
    date,
    figure: ["text", "", "Column of economy"],
    title: ["text", "", "Name of the figure"],
    unit: ["text", "", "Unit of the values"],
    description: ["text", "", "What it says"],
    central: ["number", "", "Value at the central assumptions"],
    low: ["number", "", "5th percentile over draws of all uncertain assumptions"],
    median: ["number", "", "50th percentile"],
    high: ["number", "", "95th percentile"]
  } as const;
  return recordTable(
    "headline",
    "The figures that may be quoted, month by month, with their 5 to 95 % ranges.",
    fields,
    runs.flatMap(headlines),
    ["central", "low", "median", "high"]
  );
}

const scenario = ["text", "", "Scenario of the run"] as const;
const date = ["date", "", "Month"] as const;
const good = ["text", "", "What is paid for"] as const;
const kind = [
  "text",
  "",
  "final, investment, purchase (passed on in the buyer's product) or income (wages and taxes)"
] as const;
const amount = ["number", "USD/month", "What is paid"] as const;
const parties = {
  payer_sector: ["text", "", "Sector that pays"],
  payee_sector: ["text", "", "Sector that is paid"]
} as const;

interface Dated {
  scenario: string;
  date: string;
}

function dated<R extends {month: number}>({scenario, run}: NamedRun, records: readonly R[]): (R & Dated)[] {
  return records.map((record) => ({...record, scenario, date: dateAt(run, record.month)}));
}

function flows(entries: readonly Entry[]): Entry[] {
  const found = new Map<string, Entry>();
  for (const entry of entries) {
    const key = [entry.month, entry.payer_sector, entry.payee_sector, entry.good].join("\n");
    const before = found.get(key);
    found.set(key, {...entry, amount: (before?.amount ?? 0) + entry.amount});
  }
  return [...found.values()];
}

function headlines({scenario, run, ranges}: RangedRun) {
  return ranges.map(({column: id, month, low, median, high}) => {
    const column = run.model.columns.get(id)!;
    const {title} = figures.find((figure) => figure.column === column.name)!;
    return {
      scenario,
      date: dateAt(run, month),
      figure: column.name,
      title,
      unit: column.unit.text,
      description: column.doc,
      central: numberAt(run, id, 0, month),
      low,
      median,
      high
    };
  });
}
