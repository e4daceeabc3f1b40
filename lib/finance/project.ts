import {taxed, type Taxed} from "../model/books.js";
import {functions, type Functions} from "../model/functions.js";
import {runningCosts, type RunningCosts} from "../model/running-costs.js";
import {clock, define, model, tableBuilder, type Callable, type Table} from "../sheet/index.js";
import {annuity, type Amortisation} from "./loan.js";

/**
 * An investment in one cluster, from the first payment to the sale of what is left: its terms, and every month of it. It
 * is a sheet of one row, so that units are checked, any figure can be explained, and many variants run at once as draws.
 */
export interface Project extends Taxed, RunningCosts {
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

  amortisation: Amortisation;
  debt_share: number;
  loan_rate: number;
  loan_tenor: number;
  minimum_dscr: number;
  inflation: number;
  capital_premium: number;
  cost_of_capital: number;
  tax_rate: number;
  loss_offset_limit: number;
  payment_term: number;

  discount_rate: number;
  real_loan_rate: number;
  cost_of_equity: number;
  site_capacity: number;
  full_power: number;
  hardware_cost: number;
  building_cost: number;
  investment: number;
  opening_month: number;

  last_age: number;
  age: number;
  operating: number;
  closing: number;
  gpus: number;
  it_capacity: number;
  hardware: number;

  last_price_index: number;
  growth: number;
  price_index: number;
  current_on_demand_price: number;
  last_contract_index: number;
  contract_index: number;
  contract_price: number;
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

  last_paid: number;
  purchases: number;
  paid: number;
  depreciation: number;
  disposals: number;
  last_book: number;
  book_value: number;
  ebit: number;

  draws: number;
  last_drawn: number;
  drawn: number;
  last_debt: number;
  interest: number;
  repayments: number;
  debt: number;
  debt_service: number;
  cash_available: number;

  last_receivables: number;
  receivables: number;
  receivables_change: number;
  owners_cash_flow: number;
}

const projectFunctions = {
  ...functions,
  loan_payment: define("1/yr", ["1/yr", "yr"], "Equal monthly payments that repay a loan of 1, a year.", loanPayment)
};

const table = tableBuilder<Project, Functions & Callable<typeof projectFunctions>>();

export const project: Table<Project> = table<Project>(
  "project",
  "An investment in one cluster: its terms, and what they lead to month by month, in USD of 2026.",
  (words) => {
    const {text, input, formula, previous} = words;
    return {
      month: clock("Months since the first payment"),
      step: clock("One month"),
      start: clock("Month of the first payment, in months since 2000-01"),

      count: input("GPU", "Accelerators bought"),
      contract_share: input("share", "Share of GPU-hours sold on one-year contracts"),
      utilisation: input("share", "GPU-hours sold of those that can be sold"),
      build_time: input("month", "Months over which the cluster is paid for, before it opens"),
      unit_price: input("USD/GPU", "Price of an accelerator"),
      tdp: input("W/GPU", "Rated power of an accelerator"),
      on_demand_price: input("USD/GPU-hour", "On-demand price at the start"),
      price_level: input("1", "On-demand price over that of the price path"),
      growth_1: input("1/yr", "Logarithmic change of the price path in its first year"),
      growth_2: input("1/yr", "Logarithmic change of the price path in its second year"),
      growth_3: input("1/yr", "Logarithmic change of the price path in its third year"),
      growth_4: input("1/yr", "Logarithmic change of the price path in its fourth year"),
      growth_5: input("1/yr", "Logarithmic change of the price path from its fifth year on"),
      price_drift: input("1/yr", "Logarithmic change a year on top of the price path"),

      server_cost: input("USD/GPU", "Server beyond its accelerators"),
      network_cost: input("USD/GPU", "Cluster network"),
      storage_cost: input("USD/GPU", "Storage"),
      server_power_ratio: input("1", "Power that a loaded server draws, of its accelerators' rated power"),
      provisioned_power_ratio: input("1", "Power that a site provides for a server, of its accelerators' rated power"),
      idle_power_share: input("share", "Power of an idle server relative to a loaded one"),
      accelerator_life: input("yr", "Years that the cluster runs"),
      accelerator_residual: input("share", "Value of hardware left then"),
      hardware_maintenance: input("1/yr", "Maintenance a year, of the hardware's price"),
      insurance: input("1/yr", "Insurance a year, of the hardware's price"),
      facility_life: input("yr", "Years over which an owned facility is written down"),
      facility_residual: input("share", "Value of a facility left then"),
      facility_operation: input("USD/kW-yr", "Operation of an owned facility without energy"),
      property_tax_rate: input("1/yr", "Property tax a year, of the facility's cost"),
      construction_premium: input("1", "Construction cost of an AI facility relative to a traditional one"),
      engineer_compensation: input("USD/FTE-yr", "Compensation of a cluster engineer"),
      neocloud_overhead: input("share", "Selling, general and administrative cost, of revenue"),
      contract_discount: input("share", "How far a one-year contract lies below the on-demand price"),
      contract_term: input("month", "Time for which a contract fixes the price of a GPU-hour"),
      power_price_trend: input("1/yr", "Logarithmic change a year of the price of electricity"),
      wage_growth: input("1/yr", "Logarithmic change a year of compensation"),
      active_share: input(
        "share",
        "Power above idle of sold GPU-hours, of that under full load, for the cluster's customers"
      ),

      tenure: text<Project["tenure"]>("owned: the facility is built; colocated: it is rented by the kW"),
      pue: input("1", "Grid energy per IT energy"),
      wue: input("L/kWh", "Water on site per IT energy"),
      construction_cost: input("USD/W", "Shell, power and cooling plant with their design, per watt of IT capacity"),
      colocation_rate: input("USD/kW-month", "Rent per kW of IT capacity"),
      start_power_price: input("USD/kWh", "Price of electricity at the start"),
      water_price: input("USD/m3", "Price of water"),
      staff: input("FTE/kGPU", "Engineers per thousand accelerators"),
      licence: input("USD/GPU-month", "Licence and support of the orchestrator"),
      allocatable_share: input("share", "Share of accelerators that can be sold"),

      amortisation: text<Amortisation>("How the loan is repaid: level, straight or bullet"),
      debt_share: input("share", "Share of the investment that is borrowed"),
      loan_rate: input("1/yr", "Nominal interest, before the premium"),
      loan_tenor: input("yr", "Time over which the loan is repaid, from the opening on"),
      minimum_dscr: input("1", "Least debt service coverage that the covenant allows"),
      inflation: input("1/yr", "Inflation, which is taken off nominal rates of interest"),
      capital_premium: input("1/yr", "What this company pays above or below the general cost of capital"),
      cost_of_capital: input("1/yr", "Weighted real cost of debt and equity, before the premium"),
      tax_rate: input("share", "Tax on profits"),
      loss_offset_limit: input("share", "Greatest share of a month's profit that earlier losses may offset"),
      payment_term: input("day", "Time from delivery to payment"),

      discount_rate: formula("1/yr", "Cost of capital with the premium", (x) => x.cost_of_capital + x.capital_premium),
      real_loan_rate: formula(
        "1/yr",
        "Real interest with the premium",
        (x) => x.loan_rate - x.inflation + x.capital_premium
      ),
      cost_of_equity: formula(
        "1/yr",
        "What the cost of capital leaves for owners, once lenders have their interest",
        (x) => (x.discount_rate - x.debt_share * x.real_loan_rate) / (1 - x.debt_share)
      ),
      site_capacity: formula(
        "MW",
        "IT power that the site provides",
        (x) => x.count * x.tdp * x.provisioned_power_ratio
      ),
      full_power: formula("MW", "IT power drawn under full load", (x) => x.count * x.tdp * x.server_power_ratio),
      hardware_cost: formula(
        "USD",
        "Accelerators, servers, network and storage",
        (x) => x.count * (x.unit_price + x.server_cost + x.network_cost + x.storage_cost)
      ),
      building_cost: formula("USD", "Facility, where owned", (x) =>
        x.tenure === "owned" ? x.site_capacity * x.construction_cost * x.construction_premium : 0
      ),
      investment: formula("USD", "All that is bought", (x) => x.hardware_cost + x.building_cost),
      opening_month: formula(
        "month",
        "Month in which the cluster opens: the first after all is paid",
        (x, _, {ceil}) => ceil(x.build_time / x.step) * x.step
      ),

      last_age: previous("age", 0, "Time in operation at the end of last month"),
      age: formula("month", "Time in operation at the end of the month", (x, _, {min, max}) =>
        max(0, min(x.month + x.step - x.opening_month, x.accelerator_life))
      ),
      operating: formula("share", "Share of the month in operation", (x, _, {min}) =>
        min(1, (x.age - x.last_age) / x.step)
      ),
      closing: formula("share", "1 in the month in which the cluster is sold", (x) =>
        x.age > x.accelerator_life - x.step * 1e-6 && x.last_age <= x.accelerator_life - x.step * 1e-6 ? 1 : 0
      ),
      gpus: formula("GPU", "Accelerators in operation", (x) => x.count * x.operating),
      it_capacity: formula("MW", "IT power provisioned, while in operation", (x) => x.site_capacity * x.operating),
      hardware: formula("USD", "Purchase price of the hardware in operation", (x) => x.hardware_cost * x.operating),

      last_price_index: previous("price_index", 1, "Price path last month, relative to the start"),
      growth: formula("1/yr", "Logarithmic change of the price, a year", (x) =>
        x.month / x.step <= 12
          ? x.growth_1
          : x.month / x.step <= 24
            ? x.growth_2
            : x.month / x.step <= 36
              ? x.growth_3
              : x.month / x.step <= 48
                ? x.growth_4
                : x.growth_5
      ),
      price_index: formula("1", "Price path relative to the start", (x, _, {exp}) =>
        x.month > 0 ? x.last_price_index * exp((x.growth + x.price_drift) * x.step) : 1
      ),
      current_on_demand_price: formula(
        "USD/GPU-hour",
        "On-demand price",
        (x) => x.on_demand_price * x.price_level * x.price_index
      ),
      last_contract_index: previous("contract_index", 1, "Price of the contracts in force last month"),
      contract_index: formula(
        "1",
        "Price of the contracts in force relative to the start of the price path: signed at the opening, renewed as in the chain",
        (x, _, f) =>
          x.last_age > 0
            ? f.approach(x.last_contract_index, x.last_price_index, x.step / (x.contract_term / 2))
            : x.price_index
      ),
      contract_price: formula(
        "USD/GPU-hour",
        "Mean price of the one-year contracts in force",
        (x) => (1 - x.contract_discount) * x.on_demand_price * x.price_level * x.contract_index
      ),
      price: formula(
        "USD/GPU-hour",
        "Mean price of the GPU-hours sold",
        (x) => x.contract_share * x.contract_price + (1 - x.contract_share) * x.current_on_demand_price
      ),
      sold_hours: formula(
        "GPU-hour/month",
        "GPU-hours sold",
        (x) => x.count * x.allocatable_share * x.utilisation * x.operating
      ),
      revenue: formula("USD/month", "GPU-hours sold at their price", (x) => x.sold_hours * x.price),

      load: formula(
        "share",
        "Power above idle of an accelerator, of that under full load: what is sold, as far as customers use it",
        (x) => x.allocatable_share * x.utilisation * x.active_share
      ),
      grid_energy: formula(
        "MWh/month",
        "Energy from the grid",
        (x) => x.full_power * (x.idle_power_share + (1 - x.idle_power_share) * x.load) * x.pue * x.operating
      ),
      power_price: formula(
        "USD/kWh",
        "Price of electricity",
        (x, _, {exp}) => x.start_power_price * exp(x.power_price_trend * x.month)
      ),
      site_water: formula("m3/month", "Water used on site", (x) => (x.grid_energy / x.pue) * x.wue),
      wage_index: formula("1", "Compensation relative to the start", (x, _, {exp}) => exp(x.wage_growth * x.month)),
      ...runningCosts(words),
      property_tax: formula(
        "USD/month",
        "Property tax on an owned facility",
        (x) => x.building_cost * x.property_tax_rate * x.operating
      ),
      overhead: formula(
        "USD/month",
        "Selling, general and administrative cost",
        (x) => x.revenue * x.neocloud_overhead
      ),
      cost_before_overhead: formula(
        "USD/month",
        "Running cost without overhead, which follows revenue",
        (x) =>
          x.electricity_cost +
          x.water_cost +
          x.colocation_rent +
          x.operation_cost +
          x.staff_cost +
          x.licence_cost +
          x.maintenance_cost +
          x.insurance_cost +
          x.property_tax
      ),
      ebitda: formula(
        "USD/month",
        "Earnings before interest, tax and depreciation",
        (x) => x.revenue - x.cost_before_overhead - x.overhead
      ),

      last_paid: previous("paid", 0, "Paid for the cluster by the end of last month"),
      purchases: formula("USD/month", "Paid for the cluster, in equal parts until it opens", (x, _, {min}) =>
        min(x.investment / x.build_time, (x.investment - x.last_paid) / x.step)
      ),
      paid: formula("USD", "Paid for the cluster", (x) => x.last_paid + x.purchases * x.step),
      depreciation: formula(
        "USD/month",
        "Written off in equal parts, down to the residual value",
        (x) =>
          ((x.hardware_cost * (1 - x.accelerator_residual)) / x.accelerator_life +
            (x.building_cost * (1 - x.facility_residual)) / x.facility_life) *
          x.operating
      ),
      disposals: formula(
        "USD/month",
        "What is left, sold at book value at the end",
        (x) => ((x.last_book - x.depreciation * x.step) / x.step) * x.closing
      ),
      last_book: previous("book_value", 0, "Book value at the end of last month"),
      book_value: formula(
        "USD",
        "Book value at the end of the month",
        (x) => x.last_book + (x.purchases - x.depreciation - x.disposals) * x.step
      ),
      ebit: formula("USD/month", "Earnings before interest and tax", (x) => x.ebitda - x.depreciation),

      draws: formula("USD/month", "Drawn of the loan", (x) => x.purchases * x.debt_share),
      last_drawn: previous("drawn", 0, "All that was drawn, by the end of last month"),
      drawn: formula("USD", "All that was drawn", (x) => x.last_drawn + x.draws * x.step),
      last_debt: previous("debt", 0, "Owed at the end of last month"),
      interest: formula(
        "USD/month",
        "Real interest on what was owed last month",
        (x) => x.last_debt * x.real_loan_rate
      ),
      repayments: formula(
        "USD/month",
        "Repaid: as agreed, and all when the cluster is sold",
        (x, _, {min, loan_payment}) =>
          x.closing === 1 || (x.amortisation === "bullet" && x.age > x.loan_tenor - x.step * 1e-6)
            ? x.last_debt / x.step
            : x.operating === 0 || x.amortisation === "bullet"
              ? 0
              : min(
                  x.last_debt / x.step,
                  x.amortisation === "straight"
                    ? x.last_drawn / x.loan_tenor
                    : x.last_drawn * loan_payment(x.real_loan_rate, x.loan_tenor) - x.interest
                )
      ),
      debt: formula("USD", "Owed at the end of the month", (x) => x.last_debt + (x.draws - x.repayments) * x.step),
      debt_service: formula("USD/month", "Interest and repayment", (x) => x.interest + x.repayments),
      profit_before_tax: formula("USD/month", "Earnings after interest", (x) => x.ebit - x.interest),
      ...taxed(words),
      cash_available: formula(
        "USD/month",
        "Cash for debt service: earnings before depreciation, after tax, and what is sold",
        (x) => x.ebitda - x.tax + x.disposals
      ),

      last_receivables: previous("receivables", 0, "Owed by customers at the end of last month"),
      receivables: formula("USD", "Owed by customers", (x) => x.revenue * x.payment_term),
      receivables_change: formula(
        "USD/month",
        "Revenue that was not paid yet, net of what was",
        (x) => (x.receivables - x.last_receivables) / x.step
      ),
      owners_cash_flow: formula(
        "USD/month",
        "Paid out to owners; paid in, where negative",
        (x) => x.ebitda - x.tax - x.interest - x.receivables_change - x.purchases + x.disposals + x.draws - x.repayments
      )
    };
  },
  {single: true}
);

/** The project as a model of one table, which is its own parameter table. */
export const projectModel = model([project], project, projectFunctions);

/** Equal monthly payments that repay a loan of 1 over `years` at a nominal rate a year, a year. */
function loanPayment(rate: number, years: number): number {
  return 12 * annuity(rate / 12, 12 * years);
}
