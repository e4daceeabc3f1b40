import {monthly, type ProjectRuns} from "../../../finance/index.js";
import {FIRST} from "../layout.js";
import {CASH} from "./cash-sheet.js";
import {lettersOf, type Range, type Series} from "./place.js";

/** Name of the yearly sheet. */
export const YEARS = "Years";

/** Monthly columns that are summed by year, and the sheets that hold them. */
const sums = [
  ["revenue", "Project"],
  ["cost_before_overhead", "Project"],
  ["overhead", "Project"],
  ["ebitda", "Project"],
  ["depreciation", "Project"],
  ["ebit", "Project"],
  ["interest", "Project"],
  ["tax", "Project"],
  ["net_income", "Project"],
  ["purchases", "Project"],
  ["sale", "Project"],
  ["prepayments", "Project"],
  ["draws", "Project"],
  ["repayments", "Project"],
  ["debt_service", CASH],
  ["owners_cash_flow", CASH],
  ["unlevered_cash_flow", CASH]
] as const;

const balances = ["book_value", "receivables", "debt"] as const;

/** The statements, loan and returns of a project by year. `months` and `cash` name the columns behind them. */
export function yearSeries(runs: ProjectRuns, months: Range, cash: Range): Series[] {
  const count = Math.ceil(runs.run.months / 12);
  const years = Array.from({length: count}, (_, year) => year);
  const inYear = (row: number): string => `${cash("year")},$A${row}`;
  const added = (values: readonly number[]): number[] =>
    years.map((year) => values.slice(12 * year, 12 * (year + 1)).reduce((sum, value) => sum + value, 0));
  const columns = sums.map(([name, sheet]): Series => ({
    name,
    unit: "USD",
    doc: `Sum of the months' ${name.replaceAll("_", " ")}`,
    formula: (row) => `SUMIFS(${(sheet === CASH ? cash : months)(name)},${inYear(row)})`,
    values: sheet === "Project" ? added(monthly(runs.run, name)) : years.map(() => undefined)
  }));
  const computed = years.map(() => undefined);
  const own = (name: string, row: number): string => `${lettersOf(series)(name)}${row}`;
  const series: Series[] = [
    {
      name: "year",
      unit: "1",
      doc: "Year of the project",
      formula: () => `ROW()-${FIRST - 1}`,
      values: years.map((year) => year + 1)
    },
    ...columns,
    {
      name: "dscr",
      unit: "1",
      doc: "Debt service coverage: cash available in months with debt service, over debt service",
      formula: (row) =>
        `IF(${own("debt_service", row)}>0,SUMIFS(${cash("cash_available")},${inYear(row)},` +
        `${cash("debt_service")},">0")/${own("debt_service", row)},"")`,
      values: computed
    },
    {
      name: "sign",
      unit: "1",
      doc: "Sign of cash flow to equity; where that is zero, the sign of the year before",
      formula: (row) =>
        `IF(${own("owners_cash_flow", row)}=0,N(${own("sign", row - 1)}),SIGN(${own("owners_cash_flow", row)}))`,
      values: computed
    },
    {
      name: "change",
      unit: "1",
      doc: "1 where the sign of cash flow to equity changes",
      formula: (row) => `IF(AND(N(${own("sign", row - 1)})<>0,${own("sign", row)}<>N(${own("sign", row - 1)})),1,0)`,
      values: computed
    },
    ...balances.map((name): Series => ({
      name,
      unit: "USD",
      doc: "At the end of the year",
      formula: (row) => `INDEX(${months(name)},MIN(12*$A${row},ROWS(${months(name)})))`,
      values: years.map((year) => monthly(runs.run, name)[Math.min(12 * (year + 1), runs.run.months) - 1])
    }))
  ];
  return series;
}
