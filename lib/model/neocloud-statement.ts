import type {Table} from "../sheet/index.js";
import {funded, taxed, type Funded, type Taxed} from "./books.js";
import {neocloud, type Neocloud} from "./neocloud.js";
import {table} from "./parameter.js";
import {tranche} from "./tranche.js";

/** A neocloud's month as its accounts show it. It owns its hardware and buildings, and owes a part of them. */
export interface NeocloudStatement extends Taxed, Funded {
  neocloud: Neocloud;
  capital_premium: number;
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
  planned_life: number;
  opening_loans: number;
  opening_instalment: number;
  past_loans: number;
  hardware_retired: number;
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
  loan_interest: number;
  interest: number;

  last_receivables: number;
  receivables: number;
  receivables_change: number;
  operating_cash_flow: number;
  hardware_purchases: number;
  building_purchases: number;
  start_equipped: number;
  last_equipped: number;
  equipped: number;
  last_replaced: number;
  replaced: number;
  disposals: number;
  investing_cash_flow: number;
  draws: number;
  repayments: number;
  prepaid: number;
  redeemed: number;
  lending_cash_flow: number;

  book_value: number;
  assets: number;
  loans: number;
  last_loans: number;
  start_notes: number;
  last_notes: number;
  notes: number;
  note_interest: number;
  debt: number;
  tranche_hall_debt: number;
  hall_book: number;
  hall_debt: number;
  liabilities: number;
  start_book: number;
  start_loans: number;

  debt_service: number;
  last_excess: number;
  excess: number;
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
      ...lookups("neocloud", "capital_premium", "planned_life", "hardware", "fitting_hardware", "building"),
      unfinished_building: lookup("neocloud", "unfinished_building"),
      ...lookups("neocloud", "chip_purchases", "system_purchases", "it_capacity", "site_power", "resale_ratio"),
      ...lookups("neocloud", "loan_rate", "lent_share", "lent_tenor", "hardware_retired"),
      ...lookups("neocloud", "opening_loans", "opening_instalment", "past_loans"),
      cost_of_equity: formula(
        "1/yr",
        "Cost of equity in what it buys, derived from the cost of capital, the loan rate and the share that is lent",
        (n, p) => (p.cost_of_capital + n.capital_premium - n.lent_share * n.loan_rate) / (1 - n.lent_share)
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
      note_interest: formula(
        "USD/month",
        "Real interest on notes",
        (n, p) => n.last_notes * (p.note_rate - p.inflation)
      ),
      loan_interest: rollup(() => tranche, "interest", "sum"),
      interest: formula("USD/month", "Real interest on loans and notes", (n) => n.loan_interest + n.note_interest),
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
      start_equipped: formula("USD", "Purchase price of the initial hardware", (n) => n.hardware + n.fitting_hardware),
      last_equipped: previous("equipped", "start_equipped", "Purchase price of all hardware bought by last month"),
      equipped: formula(
        "USD",
        "Purchase price of all hardware bought, also what has been retired since",
        (n, p) => n.last_equipped + n.hardware_purchases * p.step
      ),
      last_replaced: previous("replaced", 0, "Purchase price of the hardware retired by last month"),
      replaced: formula(
        "USD",
        "Purchase price of the hardware retired since the first month",
        (n, p) => n.last_replaced + n.hardware_retired * p.step
      ),
      disposals: rollup(() => tranche, "disposals", "sum"),
      investing_cash_flow: formula(
        "USD/month",
        "Disposal proceeds less capital expenditure",
        (n) => n.disposals - n.hardware_purchases - n.building_purchases
      ),
      ...sums(() => tranche, "draws", "repayments", "prepaid"),
      redeemed: formula(
        "USD/month",
        "Notes bought back: before owners are paid, from cash beyond the reserve",
        (n, p, {max, min}) =>
          max(
            0,
            min(
              n.last_notes / p.step,
              n.operating_cash_flow +
                n.investing_cash_flow +
                n.draws -
                n.repayments -
                n.prepaid +
                n.last_cash / p.step -
                (n.outlays * p.cash_months) / p.step
            )
          )
      ),
      lending_cash_flow: formula(
        "USD/month",
        "Loan drawdown less repayment, prepayment and notes bought back",
        (n) => n.draws - n.repayments - n.prepaid - n.redeemed
      ),
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
      loans: rollup(() => tranche, "debt", "sum", {doc: "Owed to lenders, who are repaid in parts"}),
      ...sums(() => tranche, "start_book", "hall_book"),
      start_loans: rollup(() => tranche, "start_debt", "sum"),
      start_notes: formula(
        "USD",
        "Initial notes: what is usually owed, beyond what contracts in force carry as loans",
        (n, p, {max}) => max(0, n.start_book * p.debt_share - n.start_loans)
      ),
      last_notes: previous("notes", "start_notes", "Notes at the end of last month"),
      notes: formula(
        "USD",
        "Notes, which no contract secures: as they fall due, new ones replace them",
        (n, p) => n.last_notes - n.redeemed * p.step
      ),
      debt: formula("USD", "Loans and notes", (n) => n.loans + n.notes),
      tranche_hall_debt: rollup(() => tranche, "hall_debt", "sum", {doc: "Owed to lenders for buildings"}),
      hall_debt: formula("USD", "Owed for buildings: loans, and of notes as much as of the book value", (n) =>
        n.book_value > 0 ? n.tranche_hall_debt + (n.notes * n.hall_book) / n.book_value : n.tranche_hall_debt
      ),
      liabilities: formula("USD", "Debt owed to lenders and holders of notes", (n) => n.debt),
      start_equity: formula(
        "USD",
        "Initial equity: assets less debt",
        (n) => n.start_cash + n.last_receivables + n.start_book - n.start_loans - n.start_notes
      ),

      last_loans: rollup(() => tranche, "last_debt", "sum"),
      debt_service: formula("USD/month", "Interest and repayment due", (n) => n.interest + n.repayments),
      dscr: formula(
        "1",
        "Debt service coverage: earnings before depreciation, after tax, over debt service",
        (n) => (n.ebitda - n.tax) / n.debt_service
      ),
      covenant_breach: formula(
        "1",
        "1 in a month in which coverage of the whole company is below what lenders ask; 0 without loans",
        (n) => (n.excess > 0 ? 1 : 0)
      ),
      excess: formula(
        "share",
        "Share of its loans that is more than coverage at the covenant allows: owners repay it in the next month",
        (n, p, {max, min}) =>
          n.debt_service > n.note_interest
            ? max(
                0,
                min(
                  1,
                  (n.debt_service - max(0, n.ebitda - n.tax) / p.minimum_dscr) / (n.debt_service - n.note_interest)
                )
              )
            : 0
      ),
      last_excess: previous("excess", 0, "Share of its loans that was more than the covenant allows last month"),
      nominal_interest: formula(
        "USD/month",
        "Interest as lenders state it, inflation included",
        (n, p) => n.interest + (n.last_loans + n.last_notes) * p.inflation
      ),
      interest_share: formula("1", "Nominal interest as a share of revenue", (n) => n.nominal_interest / n.revenue),
      ebitda_margin: formula("1", "EBITDA as a share of revenue", (n) => n.ebitda / n.revenue)
    };
  }
);
