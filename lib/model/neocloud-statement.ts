import type {Table} from "../sheet/index.js";
import {funded, taxed, type Funded, type Taxed} from "./books.js";
import {neocloud, type Neocloud} from "./neocloud.js";
import {table} from "./parameter.js";
import {tranche} from "./tranche.js";

/** A neocloud's month as its accounts show it. It owns its hardware and buildings, and owes a part of them. */
export interface NeocloudStatement extends Taxed, Funded {
  neocloud: Neocloud;
  capital_premium: number;
  life_extension: number;
  hardware: number;
  fitting_hardware: number;
  building: number;
  unfinished_building: number;
  chip_purchases: number;
  system_purchases: number;
  it_capacity: number;
  site_power: number;
  resale_ratio: number;
  loan_rate: number;
  lent_share: number;
  lent_tenor: number;
  cost_of_equity: number;

  revenue: number;
  electricity_cost: number;
  water_cost: number;
  colocation_rent: number;
  operation_cost: number;
  staff_cost: number;
  licence_cost: number;
  maintenance_cost: number;
  insurance_cost: number;
  property_tax: number;
  overhead: number;
  ebitda: number;
  depreciation: number;
  hall_depreciation: number;
  ebit: number;
  disposal_gain: number;
  interest: number;

  last_receivables: number;
  receivables: number;
  receivables_change: number;
  operating_cash_flow: number;
  hardware_purchases: number;
  building_purchases: number;
  disposals: number;
  investing_cash_flow: number;
  draws: number;
  repayments: number;
  lending_cash_flow: number;

  book_value: number;
  assets: number;
  debt: number;
  hall_debt: number;
  liabilities: number;
  start_book: number;
  start_debt: number;

  last_debt: number;
  debt_service: number;
  dscr: number;
  covenant_breach: number;
  nominal_interest: number;
  interest_share: number;
  ebitda_margin: number;
}

export const neocloudStatement: Table<NeocloudStatement> = table<NeocloudStatement>(
  "neocloud_statement",
  "Income statement, cash flow and balance sheet of each neocloud, month by month, in 2026 USD.",
  (words) => {
    const {ref, lookup, lookups, formula, rollup, sums, previous} = words;
    return {
      neocloud: ref(() => neocloud, "Company"),
      ...lookups("neocloud", "capital_premium", "life_extension", "hardware", "fitting_hardware", "building"),
      unfinished_building: lookup("neocloud", "unfinished_building"),
      ...lookups("neocloud", "chip_purchases", "system_purchases", "it_capacity", "site_power", "resale_ratio"),
      ...lookups("neocloud", "loan_rate", "lent_share", "lent_tenor"),
      cost_of_equity: formula(
        "1/yr",
        "Cost of equity, derived from the cost of capital and the loan rate",
        (n, p) => (p.cost_of_capital + n.capital_premium - p.debt_share * n.loan_rate) / (1 - p.debt_share)
      ),

      ...lookups("neocloud", "revenue", "electricity_cost", "water_cost", "colocation_rent", "operation_cost"),
      ...lookups("neocloud", "staff_cost", "licence_cost", "maintenance_cost", "insurance_cost", "property_tax"),
      ...lookups("neocloud", "overhead"),
      ebitda: formula(
        "USD/month",
        "Earnings before interest, tax and depreciation",
        (n) =>
          n.revenue -
          n.electricity_cost -
          n.water_cost -
          n.colocation_rent -
          n.operation_cost -
          n.staff_cost -
          n.licence_cost -
          n.maintenance_cost -
          n.insurance_cost -
          n.property_tax -
          n.overhead
      ),
      ...sums(() => tranche, "depreciation", "hall_depreciation"),
      ebit: formula("USD/month", "Earnings before interest and tax", (n) => n.ebitda - n.depreciation),
      interest: rollup(() => tranche, "interest", "sum"),
      disposal_gain: rollup(() => tranche, "disposal_gain", "sum"),
      profit_before_tax: formula(
        "USD/month",
        "Earnings after interest, with what assets sold brought above their book value",
        (n) => n.ebit + n.disposal_gain - n.interest
      ),
      taxable_income: formula("USD/month", "Profit on which tax is due: that of the books", (c) => c.profit_before_tax),
      ...taxed(words),

      last_receivables: previous("receivables", "receivables", "Receivables from customers at the end of last month"),
      receivables: formula("USD", "Receivables from customers", (n, p) => n.revenue * p.payment_term),
      receivables_change: formula(
        "USD/month",
        "Change in receivables",
        (n, p) => (n.receivables - n.last_receivables) / p.step
      ),
      operating_cash_flow: formula(
        "USD/month",
        "Cash from operation, after interest and tax",
        (n) => n.net_income + n.depreciation - n.disposal_gain - n.receivables_change
      ),
      hardware_purchases: formula(
        "USD/month",
        "Payments for accelerators, servers, network and storage",
        (n) => n.chip_purchases + n.system_purchases
      ),
      building_purchases: lookup("neocloud", "building_purchases"),
      disposals: rollup(() => tranche, "disposals", "sum"),
      investing_cash_flow: formula(
        "USD/month",
        "Disposal proceeds less capital expenditure",
        (n) => n.disposals - n.hardware_purchases - n.building_purchases
      ),
      ...sums(() => tranche, "draws", "repayments"),
      lending_cash_flow: formula("USD/month", "Loan drawdown less repayment", (n) => n.draws - n.repayments),
      outlays: formula(
        "USD/month",
        "Monthly outlays: running costs and debt service",
        (n) => n.revenue - n.ebitda + n.debt_service
      ),
      cash_flow_before_owners: formula(
        "USD/month",
        "Cash from operation, investment and lenders",
        (n) => n.operating_cash_flow + n.investing_cash_flow + n.lending_cash_flow
      ),
      ...funded(words),

      book_value: rollup(() => tranche, "book_value", "sum"),
      assets: formula(
        "USD",
        "Total assets: cash, receivables, hardware and buildings",
        (n) => n.cash + n.receivables + n.book_value
      ),
      ...sums(() => tranche, "debt", "hall_debt"),
      liabilities: formula("USD", "Debt owed to lenders", (n) => n.debt),
      ...sums(() => tranche, "start_book", "start_debt"),
      start_equity: formula(
        "USD",
        "Initial equity: assets less debt",
        (n) => n.start_cash + n.last_receivables + n.start_book - n.start_debt
      ),

      last_debt: rollup(() => tranche, "last_debt", "sum"),
      debt_service: formula("USD/month", "Interest and repayment", (n) => n.interest + n.repayments),
      dscr: formula(
        "1",
        "Debt service coverage: earnings before depreciation, after tax, over debt service",
        (n) => (n.ebitda - n.tax) / n.debt_service
      ),
      covenant_breach: formula(
        "1",
        "1 in a month in which coverage of the whole company is below what lenders ask of a loan; 0 without debt",
        (n, p) => (n.debt_service > 0 ? (n.dscr < p.minimum_dscr ? 1 : 0) : 0)
      ),
      nominal_interest: formula(
        "USD/month",
        "Interest as lenders state it, inflation included",
        (n, p) => n.interest + n.last_debt * p.inflation
      ),
      interest_share: formula("1", "Nominal interest as a share of revenue", (n) => n.nominal_interest / n.revenue),
      ebitda_margin: formula("1", "EBITDA as a share of revenue", (n) => n.ebitda / n.revenue)
    };
  }
);
