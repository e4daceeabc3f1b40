import type {Functions} from "../../model/functions.js";
import type {RunningCosts} from "../../model/running-costs.js";
import type {Callable} from "../../sheet/functions.js";
import type {Vocabulary} from "../../sheet/table.js";
import type {DepreciationMethod} from "../depreciation.js";
import type {ProjectAmortisation} from "../loan.js";
import type {projectFunctions} from "./functions.js";

/** Inputs of a project: what is bought, sold and paid, where, and with whose money. */
export interface ProjectTerms {
  month: number;
  step: number;
  start: number;

  count: number;
  contract_share: number;
  utilisation: number;
  build_time: number;
  unit_price: number;
  tdp: number;
  on_demand_price: number;
  price_level: number;
  growth_1: number;
  growth_2: number;
  growth_3: number;
  growth_4: number;
  growth_5: number;
  price_drift: number;

  offtake_share: number;
  offtake_term: number;
  offtake_discount: number;
  prepayment_share: number;

  server_cost: number;
  network_cost: number;
  storage_cost: number;
  server_power_ratio: number;
  provisioned_power_ratio: number;
  idle_power_share: number;
  accelerator_life: number;
  accelerator_residual: number;
  hardware_maintenance: number;
  insurance: number;
  facility_life: number;
  facility_residual: number;
  facility_operation: number;
  property_tax_rate: number;
  construction_premium: number;
  engineer_compensation: number;
  neocloud_overhead: number;
  contract_discount: number;
  contract_term: number;
  power_price_trend: number;
  wage_growth: number;
  active_share: number;

  tenure: "owned" | "colocated";
  pue: number;
  wue: number;
  construction_cost: number;
  colocation_rate: number;
  start_power_price: number;
  water_price: number;
  staff: number;
  licence: number;
  allocatable_share: number;

  amortisation: ProjectAmortisation;
  debt_share: number;
  debt_capacity: number;
  best_sale: number;
  loan_rate: number;
  required_return: number;
  base_rate: number;
  loan_spread: number;
  loan_tenor: number;
  debt_tail: number;
  minimum_dscr: number;
  target_dscr: number;
  counterparty_haircut: number;
  balloon_share: number;
  refinancing_spread: number;
  depreciation_method: DepreciationMethod;
  tax_life: number;
  inflation: number;
  capital_premium: number;
  cost_of_capital: number;
  tax_rate: number;
  loss_offset_limit: number;
  payment_term: number;
}

/** What is bought, when it opens, and what lenders and owners ask for their money. */
export interface Investment {
  discount_rate: number;
  nominal_rate: number;
  real_loan_rate: number;
  refinancing_rate: number;
  prepayment: number;
  loan_amount: number;
  leverage: number;
  cost_of_equity: number;
  site_capacity: number;
  full_power: number;
  hardware_cost: number;
  building_cost: number;
  investment: number;
  opening_month: number;
}

/** The customer's long contract: what it covers, what it pays, and what was paid before delivery. */
export interface Contract {
  contract_length: number;
  contracted: number;
  offtake_part: number;
  offtake_price: number;
  offtake_revenue: number;
  prepayments: number;
  planned_credit: number;
  prepayment_credit: number;
  last_deferred: number;
  deferred: number;
}

/** What the rest of a cluster's life is worth, what it would sell for, and when it is sold. */
export interface Retirement {
  market_earnings: number;
  last_market_value: number;
  market_value: number;
  hardware_resale: number;
  resale_value: number;
  saleable: number;
  last_best: number;
  best: number;
  rest_value: number;
  retiring: number;
  closing: number;
  last_sold: number;
  sold: number;
}

/** Revenue, running costs and earnings before interest, tax and depreciation. */
export interface Operation extends RunningCosts {
  last_age: number;
  age: number;
  operating: number;
  gpus: number;
  it_capacity: number;
  attended_gpus: number;
  housed_capacity: number;
  hardware: number;

  last_price_index: number;
  growth: number;
  price_index: number;
  current_on_demand_price: number;
  last_contract_index: number;
  contract_index: number;
  contract_price: number;
  merchant_price: number;
  price: number;
  sold_hours: number;
  revenue: number;

  load: number;
  grid_energy: number;
  power_price: number;
  site_water: number;
  wage_index: number;
  property_tax: number;
  overhead: number;
  cost_before_overhead: number;
  ebitda: number;
}

/** Purchases, depreciation and book value. */
export interface Books {
  last_paid: number;
  purchases: number;
  paid: number;
  depreciation: number;
  disposals: number;
  sale: number;
  sale_gain: number;
  last_book: number;
  book_value: number;
  ebit: number;
}

/** Tax: what is written off for it, losses carried forward, and what is left after it. */
export interface Taxation {
  planned_write_off: number;
  tax_write_off: number;
  last_tax_book: number;
  tax_book: number;
  profit_before_tax: number;
  taxable_income: number;
  last_losses: number;
  losses_used: number;
  losses: number;
  last_tax: number;
  tax: number;
  net_income: number;
}

/** What lenders count on: contracted cash after tax as if there were no loan, and the debt that it repays. */
export interface Lending {
  sculpted_tenor: number;
  in_tenor: number;
  lenders_earnings: number;
  lenders_income: number;
  last_lenders_losses: number;
  lenders_losses_used: number;
  lenders_losses: number;
  lenders_tax: number;
  coverage: number;
  planned_service: number;
  last_discount: number;
  discount: number;
  last_serviced: number;
  serviced: number;
  sized_debt: number;
}

/** What is left of a sculpted loan at its end: rolled over, repaid from cash, or neither. */
export interface Refinancing {
  scheduled: number;
  balloon_due: number;
  defaulted: number;
  refinanced: number;
  balloon_paid: number;
  last_rolled: number;
  rolled: number;
  unpaid_debt: number;
}

/** The loan: drawn with purchases, repaid from the opening on. */
export interface Borrowing {
  draws: number;
  last_drawn: number;
  drawn: number;
  last_debt: number;
  interest: number;
  repayments: number;
  debt: number;
  debt_service: number;
}

/**
 * An investment in one cluster, from the first payment to the sale of what is left: its terms, and every month of it.
 * It is a sheet of one row, so that units are checked, any figure can be explained, and many variants run at once as
 * draws.
 */
export interface Project
  extends ProjectTerms, Investment, Contract, Operation, Retirement, Books, Lending, Refinancing, Borrowing, Taxation {
  cash_available: number;

  last_receivables: number;
  receivables: number;
  receivables_change: number;
  owners_cash_flow: number;
}

export type ProjectFunctions = Functions & Callable<typeof projectFunctions>;

/** The words in which a project's columns are defined: it is its own parameter table. */
export type ProjectWords = Vocabulary<Project, Project, ProjectFunctions>;
