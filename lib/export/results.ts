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
const good = ["text", "", "What is paid for"] as const;
const kind = [
  "text",
  "",
  "final, investment, purchase (passed on in the buyer's product), income (wages and taxes) or asset (bought before)"
] as const;
const amount = ["number", "USD/month", "What is paid"] as const;
const parties = {
  payer_sector: ["text", "", "Sector that pays"],
  payee_sector: ["text", "", "Sector that is paid"]
} as const;

/** Every payment of every month, with payer and payee. */
export const ledgerTable = recordTableOf<readonly NamedRun[]>()({
  name: "ledger",
  description: "Every payment of every month, once, with its payer and its payee.",
  fields: {
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
  },
  rows: (runs) => runs.flatMap((named) => dated(named, ledger(named.run))),
  cells: {kind: "row", row: bookRow("ledger")}
});

/** The ledger by sector and good. */
export const flowTable = recordTableOf<readonly NamedRun[]>()({
  name: "flow",
  description: "Payments between sectors by good: the ledger, added up.",
  fields: {scenario, date, ...parties, good, kind, amount},
  rows: (runs) => runs.flatMap((named) => dated(named, flows(ledger(named.run)))),
  singles: ["amount"],
  cells: {kind: "row", row: bookRow("flow")}
});

/** What every sector takes in, pays and adds. */
export const accountTable = recordTableOf<readonly NamedRun[]>()({
  name: "account",
  description: "What every sector takes in, pays and adds, month by month.",
  fields: {
    scenario,
    date,
    sector: ["text", "", "Sector"],
    inflow: ["number", "USD/month", "All that it is paid"],
    outflow: ["number", "USD/month", "All that it pays"],
    profit: ["number", "USD/month", "Inflow less outflow"],
    value_added: ["number", "USD/month", "Sales less purchases, used assets left out; over all sectors, final spending"]
  },
  rows: (runs) => runs.flatMap((named) => dated(named, accounts(ledger(named.run)))),
  cells: {kind: "row", row: bookRow("account")}
});

/** Whether the rules of accounting and matter hold. */
export const checkTable = recordTableOf<readonly NamedRun[]>()({
  name: "model_check",
  description: "Rules that must hold in every scenario and month, and how well they hold.",
  fields: {
    scenario,
    key: ["text", "", "Name of the rule"],
    rule: ["text", "", "What must be true"],
    worst: ["number", "1", "Greatest violation in any month"],
    tolerance: ["number", "1", "Violation that rounding explains"],
    passed: ["text", "", "Whether it holds: true or false"],
    where: ["text", "", "Where the greatest violation is"]
  },
  rows: (runs) => runs.flatMap(({scenario, run}) => check(run).map((result) => ({scenario, ...result})))
});

/** The scenarios. */
export const scenarioTable = recordTableOf<Iterable<Scenario>>()({
  name: "scenario",
  description: "Scenarios: assumptions that are changed together.",
  fields: {
    name: ["text", "", "Name"],
    title: ["text", "", "Title"],
    description: ["text", "", "What it assumes"],
    parent: ["text", "", "Scenario that it changes"],
    model: ["text", "", "Model that it runs: chain or readme"],
    start: ["date", "", "First month"],
    months: ["number", "month", "Months"],
    changes: ["text", "", "What it sets, parents' changes included"]
  },
  rows: (scenarios) =>
    [...scenarios].map((entry) => ({
      parent: "",
      ...entry,
      changes: entry.overrides.map(({cell, value}) => `${cell}: ${value}`).join("; ")
    }))
});

/** What the changes of each scenario add to the reference's headline figures: the amounts of a month add up. */
export const scenarioBridgeTable = recordTableOf<ScenarioBridge>()({
  name: "scenario_bridge",
  description:
    "What each changed input adds to the reference's figures: Shapley values, which add up to the difference.",
  fields: {
    scenario,
    date,
    figure: ["text", "", "Column of economy"],
    input: ["text", "", "Input that the scenario changes: table.column"],
    description: ["text", "", "What the input says"],
    amount: ["number", "", "What the change adds to the figure of the reference, in the figure's unit"]
  },
  rows: ({reference, contributions}) =>
    contributions.map(({scenario, column, month, input, amount}) => ({
      scenario,
      date: dateAt(reference, month),
      figure: reference.model.columns.get(column)!.name,
      input,
      description: reference.model.columns.get(input)?.doc ?? "All further inputs that the scenario changes",
      amount
    })),
  cells: {kind: "about", cell: "economy.{figure}", columns: []}
});

/** The reference's run, and what the changes of scenarios add to it. */
export interface ScenarioBridge {
  reference: Run;
  contributions: readonly (Contribution & {scenario: string})[];
}

/** A run with the ranges of its headline figures. */
export interface RangedRun extends NamedRun {
  ranges: readonly CellRange[];
}

/** The columns whose ranges `headlineTable` needs. */
export const headlineColumns = figures.map(({column}) => `economy.${column}`);

/** The figures that may be quoted, month by month, with their ranges. */
export const headlineTable = recordTableOf<readonly RangedRun[]>()({
  name: "headline",
  description: "The figures that may be quoted, month by month, with their 5 to 95 % ranges.",
  fields: {
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
