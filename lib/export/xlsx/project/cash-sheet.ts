import {cumulative, monthly, monthlyRate, type Appraisal, type ProjectRuns} from "../../../finance/index.js";
import {pow} from "../../../sheet/power.js";
import {lettersOf, type Series} from "./place.js";

/** The formula of a cell in the same row of another column of the project's monthly sheets. */
export type ColumnOf = (sheet: "Project" | "Unlevered", column: string, row: number | string) => string;

/** Name of the cash sheet. */
export const CASH = "Cash";

/** The monthly series behind the returns. */
export function cashSeries({run, unlevered}: ProjectRuns, {cover}: Appraisal, of: ColumnOf): Series[] {
  const column = (name: string): number[] => monthly(run, name);
  const [owners, operating, service] = [column("owners_cash_flow"), column("operating"), column("debt_service")];
  const rate = monthlyRate(column("cost_of_equity")[0]!);
  const discounted = owners.map((amount, month) => amount * pow(1 + rate, -month));
  const kept = 1 - column("neocloud_overhead")[0]!;
  const [costs, purchases, sales] = [column("cost_before_overhead"), column("purchases"), column("sale")];
  const project = (name: string) => (row: number) => of("Project", name, row);
  const own = (name: string, row: number): string => `${lettersOf(series)(name)}${row}`;
  const sumUp = (from: string, to: string) => (row: number) => `${own(from, row)}+N(${own(to, row - 1)})`;
  const series: Series[] = [
    {
      name: "month",
      unit: "month",
      doc: "Months since the first payment",
      formula: project("month_no"),
      values: owners.map((_, month) => month)
    },
    {
      name: "year",
      unit: "1",
      doc: "Year of the project: the first twelve months are 1",
      formula: (row) => `INT(${own("month", row)}/12)+1`,
      values: owners.map((_, month) => Math.floor(month / 12) + 1)
    },
    {
      name: "owners_cash_flow",
      unit: "USD",
      doc: "Cash flow to equity: distributions positive, contributions negative",
      formula: project("owners_cash_flow"),
      values: owners
    },
    {
      name: "cumulative",
      unit: "USD",
      doc: "Cumulative cash flow to equity",
      formula: sumUp("owners_cash_flow", "cumulative"),
      values: cumulative(owners)
    },
    {
      name: "discounted",
      unit: "USD",
      doc: "Cash flow to equity discounted at the cost of equity; the first month is not discounted",
      formula: (row) => `${own("owners_cash_flow", row)}*(1+Equity_rate_month)^-${own("month", row)}`,
      values: discounted
    },
    {
      name: "discounted_cumulative",
      unit: "USD",
      doc: "Cumulative discounted cash flow",
      formula: sumUp("discounted", "discounted_cumulative"),
      values: cumulative(discounted)
    },
    {
      name: "unlevered_cash_flow",
      unit: "USD",
      doc: "Project cash flow without a loan",
      formula: (row) => of("Unlevered", "owners_cash_flow", row),
      values: monthly(unlevered, "owners_cash_flow")
    },
    {
      name: "cash_available",
      unit: "USD",
      doc: "Cash available for debt service",
      formula: project("cash_available"),
      values: column("cash_available")
    },
    {
      name: "debt_service",
      unit: "USD",
      doc: "Debt service from the opening on, for the covenant test",
      formula: (row) => `IF(${of("Project", "operating", row)}>0,${of("Project", "debt_service", row)},0)`,
      values: service.map((due, month) => (operating[month]! > 0 ? due : 0))
    },
    {
      name: "dscr",
      unit: "1",
      doc: "Debt service coverage: cash available over debt service; empty without debt service",
      formula: (row) =>
        `IF(${own("debt_service", row)}>0,${own("cash_available", row)}/${own("debt_service", row)},"")`,
      values: cover.ratios.map((ratio) => (Number.isNaN(ratio) ? undefined : ratio))
    },
    {
      name: "levelised_cost",
      unit: "USD",
      doc: "Costs in the levelised cost: running cost before overhead, plus purchases, less disposal proceeds",
      formula: (row) =>
        `${of("Project", "cost_before_overhead", row)}+${of("Project", "purchases", row)}` +
        `-${of("Project", "sale", row)}`,
      values: costs.map((cost, month) => cost + purchases[month]! - sales[month]!)
    },
    {
      name: "levelised_hours",
      unit: "GPU-hour",
      doc: "GPU-hours sold, net of overhead's share of revenue",
      formula: (row) => `${of("Project", "sold_hours", row)}*(1-in_neocloud_overhead)`,
      values: column("sold_hours").map((hours) => hours * kept)
    }
  ];
  return series;
}
