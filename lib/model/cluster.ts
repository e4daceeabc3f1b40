import type {Table} from "../sheet/index.js";
import {comparable, type Comparable} from "./cluster/comparable.js";
import {energy, type Energy} from "./cluster/energy.js";
import {hours, type Hours} from "./cluster/hours.js";
import {sales, type Sales} from "./cluster/sales.js";
import {facility, type Facility} from "./facility.js";
import {fleet} from "./fleet.js";
import {market, type Market} from "./market.js";
import {neocloud, type Neocloud} from "./neocloud.js";
import {orders, type Orders} from "./orders.js";
import {orchestrator, type Orchestrator} from "./orchestrator.js";
import {table} from "./parameter.js";
import {runningCosts, type RunningCosts} from "./running-costs.js";
import {accelerator, type Accelerator} from "./silicon.js";

/** Accelerators in one facility; what they do is counted in hours of the kind that it holds at the start. */
export interface Cluster extends Hours, Energy, Sales, Comparable, Orders, RunningCosts {
  neocloud: Neocloud;
  facility: Facility;
  accelerator: Accelerator;
  market: Market;
  orchestrator: Orchestrator;
  size: number;
  extra_count: number;
  order_book: number;
  count: number;
  start_count: number;
  contract_share: number;
  extra_power: number;

  start_work: number;
  start_on_demand_price: number;
  tenure: string;
  pue: number;
  peak_reserve: number;
  site_ratio: number;
  wue: number;
  construction_cost: number;
  colocation_rate: number;
  power_price: number;
  carbon_intensity: number;
  water_intensity: number;
  water_price: number;
  staff: number;
  licence: number;
  orchestrated_share: number;
  availability_gain: number;
  allocatable_share: number;
  goodput: number;
  capital_premium: number;
  life_extension: number;
  life: number;
  spot_index: number;
  contract_index: number;
  first_contract_index: number;
  new_contract_index: number;

  gpus: number;
  equivalents: number;
  value: number;
  value_ratio: number;
  attraction: number;
  pipeline: number;
  pipeline_equivalents: number;
  pipeline_value: number;
  purchased: number;
  retired: number;
  retired_equivalents: number;
  retired_value: number;

  chip_purchases: number;
  system_purchases: number;
  making_cost: number;
  hardware: number;
  servers: number;
  fitting_hardware: number;
  hardware_retired: number;
  resale: number;
  new_offtake: number;
  new_running_cost: number;
  installed_offtake: number;
  installed_running_cost: number;
  owned_hardware: number;
  building: number;
  building_capacity: number;
  unfinished_building: number;
  power_begun: number;
  building_purchases: number;
  rate: number;

  hardware_charge: number;
  server_charge: number;
  fitting_charge: number;
  building_charge: number;
  property_tax: number;
  site_opex: number;
  lease_liability: number;

  avoidable_cost: number;
  overhead: number;
  cost: number;
  profit: number;
  levelised_cost: number;
  owner_cost: number;
  contract_payback: number;
}

export const cluster: Table<Cluster> = table<Cluster>(
  "cluster",
  "Accelerators that are counted as one kind in one facility: capacity, energy, water, cost and price of a GPU-hour.",
  (words) => {
    const {ref, input, lookup, lookups, formula, rollup, sums, previous} = words;
    return {
      neocloud: ref(() => neocloud, "Who runs it"),
      facility: ref(() => facility, "Region"),
      accelerator: ref(() => accelerator, "Accelerator installed initially"),
      market: ref(() => market, "Market in which its GPU-hours are sold"),
      orchestrator: ref(() => orchestrator, "How it is handed to users"),
      size: input("1", "Accelerators installed initially, relative to those that meet demand at initial utilisation"),
      extra_count: input("GPU", "Accelerators installed initially beyond that"),
      order_book: input("1/yr", "Growth of its fleet that orders before the first month allow for"),
      start_count: formula(
        "GPU",
        "Accelerators that meet its demand at initial utilisation, and extra ones",
        (c, p) => (c.size * c.demanded_hours) / (c.allocatable_share * p.start_occupancy) + c.extra_count
      ),
      count: previous("count", "start_count", "Accelerators installed initially"),
      contract_share: input("share", "Share of GPU-hours sold on one-year contracts"),
      extra_power: input("MW", "IT power that its site could draw beyond what it has at the outset and grows to"),

      start_work: lookup("accelerator", "work"),
      start_on_demand_price: lookup("accelerator", "on_demand_price"),
      ...lookups("facility", "tenure", "pue", "peak_reserve", "wue", "construction_cost", "colocation_rate"),
      site_ratio: formula(
        "1",
        "Power that the site is built for, of its IT power: mean cooling and losses, and a reserve for the hottest day",
        (c) => c.pue + c.peak_reserve
      ),
      ...lookups("facility", "power_price", "carbon_intensity", "water_intensity", "water_price"),
      ...lookups("orchestrator", "staff", "licence"),
      orchestrated_share: lookup("orchestrator", "allocatable_share"),
      availability_gain: lookup("neocloud", "availability_gain"),
      allocatable_share: formula("share", "Share of accelerators available", (c, _, {min, max}) =>
        max(0, min(1, c.orchestrated_share + c.availability_gain))
      ),
      goodput: lookup("orchestrator", "goodput"),
      ...lookups("neocloud", "capital_premium", "life_extension"),
      life: formula("yr", "Life of its accelerators and servers", (c, p) => p.accelerator_life + c.life_extension),
      spot_index: lookup("market", "spot_index"),
      ...lookups("neocloud", "contract_index", "first_contract_index", "new_contract_index"),

      ...sums(
        () => fleet,
        "gpus",
        "equivalents",
        "value",
        "attraction",
        "pipeline",
        "pipeline_equivalents",
        "pipeline_value"
      ),
      value_ratio: formula(
        "1",
        "Price of the hours of what is installed over that of the initial kind, for the same work",
        (c) => c.value / c.equivalents
      ),
      purchased: rollup(() => fleet, "bought", "sum", {doc: "Accelerators bought"}),
      ...sums(() => fleet, "retired", "retired_equivalents", "retired_value"),

      ...hours(words),

      ...energy(words),

      ...sums(() => fleet, "chip_purchases", "system_purchases", "making_cost", "hardware", "servers"),
      ...sums(() => fleet, "fitting_hardware", "hardware_retired", "resale", "new_offtake", "new_running_cost"),
      ...sums(() => fleet, "installed_offtake", "installed_running_cost"),
      owned_hardware: formula("USD", "Purchase price of the hardware in use, where the neocloud owns the site", (c) =>
        c.tenure === "owned" ? c.hardware : 0
      ),
      building: formula("USD", "Construction cost of the facility that the cluster fills, where owned", (c, p) =>
        c.tenure === "owned" ? c.it_capacity * c.construction_cost * p.construction_premium : 0
      ),
      ...sums(() => fleet, "building_capacity", "power_begun"),
      unfinished_building: formula(
        "USD",
        "Construction cost of owned buildings under construction or being fitted out",
        (c, p) =>
          c.tenure === "owned"
            ? (c.building_capacity + c.fitting_capacity) * c.construction_cost * p.construction_premium
            : 0
      ),
      building_purchases: formula(
        "USD/month",
        "Payments to builders as buildings are begun, and for renewal",
        (c, p, {max}) =>
          c.tenure === "owned"
            ? max(0, c.power_begun) * c.construction_cost * p.construction_premium * c.power_premium +
              c.building / p.facility_life
            : 0
      ),
      rate: formula("1/yr", "Cost of the neocloud's capital", (c, p) => p.cost_of_capital + c.capital_premium),

      hardware_charge: formula(
        "USD/month",
        "Annuity on the hardware in use",
        (c, p, f) => c.hardware * f.capital_recovery(c.rate, c.life, p.accelerator_residual)
      ),
      server_charge: formula(
        "USD/month",
        "Annuity on the accelerators and servers in use",
        (c, p, f) => c.servers * f.capital_recovery(c.rate, c.life, p.accelerator_residual)
      ),
      fitting_charge: formula(
        "USD/month",
        "Cost of capital of hardware and buildings not yet in service",
        (c) => (c.fitting_hardware + c.unfinished_building) * c.rate
      ),
      building_charge: formula(
        "USD/month",
        "Annuity on the facility",
        (c, p, f) => c.building * f.capital_recovery(c.rate, p.facility_life, p.facility_residual)
      ),
      ...runningCosts(words),
      property_tax: formula("USD/month", "Property tax on an owned facility", (c, p) => c.building * p.property_tax),
      ...comparable(words),
      site_opex: formula(
        "USD/month",
        "Running costs of an owned site: energy, water, operation and property tax",
        (c) => (c.tenure === "owned" ? c.electricity_cost + c.water_cost + c.operation_cost + c.property_tax : 0)
      ),

      lease_liability: formula(
        "USD",
        "Present value of building leases, and of the rent that a landlord would charge for owned buildings",
        (c, p, f) => (c.colocation_rent + c.landlord_charge) / f.capital_recovery(p.loan_rate, p.lease_term, 0)
      ),
      avoidable_cost: formula(
        "USD/GPU-hour",
        "Avoidable cost of a GPU-hour: electricity above idle power",
        (c, p) => (c.full_power * (1 - p.idle_power_share) * c.active_share * c.pue * c.power_price) / c.equivalents
      ),
      ...sales(words),
      overhead: formula(
        "USD/month",
        "Selling, general and administrative cost",
        (c, p) => c.revenue * p.neocloud_overhead
      ),
      cost: formula(
        "USD/month",
        "All cost of the cluster, with capital charges",
        (c) =>
          c.hardware_charge +
          c.fitting_charge +
          c.building_charge +
          c.colocation_rent +
          c.electricity_cost +
          c.water_cost +
          c.operation_cost +
          c.staff_cost +
          c.licence_cost +
          c.maintenance_cost +
          c.insurance_cost +
          c.property_tax +
          c.overhead
      ),
      profit: formula("USD/month", "Revenue less all cost, with capital charges", (c) => c.revenue - c.cost),
      levelised_cost: formula(
        "USD/GPU-hour",
        "All cost, with capital charges, per GPU-hour sold",
        (c) => c.cost / c.sold_hours
      ),
      owner_cost: formula(
        "USD/GPU-hour",
        "All cost except selling, administration and assets not yet in service, per hour owned of an initial " +
          "accelerator",
        (c) => (c.cost - c.overhead - c.fitting_charge - c.fitting_cost) / c.equivalents
      ),
      contract_payback: formula(
        "yr",
        "Payback of hardware from contracts signed now, at full utilisation, with the building rented and without " +
          "selling and administration",
        (c) =>
          c.hardware /
          (c.allocatable_hours * c.start_on_demand_price * c.new_contract_index -
            (c.cost - c.overhead - c.hardware_charge - c.fitting_charge))
      ),

      ...orders(words)
    };
  }
);
