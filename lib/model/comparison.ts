import type {Table} from "../sheet/index.js";
import {application} from "./application.js";
import {cluster} from "./cluster.js";
import {fleet} from "./fleet.js";
import {table} from "./parameter.js";
import {applicationStatement} from "./application-statement.js";
import {providerStatement} from "./provider-statement.js";
import {neocloudStatement} from "./neocloud-statement.js";
import {segment} from "./segment.js";

/** Ratios of the whole chain that real companies publish, too. */
export interface Comparison {
  chip_purchases: number;
  system_purchases: number;
  building_purchases: number;
  making_cost: number;
  purchased: number;
  power_delivered: number;
  network_purchases: number;
  vendor_sales: number;
  vendor_margin: number;
  vendor_revenue_per_power: number;
  investment: number;
  first_investment: number;
  last_invested: number;
  invested: number;
  investment_growth: number;

  neocloud_revenue: number;
  it_capacity: number;
  site_power: number;
  ebitda: number;
  ebit: number;
  depreciation: number;
  nominal_interest: number;
  hardware: number;
  fitting_hardware: number;
  hardware_retired: number;
  building: number;
  unfinished_building: number;
  owned_hardware: number;
  debt: number;
  cash: number;
  neocloud_revenue_per_power: number;
  active_power: number;
  revenue_per_active_power: number;
  compute_equivalents: number;
  work_per_power: number;
  facility_ratio: number;
  neocloud_ebitda_margin: number;
  neocloud_operating_margin: number;
  neocloud_interest_share: number;
  landlord_charge: number;
  hall_depreciation: number;
  hall_debt: number;
  lease_liability: number;
  rented_ebitda: number;
  rented_ebitda_margin: number;
  rented_operating_margin: number;
  start_year_ebitda: number;
  year_ebitda: number;
  next_year_ebitda: number;
  net_debt_ratio: number;
  capital_ratio: number;
  last_equipped: number;
  equipped: number;
  last_earned: number;
  earned: number;
  rented_capital_ratio: number;
  steady_equipment: number;
  steady_capital_ratio: number;
  steady_investment: number;
  year_investment: number;
  capital_per_power: number;
  building_share: number;

  cost: number;
  overhead: number;
  fitting_charge: number;
  fitting_cost: number;
  server_charge: number;
  electricity_cost: number;
  server_share: number;
  electricity_share: number;
  flat_out_electricity: number;
  flat_out_cost: number;
  flat_out_server_share: number;
  flat_out_electricity_share: number;
  owned_power: number;
  site_opex_total: number;
  site_opex: number;
  it_power: number;
  flat_out_power: number;
  mean_draw: number;
  flat_out_draw: number;
  site_water: number;
  source_water: number;
  source_water_share: number;

  provider_revenue: number;
  rent: number;
  provider_gross_margin: number;

  application_revenue: number;
  application_revenue_per_power: number;
  token_cost: number;
  application_cost: number;
  gross_profit: number;
  application_gross_margin: number;
  application_token_share: number;
  application_inference_share: number;
  acquisition: number;
  retention_cost: number;
  application_acquisition_share: number;
  company_revenue: number;
  company_token_cost: number;
  company_delivery_cost: number;
  company_sales_cost: number;
  company_cost: number;
  company_gross_margin: number;
  company_inference_share: number;
  company_sales_share: number;
  product_gross_margin: number;
  product_inference_share: number;
  mean_sales_share: number;
  products: number;
  least_sales_share: number;
  greatest_sales_share: number;
  product_sales_share: number;

  workers: number;
  hours_saved: number;
  productivity_value: number;
  payroll: number;
  hours_saved_share: number;
  output_share: number;
}

export const comparison: Table<Comparison> = table<Comparison>(
  "comparison",
  "Ratios over all companies of a layer, as real companies publish them of themselves.",
  ({rollup, sums, formula, previous}) => ({
    ...sums(() => cluster, "chip_purchases", "system_purchases", "building_purchases", "making_cost", "purchased"),
    power_delivered: rollup(() => fleet, "power_delivered", "sum"),
    vendor_sales: rollup(() => fleet, "vendor_sales", "sum"),
    network_purchases: formula(
      "USD/month",
      "Payments for cluster networks",
      (c, p) => c.purchased * p.network_cost * p.hardware_price_index
    ),
    vendor_margin: formula(
      "1",
      "Gross margin of vendors on accelerators and networks, including boards",
      (c, p) =>
        (c.chip_purchases - c.making_cost - c.purchased * p.board_cost + c.network_purchases * p.network_margin) /
        (c.chip_purchases + c.network_purchases)
    ),
    vendor_revenue_per_power: formula(
      "MUSD/MW",
      "Revenue of vendors of accelerators, of the power of the sites that these are delivered to",
      (c) => c.vendor_sales / c.power_delivered
    ),
    investment: formula(
      "USD/month",
      "Payments for accelerators, systems and buildings",
      (c) => c.chip_purchases + c.system_purchases + c.building_purchases
    ),
    first_investment: previous("first_investment", "investment", "Investment of the first month"),
    last_invested: previous("invested", 0, "Investment since the first month, by the end of last month"),
    invested: formula("USD", "Investment since the first month", (c, p) => c.last_invested + c.investment * p.step),
    investment_growth: formula(
      "1",
      "Mean investment since the first month, of that of the year before it, in which fleets grew",
      (c, p) => c.invested / ((p.month + p.step) * c.year_investment)
    ),

    neocloud_revenue: rollup(() => neocloudStatement, "revenue", "sum"),
    ...sums(() => neocloudStatement, "it_capacity", "site_power"),
    ...sums(() => neocloudStatement, "ebitda", "ebit", "depreciation", "nominal_interest", "debt", "cash"),
    ...sums(() => neocloudStatement, "hardware", "fitting_hardware", "building", "unfinished_building"),
    hardware_retired: rollup(() => fleet, "hardware_retired", "sum"),
    neocloud_revenue_per_power: formula(
      "MUSD/MW-yr",
      "Neoclouds' revenue a year, of their IT capacity",
      (c) => c.neocloud_revenue / c.it_capacity
    ),
    active_power: rollup(() => cluster, "housed_capacity", "sum", {
      doc: "IT power of accelerators in service and of those that are being fitted"
    }),
    revenue_per_active_power: formula(
      "MUSD/MW-yr",
      "Neoclouds' revenue a year, of the IT power of accelerators in service and of those that are being fitted",
      (c) => c.neocloud_revenue / c.active_power
    ),
    compute_equivalents: rollup(() => fleet, "compute_equivalents", "sum"),
    work_per_power: formula(
      "GPU/MW",
      "Accelerators in service, in H100s by their arithmetic, of neoclouds' IT capacity",
      (c) => c.compute_equivalents / c.it_capacity
    ),
    facility_ratio: formula(
      "1",
      "Power that neoclouds' sites are built for, of their IT capacity",
      (c) => c.site_power / c.it_capacity
    ),
    neocloud_ebitda_margin: formula(
      "1",
      "Neoclouds' earnings before depreciation, as a share of revenue",
      (c) => c.ebitda / c.neocloud_revenue
    ),
    neocloud_operating_margin: formula(
      "1",
      "Neoclouds' earnings after depreciation, as a share of revenue",
      (c) => c.ebit / c.neocloud_revenue
    ),
    neocloud_interest_share: formula(
      "1",
      "Neoclouds' nominal interest, as a share of revenue",
      (c) => c.nominal_interest / c.neocloud_revenue
    ),
    ...sums(() => cluster, "landlord_charge", "lease_liability"),
    ...sums(() => neocloudStatement, "hall_depreciation", "hall_debt"),
    rented_ebitda: formula(
      "USD/month",
      "Neoclouds' earnings before depreciation if they rented the buildings that they own, at a landlord's annuity",
      (c) => c.ebitda - c.landlord_charge
    ),
    rented_ebitda_margin: formula("1", "These, as a share of revenue", (c) => c.rented_ebitda / c.neocloud_revenue),
    rented_operating_margin: formula(
      "1",
      "Neoclouds' earnings after depreciation if they rented the buildings that they own, as a share of revenue",
      (c) => (c.rented_ebitda - c.depreciation + c.hall_depreciation) / c.neocloud_revenue
    ),
    start_year_ebitda: formula(
      "USD/month",
      "Mean of these earnings over the year before the first month, in which fleets grew",
      (c, p, f) => c.rented_ebitda * f.mean_decay(12 * p.step * p.past_growth)
    ),
    year_ebitda: previous(
      "next_year_ebitda",
      "start_year_ebitda",
      "Mean of these earnings over about the last twelve months"
    ),
    next_year_ebitda: formula(
      "USD/month",
      "Mean of these earnings over about twelve months, next month",
      (c) => c.year_ebitda + (c.rented_ebitda - c.year_ebitda) / 6
    ),
    net_debt_ratio: formula(
      "yr",
      "Neoclouds' debt on hardware and leases of buildings, less cash, over a year's earnings before depreciation",
      (c) => (c.debt - c.hall_debt + c.lease_liability - c.cash) / c.year_ebitda
    ),
    last_equipped: previous(
      "equipped",
      0,
      "Payments for accelerators and systems since the first month, by the end of last month"
    ),
    equipped: formula(
      "USD",
      "Payments for accelerators and systems since the first month",
      (c, p) => c.last_equipped + (c.chip_purchases + c.system_purchases) * p.step
    ),
    last_earned: previous("earned", 0, "Neoclouds' revenue since the first month, by the end of last month"),
    earned: formula(
      "USD",
      "Neoclouds' revenue since the first month",
      (c, p) => c.last_earned + c.neocloud_revenue * p.step
    ),
    rented_capital_ratio: formula(
      "1",
      "Payments for accelerators and systems since the first month, over neoclouds' revenue since then",
      (c) => c.equipped / c.earned
    ),
    steady_equipment: formula(
      "USD/month",
      "Payments for accelerators and systems by which fleets would grow as before the first month, and be renewed",
      (c, p) => p.past_growth * (c.hardware + c.fitting_hardware) + c.hardware_retired
    ),
    steady_capital_ratio: formula(
      "1",
      "These payments over neoclouds' revenue; in the first month also those of the year before it, over its revenue",
      (c) => c.steady_equipment / c.neocloud_revenue
    ),
    steady_investment: formula(
      "USD/month",
      "Mean payments for accelerators, systems and buildings in a year of such growth that ends with the month",
      (c, p, f) =>
        (c.steady_equipment + p.past_growth * (c.building + c.unfinished_building) + c.building / p.facility_life) *
        f.mean_decay(12 * p.step * p.past_growth)
    ),
    year_investment: previous(
      "year_investment",
      "steady_investment",
      "Mean investment of the year before the first month"
    ),
    capital_ratio: formula(
      "1",
      "Payments for accelerators, systems and buildings, over neoclouds' revenue",
      (c) => c.investment / c.neocloud_revenue
    ),
    owned_power: rollup(() => cluster, "owned_power", "sum"),
    owned_hardware: rollup(() => cluster, "owned_hardware", "sum"),
    capital_per_power: formula(
      "MUSD/MW",
      "Purchase price of hardware and buildings of the sites that neoclouds own, of their power",
      (c) => (c.owned_hardware + c.building) / c.owned_power
    ),
    building_share: formula(
      "share",
      "Buildings, of the purchase price of hardware and buildings of the sites that neoclouds own",
      (c) => c.building / (c.owned_hardware + c.building)
    ),

    ...sums(() => cluster, "cost", "overhead", "fitting_charge", "fitting_cost", "server_charge", "electricity_cost"),
    server_share: formula(
      "share",
      "Annuity on accelerators and servers, of cost without selling, administration and what does not work yet",
      (c) => c.server_charge / (c.cost - c.overhead - c.fitting_charge - c.fitting_cost)
    ),
    electricity_share: formula(
      "share",
      "Electricity, of neoclouds' cost without selling, administration and what does not work yet",
      (c) => c.electricity_cost / (c.cost - c.overhead - c.fitting_charge - c.fitting_cost)
    ),
    ...sums(() => cluster, "it_power", "flat_out_power"),
    flat_out_electricity: formula(
      "USD/month",
      "Electricity if every hour sold were at full load",
      (c) => (c.electricity_cost * c.flat_out_power) / c.it_power
    ),
    flat_out_cost: formula(
      "USD/month",
      "Neoclouds' cost then, without selling, administration and what does not work yet",
      (c) => c.cost - c.overhead - c.fitting_charge - c.fitting_cost - c.electricity_cost + c.flat_out_electricity
    ),
    flat_out_server_share: formula(
      "share",
      "Annuity on accelerators and servers, of that cost",
      (c) => c.server_charge / c.flat_out_cost
    ),
    flat_out_electricity_share: formula(
      "share",
      "Electricity, of that cost",
      (c) => c.flat_out_electricity / c.flat_out_cost
    ),
    site_opex_total: rollup(() => cluster, "site_opex", "sum"),
    site_opex: formula(
      "MUSD/MW-yr",
      "Running costs of owned sites, without upkeep of hardware, of their power with cooling and losses",
      (c) => c.site_opex_total / c.owned_power
    ),
    mean_draw: formula("1", "Mean IT power, of IT capacity", (c) => c.it_power / c.it_capacity),
    flat_out_draw: formula(
      "1",
      "IT power if every hour sold were at full load, as where models are trained, of IT capacity",
      (c) => c.flat_out_power / c.it_capacity
    ),

    ...sums(() => cluster, "site_water", "source_water"),
    source_water_share: formula(
      "share",
      "Water consumed in generating electricity, of that and of water used on site",
      (c) => c.source_water / (c.source_water + c.site_water)
    ),

    provider_revenue: rollup(() => providerStatement, "revenue", "sum"),
    rent: rollup(() => providerStatement, "rent", "sum"),
    provider_gross_margin: formula(
      "1",
      "Providers' revenue less rent, as a share of revenue",
      (c) => 1 - c.rent / c.provider_revenue
    ),

    application_revenue: rollup(() => applicationStatement, "revenue", "sum"),
    application_revenue_per_power: formula(
      "MUSD/MW-yr",
      "Applications' revenue a year, of the IT capacity that serves them",
      (c) => c.application_revenue / c.it_capacity
    ),
    token_cost: rollup(() => applicationStatement, "token_cost", "sum"),
    application_cost: rollup(() => segment, "cost", "sum", {doc: "All cost of applications"}),
    gross_profit: rollup(() => applicationStatement, "gross_profit", "sum"),
    application_gross_margin: formula(
      "1",
      "Applications' revenue less tokens, payment, hosting, support and other delivery, as a share of revenue",
      (c) => c.gross_profit / c.application_revenue
    ),
    application_token_share: formula(
      "1",
      "Applications' tokens, as a share of revenue",
      (c) => c.token_cost / c.application_revenue
    ),
    application_inference_share: formula(
      "share",
      "Applications' tokens, of all that their products cost",
      (c) => c.token_cost / c.application_cost
    ),
    ...sums(() => applicationStatement, "acquisition", "retention_cost"),
    application_acquisition_share: formula(
      "1",
      "Applications' acquisition and retention cost as a share of revenue",
      (c) => (c.acquisition + c.retention_cost) / c.application_revenue
    ),
    ...sums(() => segment, "company_revenue", "company_token_cost", "company_delivery_cost", "company_sales_cost"),
    company_cost: rollup(() => segment, "company_cost", "sum"),
    company_gross_margin: formula(
      "1",
      "Revenue from companies less what delivery to them costs, as a share of that revenue",
      (c) => 1 - c.company_delivery_cost / c.company_revenue
    ),
    company_inference_share: formula(
      "1",
      "Tokens of products that companies buy, of all that these cost",
      (c) => c.company_token_cost / c.company_cost
    ),
    company_sales_share: formula(
      "1",
      "Acquisition and retention cost of products that companies buy, as a share of their revenue",
      (c) => c.company_sales_cost / c.company_revenue
    ),
    product_gross_margin: rollup(() => application, "company_gross_margin", "weighted_mean", {
      weight: "sells_to_companies",
      doc: "Gross margin of a product that companies buy: each counts once, as a company does in a survey"
    }),
    product_inference_share: rollup(() => application, "company_inference_share", "weighted_mean", {
      weight: "sells_to_companies",
      doc: "Tokens of a product that companies buy, of all that it costs: each product counts once"
    }),
    mean_sales_share: rollup(() => application, "company_sales_share", "weighted_mean", {
      weight: "sells_to_companies",
      doc: "Cost of winning and keeping companies of a product, of their revenue: each product counts once"
    }),
    products: rollup(() => application, "sells_to_companies", "sum", {doc: "Products that companies buy"}),
    least_sales_share: rollup(() => application, "company_sales_floor", "min", {doc: "The least such share"}),
    greatest_sales_share: rollup(() => application, "company_sales_share", "max", {doc: "The greatest such share"}),
    product_sales_share: formula(
      "1",
      "Mean of these shares without the least and the greatest: of four products, their median",
      (c) =>
        c.products > 2
          ? (c.products * c.mean_sales_share - c.least_sales_share - c.greatest_sales_share) / (c.products - 2)
          : c.mean_sales_share
    ),

    ...sums(() => segment, "workers", "hours_saved", "productivity_value", "payroll"),
    hours_saved_share: formula(
      "1",
      "Hours saved as a share of the paid hours of users at work",
      (c, p) => c.hours_saved / (c.workers * p.working_hours)
    ),
    output_share: formula(
      "1",
      "Additional output, as a share of the labour cost of users at work",
      (c) => c.productivity_value / c.payroll
    )
  }),
  {single: true}
);
