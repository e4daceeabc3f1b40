import {clock, type Definitions} from "../../sheet/index.js";
import type {DepreciationMethod} from "../depreciation.js";
import type {ProjectAmortisation} from "../loan.js";
import type {ProjectTerms, ProjectWords} from "./row.js";

/** The columns of `ProjectTerms`. */
export function terms({input, text}: ProjectWords): Definitions<ProjectTerms> {
  return {
    month: clock("Months since the first payment"),
    step: clock("One month"),
    start: clock("Month of the first payment, in months since 2000-01"),

    count: input("GPU", "Accelerators bought"),
    contract_share: input("share", "Share of GPU-hours outside the long contract that are sold on one-year contracts"),
    utilisation: input("share", "Utilisation: share of available GPU-hours sold"),
    build_time: input("month", "Months over which the cluster is paid for, before it opens"),
    unit_price: input("USD/GPU", "Price of an accelerator"),
    tdp: input("W/GPU", "Rated power of an accelerator"),
    on_demand_price: input("USD/GPU-hour", "On-demand price at the outset"),
    price_level: input("1", "On-demand price over that of the price path"),
    growth_1: input("1/yr", "Logarithmic change of the price path in its first year"),
    growth_2: input("1/yr", "Logarithmic change of the price path in its second year"),
    growth_3: input("1/yr", "Logarithmic change of the price path in its third year"),
    growth_4: input("1/yr", "Logarithmic change of the price path in its fourth year"),
    growth_5: input("1/yr", "Logarithmic change of the price path from its fifth year on"),
    price_drift: input("1/yr", "Logarithmic change a year on top of the price path"),

    offtake_share: input("share", "Share of GPU-hours that a customer takes on a long contract at a fixed price"),
    offtake_term: input("month", "Term of the long contract, from the opening on"),
    offtake_discount: input(
      "share",
      "How far the long contract's price lies below the on-demand price when it is signed"
    ),
    prepayment_share: input("share", "What the long contract's customer pays in advance, of its part of the hardware"),

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
    neocloud_overhead: input("share", "Selling, general and administrative cost, as a share of revenue"),
    contract_discount: input("share", "How far a one-year contract lies below the on-demand price"),
    contract_term: input("month", "Time for which a contract fixes the price of a GPU-hour"),
    power_price_trend: input("1/yr", "Continuous rate of change (per year) of the price of electricity"),
    wage_growth: input("1/yr", "Continuous rate of change (per year) of compensation"),
    active_share: input(
      "share",
      "Power above idle of sold GPU-hours, as a share of that at full load, for the cluster's customers"
    ),

    tenure: text<ProjectTerms["tenure"]>("owned: the facility is built; colocated: it is rented by the kW"),
    pue: input("1", "Grid energy per IT energy"),
    wue: input("L/kWh", "On-site water per IT energy"),
    construction_cost: input("USD/W", "Shell, power and cooling plant with their design, per watt of IT capacity"),
    colocation_rate: input("USD/kW-month", "Rent per kW of IT capacity"),
    start_power_price: input("USD/kWh", "Price of electricity at the outset"),
    water_price: input("USD/m3", "Price of water"),
    staff: input("FTE/kGPU", "Engineers per thousand accelerators"),
    licence: input("USD/GPU-month", "Licence and support of the orchestrator"),
    allocatable_share: input("share", "Share of accelerators available"),

    amortisation: text<ProjectAmortisation>(
      "How the loan is repaid: sculpted to contracted cash, which also sizes it, or level, straight or bullet"
    ),
    debt_share: input(
      "share",
      "Borrowed share of what the customer has not paid in advance; of a sculpted loan, the greatest"
    ),
    debt_capacity: input("USD", "Debt that contracted cash repays: found by a first run of this sheet (sized_debt)"),
    best_sale: input("USD", "Value of selling when that is best: found by that run, too (best)"),
    loan_rate: input("1/yr", "Nominal interest before the premium; where empty, base rate and spread"),
    required_return: input("1/yr", "Real cost of equity; where empty, what the cost of capital leaves for owners"),
    base_rate: input("1/yr", "Nominal yield of ten-year Treasury notes"),
    loan_spread: input("1/yr", "What the loan costs above the base rate, by the customer's rating"),
    loan_tenor: input("yr", "Greatest time over which the loan is repaid, from the opening on"),
    debt_tail: input("month", "Time before the end of the long contract by which a sculpted loan is repaid"),
    minimum_dscr: input("1", "Least debt service coverage that the covenant allows"),
    target_dscr: input("1", "Debt service coverage that a sculpted loan is sized to"),
    counterparty_haircut: input("share", "What lenders take off contracted revenue, by the customer's rating"),
    balloon_share: input("share", "Share of a sculpted loan that is left at its end, to be refinanced"),
    refinancing_spread: input("1/yr", "What a loan without a contract costs above the base rate"),
    depreciation_method: text<DepreciationMethod>("How tax law writes hardware off: bonus, at once, or straight"),
    tax_life: input("yr", "Years over which tax law writes hardware off as a straight line"),
    inflation: input("1/yr", "Inflation, which is taken off nominal rates of interest"),
    capital_premium: input("1/yr", "What this company pays above or below the general cost of capital"),
    cost_of_capital: input("1/yr", "Weighted real cost of debt and equity, before the premium"),
    tax_rate: input("share", "Tax on profits"),
    loss_offset_limit: input("share", "Greatest share of a month's profit that earlier losses may offset"),
    payment_term: input("day", "Time from delivery to payment")
  };
}
