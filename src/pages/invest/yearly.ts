import {monthly} from "../../lib/finance/appraise.js";
import type {Run} from "../../lib/sheet/run.js";
import type {Grid, GridColumn} from "../../components/figure/grid.js";
import {madeOf, ofProject} from "./inspected.js";

/** The lines of a project's statement, in their order: costs and payments are negative. */
const lines: readonly [title: string, column: string, sign: 1 | -1][] = [
  ["revenue", "revenue", 1],
  ["electricity", "electricity_cost", -1],
  ["water", "water_cost", -1],
  ["colocation rent", "colocation_rent", -1],
  ["facility operation", "operation_cost", -1],
  ["property tax", "property_tax", -1],
  ["engineers", "staff_cost", -1],
  ["licences", "licence_cost", -1],
  ["maintenance", "maintenance_cost", -1],
  ["insurance", "insurance_cost", -1],
  ["sales and administration", "overhead", -1],
  ["EBITDA", "ebitda", 1],
  ["depreciation", "depreciation", -1],
  ["gain on disposal", "sale_gain", 1],
  ["EBIT", "ebit", 1],
  ["interest", "interest", -1],
  ["tax", "tax", -1],
  ["net income", "net_income", 1],
  ["capital expenditure", "purchases", -1],
  ["book value of disposals", "disposals", 1],
  ["prepayments received", "prepayments", 1],
  ["prepayments delivered", "prepayment_credit", -1],
  ["change in receivables", "receivables_change", -1],
  ["loan drawdown", "draws", 1],
  ["loan repayment", "repayments", -1],
  ["cash flow to equity", "owners_cash_flow", 1]
];

/** Income statement and cash flow by year, M USD of 2026; lines that are 0 throughout are left out. */
export function statementByYear(run: Run): Grid {
  const used = lines
    .map(([title, column, sign]) => ({
      title,
      column,
      sign,
      years: yearly(run, column).map((value) => (sign * value) / 1e6 + 0)
    }))
    .filter(({years}) => years.some((value) => value !== 0));
  const years = Array.from(used[0]?.years ?? [], (_, year): GridColumn => ({
    name: `year ${year + 1}`,
    type: "number",
    unit: "M USD",
    description: "",
    values: used.map((line) => Number(line.years[year]!.toFixed(3)))
  }));
  const names = {name: "line", type: "text" as const, unit: "", description: "", values: used.map(({title}) => title)};
  const origin: Grid["origin"] = (row, name) => {
    const year = years.findIndex((column) => column.name === name);
    const months = Array.from({length: Math.min(12, run.months - 12 * year)}, (_, month) => 12 * year + month);
    const {title, column, sign} = used[row]!;
    const words = `${title} in ${name} is the sum of${sign < 0 ? " these payments" : ""}:`;
    return year < 0 ? undefined : madeOf(words, ...months.map((month) => ofProject(column, month)));
  };
  return {columns: [names, ...years], length: used.length, origin};
}

/** Every line month by month with the balance sheet, USD of 2026, as it is exported. */
export function statementByMonth(run: Run): Grid {
  const {columns: columnsOf} = run.model;
  const names = [
    ...lines.map(([, column]) => column),
    "book_value",
    "receivables",
    "deferred",
    "debt",
    "losses",
    "balloon_due",
    "refinanced",
    "balloon_paid",
    "unpaid_debt"
  ].filter(unique);
  const months: GridColumn = {
    name: "month",
    type: "number",
    unit: "month",
    description: "Months since the first payment",
    values: monthly(run, "month")
  };
  const columns = names.map((name): GridColumn => {
    const {unit, doc} = columnsOf.get(`project.${name}`)!;
    return {name, type: "number", unit: unit.text, description: doc, values: monthly(run, name)};
  });
  return {columns: [months, ...columns], length: run.months};
}

function unique<T>(value: T, index: number, all: readonly T[]): boolean {
  return all.indexOf(value) === index;
}

function yearly(run: Run, column: string): number[] {
  const values = monthly(run, column);
  return Array.from({length: Math.ceil(run.months / 12)}, (_, year) =>
    values.slice(12 * year, 12 * (year + 1)).reduce((sum, value) => sum + value, 0)
  );
}
