import {
  accounts,
  bookRow,
  check,
  figures,
  ledger,
  type Contribution,
  type Entry,
  type Scenario
} from "../model/index.js";
import {numberAt, type Run} from "../sheet/index.js";
import type {CellRange} from "../uncertainty/index.js";
import {recordTableOf} from "./records.js";
import {dateAt, type NamedRun} from "./run-tables.js";

const scenario = ["text", "", "Scenario of the run"] as const;
const date = ["date", "", "Month"] as const;
const good = ["text", "", "Good or service paid for"] as const;
const kind = [
  "text",
  "",
  "final, investment, purchase (passed on in the buyer's product), income (wages and taxes) or asset (bought before)"
] as const;
const amount = ["number", "USD/month", "Amount paid"] as const;
const parties = {
  payer_sector: ["text", "", "Sector that pays"],
  payee_sector: ["text", "", "Sector that receives the payment"]
} as const;

/** Every payment of every month, with payer and payee. */
export const ledgerTable = recordTableOf<readonly NamedRun[]>()({
  name: "ledger",
  description: "Every payment of every month, once, with its payer and its payee.",
  fields: {
    scenario,
    date,
    ...parties,
    payer: ["text", "", "Company or group that pays"],
    payee: ["text", "", "Company or group that receives the payment"],
    good,
    kind,
    quantity: ["number", "", "Quantity of the good a month, in unit; missing where it is not measured"],
    unit: ["text", "", "Unit of the quantity"],
    amount
  },
  rows: (runs) => runs.flatMap((named) => dated(named, ledger(named.run))),
  cells: {kind: "row", row: bookRow("ledger")}
});

/** The ledger totalled by sector and good. */
export const flowTable = recordTableOf<readonly NamedRun[]>()({
  name: "flow",
  description: "Payments between sectors by good: totals of the ledger.",
  fields: {scenario, date, ...parties, good, kind, amount},
  rows: (runs) => runs.flatMap((named) => dated(named, flows(ledger(named.run)))),
  singles: ["amount"],
  cells: {kind: "row", row: bookRow("flow")}
});

/** Income, payments and value added of every sector. */
export const accountTable = recordTableOf<readonly NamedRun[]>()({
  name: "account",
  description: "Income, payments and value added of every sector, month by month.",
  fields: {
    scenario,
    date,
    sector: ["text", "", "Sector"],
    inflow: ["number", "USD/month", "Total income"],
    outflow: ["number", "USD/month", "Total payments"],
    profit: ["number", "USD/month", "Inflow less outflow"],
    value_added: [
      "number",
      "USD/month",
      "Sales less purchases, without used assets; totals final demand over all sectors"
    ]
  },
  rows: (runs) => runs.flatMap((named) => dated(named, accounts(ledger(named.run)))),
  cells: {kind: "row", row: bookRow("account")}
});

/** Whether the accounting and conservation rules hold. */
export const checkTable = recordTableOf<readonly NamedRun[]>()({
  name: "model_check",
  description: "Rules that must hold in every scenario and month, and how well they hold.",
  fields: {
    scenario,
    key: ["text", "", "Name of the rule"],
    rule: ["text", "", "Statement of the rule"],
    worst: ["number", "1", "Largest violation in any month"],
    tolerance: ["number", "1", "Violation explained by rounding"],
    passed: ["text", "", "Whether it holds: true or false"],
    where: ["text", "", "Where the largest violation occurs"]
  },
  rows: (runs) => runs.flatMap(({scenario, run}) => check(run).map((result) => ({scenario, ...result})))
});

/** The scenarios. */
export const scenarioTable = recordTableOf<Iterable<Scenario>>()({
  name: "scenario",
  description: "Scenarios: sets of changed assumptions.",
  fields: {
    name: ["text", "", "Name"],
    title: ["text", "", "Title"],
    description: ["text", "", "What the scenario assumes"],
    parent: ["text", "", "Base scenario"],
    model: ["text", "", "Model: chain or readme"],
    start: ["date", "", "First month"],
    months: ["number", "month", "Months"],
    changes: ["text", "", "Changes, including those of base scenarios"]
  },
  rows: (scenarios) =>
    [...scenarios].map((entry) => ({
      parent: "",
      ...entry,
      changes: entry.overrides.map(({cell, value}) => `${cell}: ${value}`).join("; ")
    }))
});

/**
 * Contributions of each scenario's changes to the differences from the reference's headline figures; those of a month
 * sum to the difference.
 */
export const scenarioBridgeTable = recordTableOf<ScenarioBridge>()({
  name: "scenario_bridge",
  description: "Contribution of each changed input to the differences from the reference: Shapley values.",
  fields: {
    scenario,
    date,
    figure: ["text", "", "Column of economy"],
    input: ["text", "", "Input that the scenario changes: table.column"],
    description: ["text", "", "Description of the input"],
    amount: ["number", "", "Contribution of the change to the difference, in the figure's unit"]
  },
  rows: ({reference, contributions}) =>
    contributions.map(({scenario, column, month, input, amount}) => ({
      scenario,
      date: dateAt(reference, month),
      figure: reference.model.columns.get(column)!.name,
      input,
      description: reference.model.columns.get(input)?.doc ?? "All other inputs that the scenario changes",
      amount
    })),
  cells: {kind: "about", cell: "economy.{figure}", columns: []}
});

/** The reference's run, and the contributions of scenarios' changes to the differences from it. */
export interface ScenarioBridge {
  reference: Run;
  contributions: readonly (Contribution & {scenario: string})[];
}

/** A run with the ranges of its headline figures. */
export interface RangedRun extends NamedRun {
  ranges: readonly CellRange[];
}

/** The columns for which `headlineTable` needs ranges. */
export const headlineColumns = figures.map(({column}) => `economy.${column}`);

/** The headline figures, month by month, with their ranges. */
export const headlineTable = recordTableOf<readonly RangedRun[]>()({
  name: "headline",
  description: "The headline figures, month by month, with their 90 % ranges.",
  fields: {
    scenario,
    date,
    figure: ["text", "", "Column of economy"],
    title: ["text", "", "Name of the figure"],
    unit: ["text", "", "Unit of the values"],
    description: ["text", "", "Description of the figure"],
    central: ["number", "", "Value in the central case"],
    low: ["number", "", "5th percentile over draws of all uncertain assumptions"],
    median: ["number", "", "50th percentile"],
    high: ["number", "", "95th percentile"]
  },
  rows: (runs) => runs.flatMap(headlines),
  singles: ["central", "low", "median", "high"],
  cells: {kind: "about", cell: "economy.{figure}", columns: ["central"]}
});

interface Dated {
  scenario: string;
  date: string;
}

function dated<R extends {month: number}>({scenario, run}: NamedRun, records: readonly R[]): (R & Dated)[] {
  return records.map((record) => ({...record, scenario, date: dateAt(run, record.month)}));
}

function flows(entries: readonly Entry[]): Entry[] {
  const totals = new Map<string, Entry>();
  for (const entry of entries) {
    const key = [entry.month, entry.payer_sector, entry.payee_sector, entry.good].join("\n");
    const before = totals.get(key);
    totals.set(key, {...entry, amount: (before?.amount ?? 0) + entry.amount});
  }
  return [...totals.values()];
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
