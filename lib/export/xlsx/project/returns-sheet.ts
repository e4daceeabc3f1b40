import type {NamedRange} from "hucre";
import type {WriteSheet} from "hucre/xlsx";
import {monthly, monthlyRate, only, type Appraisal, type ProjectRuns} from "../../../finance/index.js";
import {styles} from "../styles.js";
import {cellsOf, type Range} from "./place.js";

const RETURNS = "Returns";
const FIRST = 2;

/** A named figure of the returns sheet. */
interface Figure {
  name: string;
  label: string;
  unit: string;
  formula: string;
  value: number | undefined;
}

/** Returns, debt cover and cost of a project. Every figure is a formula with a name. */
export function returnsSheet(figures: readonly Figure[]): WriteSheet {
  const heading = ["Figure", "Name", "Value", "Unit"].map((value) => ({value, style: styles.name}));
  const rows = figures.map(({label, name, unit, formula, value}) => [
    {value: label},
    {value: name},
    {formula, style: FIGURE, ...(value !== undefined && {formulaResult: value})},
    {value: unit}
  ]);
  const columns = [44, 24, 20, 16].map((width) => ({width}));
  return {name: RETURNS, columns, rows: [], cells: cellsOf([heading, ...rows]), freezePane: {rows: 1}};
}

/** Rates and ratios with four decimals, money with none. */
const FIGURE = {numFmt: "[>=1000]#,##0;[<=-1000]-#,##0;0.0000"};

/** The names of the figures. */
export function figureNames(figures: readonly Figure[]): NamedRange[] {
  return figures.map(({name}, i) => ({name, range: `'${RETURNS}'!$C$${FIRST + i}`}));
}

/** The figures of the returns sheet. `months`, `cash` and `years` name the columns behind them. */
export function figuresOf(runs: ProjectRuns, appraisal: Appraisal, months: Range, cash: Range, years: Range): Figure[] {
  const first = (name: string): number => monthly(runs.run, name)[0]!;
  const sheets = {months, cash, years, owners: cash("owners_cash_flow"), first, appraisal};
  return [rates, returns, capital, loan, cost].flatMap((part) => part(sheets));
}

/** Inputs of the figures: column names, cash flow to equity, values of the first month, and the appraisal. */
interface Sheets {
  months: Range;
  cash: Range;
  years: Range;
  owners: string;
  first: (name: string) => number;
  appraisal: Appraisal;
}

/** Monthly rates, for discounting. */
function rates({months, first}: Sheets): Figure[] {
  return [
    {
      name: "Cost_of_equity",
      label: "Cost of equity",
      unit: "1/yr",
      formula: `INDEX(${months("cost_of_equity")},1)`,
      value: first("cost_of_equity")
    },
    {
      name: "Equity_rate_month",
      label: "Cost of equity, a month",
      unit: "1/month",
      formula: "(1+Cost_of_equity)^(1/12)-1",
      value: monthlyRate(first("cost_of_equity"))
    },
    {
      name: "Capital_rate_month",
      label: "Cost of capital, a month",
      unit: "1/month",
      formula: `(1+INDEX(${months("discount_rate")},1))^(1/12)-1`,
      value: monthlyRate(first("discount_rate"))
    }
  ];
}

/** Rates of return and net present values. */
function returns({cash, years, owners, appraisal}: Sheets): Figure[] {
  return [
    {
      name: "Sign_changes",
      label: "Changes of sign in yearly cash flow to equity: with more than one, several IRRs are possible",
      unit: "1",
      formula: `SUM(${years("change")})`,
      value: undefined
    },
    {
      name: "Equity_IRR",
      label: "Equity IRR; #N/A if there is none, or there may be several",
      unit: "1/yr",
      formula: `IF(AND(Sign_changes=1,INDEX(${years("sign")},1)<0),${irr(owners, years("owners_cash_flow"))},NA())`,
      value: known(only(appraisal.irr))
    },
    {
      name: "Project_IRR",
      label: "Project IRR, without a loan",
      unit: "1/yr",
      formula: irr(cash("unlevered_cash_flow"), years("unlevered_cash_flow")),
      value: known(only(appraisal.unlevered_irr))
    },
    {
      name: "Equity_NPV",
      label: "NPV of equity, at the cost of equity",
      unit: "USD",
      formula: npv("Equity_rate_month", owners),
      value: appraisal.npv
    },
    {
      name: "Project_NPV",
      label: "NPV before financing, at the cost of capital",
      unit: "USD",
      formula: npv("Capital_rate_month", cash("unlevered_cash_flow")),
      value: appraisal.unlevered_npv
    }
  ];
}

/** Capital paid in, and when it is recovered. */
function capital({cash, owners, appraisal}: Sheets): Figure[] {
  return [
    {
      name: "Invested_multiple",
      label: "Multiple on invested capital",
      unit: "1",
      formula: `SUMIF(${owners},">0")/-SUMIF(${owners},"<0")`,
      value: known(appraisal.moic)
    },
    {
      name: "Payback_years",
      label: "Payback",
      unit: "yr",
      formula: payback(cash("cumulative"), owners, cash("month")),
      value: known(appraisal.payback)
    },
    {
      name: "Discounted_payback_years",
      label: "Payback at the cost of equity",
      unit: "yr",
      formula: payback(cash("discounted_cumulative"), cash("discounted"), cash("month")),
      value: known(appraisal.discounted_payback)
    },
    {
      name: "Owners_money",
      label: "Maximum capital paid in",
      unit: "USD",
      formula: `-MIN(0,MIN(${cash("cumulative")}))`,
      value: appraisal.owners_money
    }
  ];
}

/** The loan, and how well cash covers its service. */
function loan({months, cash, first, appraisal: {cover}}: Sheets): Figure[] {
  return [
    {
      name: "Loan_amount",
      label: "Loan",
      unit: "USD",
      formula: `INDEX(${months("loan_amount")},1)`,
      value: first("loan_amount")
    },
    {
      name: "Minimum_DSCR",
      label: "Minimum monthly debt service coverage",
      unit: "1",
      formula: `IF(COUNT(${cash("dscr")})=0,NA(),MIN(${cash("dscr")}))`,
      value: known(cover.least)
    },
    {
      name: "Average_DSCR",
      label: "Mean debt service coverage",
      unit: "1",
      formula:
        `IF(SUM(${cash("debt_service")})=0,NA(),` +
        `SUMIFS(${cash("cash_available")},${cash("debt_service")},">0")/SUM(${cash("debt_service")}))`,
      value: known(cover.average)
    },
    {
      name: "Covenant_breaches",
      label: "Months below the covenant",
      unit: "month",
      formula: `COUNTIF(${cash("dscr")},"<"&in_minimum_dscr)`,
      value: cover.breaches.length
    }
  ];
}

/** The cost of a GPU-hour. */
function cost({cash, appraisal}: Sheets): Figure[] {
  return [
    {
      name: "Levelised_cost",
      label: "Levelised cost of a GPU-hour, before overhead",
      unit: "USD/GPU-hour",
      formula:
        `IF(SUM(${cash("levelised_hours")})=0,NA(),` +
        `(${npv("Capital_rate_month", cash("levelised_cost"))})/` +
        `(${npv("Capital_rate_month", cash("levelised_hours"))}))`,
      value: known(appraisal.levelised_cost)
    }
  ];
}

function known(value: number): number | undefined {
  return Number.isFinite(value) ? value : undefined;
}

/**
 * The yearly rate of monthly amounts, searched from that of the yearly ones, which is itself searched from below zero,
 * too.
 */
function irr(months: string, years: string): string {
  const near = `IFERROR(IRR(${years},0.1),IFERROR(IRR(${years},-0.3),IRR(${years},-0.6)))`;
  return `(1+IRR(${months},(1+${near})^(1/12)-1))^12-1`;
}

/** The present value of amounts at a monthly rate; the first amount is not discounted. */
function npv(rate: string, amounts: string): string {
  return `NPV(${rate},${amounts})*(1+${rate})`;
}

/** Years until the cumulative sum turns positive for good, interpolated within the month. */
function payback(sums: string, amounts: string, months: string): string {
  const last = `SUMPRODUCT(MAX((${sums}<0)*(${months}+1)))`;
  return (
    `IF(${last}=0,0,IF(${last}=ROWS(${sums}),NA(),` +
    `(${last}-1-INDEX(${sums},${last})/INDEX(${amounts},${last}+1))/12))`
  );
}
