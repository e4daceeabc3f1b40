import type {Table} from "../sheet/index.js";
import {facility, type Facility} from "./facility.js";
import {fleet} from "./fleet.js";
import {market, type Market} from "./market.js";
import {neocloud, type Neocloud} from "./neocloud.js";
import {orders, type Orders} from "./orders.js";
import {orchestrator, type Orchestrator} from "./orchestrator.js";
import {table} from "./parameter.js";
import {deployment} from "./deployment.js";
import {runningCosts, type RunningCosts} from "./running-costs.js";
import {accelerator, type Accelerator} from "./silicon.js";

/** Accelerators in one facility; what they do is counted in hours of the kind that it holds at the start. */
export interface Cluster extends Orders, RunningCosts {
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
  in_fitting: number;
  equivalents: number;
  value: number;
  value_ratio: number;
  attraction: number;
  pipeline: number;
  pipeline_equivalents: number;
  purchased: number;
  retired: number;
  retired_equivalents: number;

  allocatable_hours: number;
  demanded_hours: number;
  demanded_work: number;
  supply_work: number;
  short_work: number;
  spare_work: number;
  short_served: number;
  spare_used: number;
  imported_hours: number;
  exported_hours: number;
  available_hours: number;
  rented_hours: number;
  imported_share: number;
  fill: number;
  sold_hours: number;
  busy_hours: number;
  home_active_hours: number;
  moved_active: number;
  moved_active_work: number;
  active_hours: number;
  active_share: number;
  sold_share: number;
  load: number;

  it_capacity: number;
  fitting_capacity: number;
  housed_capacity: number;
  attended_gpus: number;
  full_power: number;
  site_power: number;
  active_power: number;
  owned_power: number;
  it_power: number;
  flat_out_power: number;
  it_energy: number;
  grid_energy: number;
  serving_energy: number;
  serving_water: number;
  site_water: number;
  energy_per_hour: number;
  water_per_hour: number;
  moved_energy: number;
  moved_water: number;
  exported_energy: number;
  exported_water: number;
  source_water: number;
  operational_carbon: number;
  making_carbon: number;
  making_water: number;
  wafers: number;

  chip_purchases: number;
  system_purchases: number;
  making_cost: number;
  hardware: number;
  fitting_hardware: number;
  resale: number;
  owned_hardware: number;
  building: number;
  power_added: number;
  building_purchases: number;
  rate: number;

  hardware_charge: number;
  fitting_charge: number;
  building_charge: number;
  property_tax: number;
  site_opex: number;

  avoidable_cost: number;
  on_demand_price: number;
  offer_price: number;
  contract_price: number;
  price: number;
  ending: number;
  new_hours: number;
  start_contracted_hours: number;
  contracted_hours: number;
  unused_hours: number;
  next_contracted_hours: number;
  unused_revenue: number;
  moved_price: number;
  export_revenue: number;
  revenue: number;
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
      facility: ref(() => facility, "Where it stands"),
      accelerator: ref(() => accelerator, "What is installed at the start"),
      market: ref(() => market, "Market in which its GPU-hours are sold"),
      orchestrator: ref(() => orchestrator, "How it is handed to users"),
      size: input("1", "Accelerators installed at the start, of those that demand asks for at the start's occupancy"),
      extra_count: input("GPU", "Accelerators installed at the start beyond that"),
      order_book: input("1/yr", "Growth of its fleet for which was ordered before the start"),
      start_count: formula(
        "GPU",
        "Accelerators that its demand asks for at the occupancy of the start, and extra ones",
        (c, p) => (c.size * c.demanded_hours) / (c.allocatable_share * p.start_occupancy) + c.extra_count
      ),
      count: previous("count", "start_count", "Accelerators installed at the start"),
      contract_share: input("share", "Share of GPU-hours sold on one-year contracts"),
      extra_power: input("MW", "IT power that its site could draw beyond what it has at the start and grows to"),

      start_work: lookup("accelerator", "work"),
      start_on_demand_price: lookup("accelerator", "on_demand_price"),
      ...lookups("facility", "tenure", "pue", "wue", "construction_cost", "colocation_rate"),
      ...lookups("facility", "power_price", "carbon_intensity", "water_intensity", "water_price"),
      ...lookups("orchestrator", "staff", "licence"),
      orchestrated_share: lookup("orchestrator", "allocatable_share"),
      availability_gain: lookup("neocloud", "availability_gain"),
      allocatable_share: formula("share", "Share of accelerators that can be sold", (c, _, {min, max}) =>
        max(0, min(1, c.orchestrated_share + c.availability_gain))
      ),
      goodput: lookup("orchestrator", "goodput"),
      ...lookups("neocloud", "capital_premium", "life_extension"),
      life: formula("yr", "Life of its accelerators and servers", (c, p) => p.accelerator_life + c.life_extension),
      spot_index: lookup("market", "spot_index"),
      ...lookups("neocloud", "contract_index", "first_contract_index", "new_contract_index"),

      ...sums(() => fleet, "gpus", "equivalents", "value", "attraction", "pipeline", "pipeline_equivalents"),
      value_ratio: formula(
        "1",
        "Price of the hours of what is installed over that of the start's kind, for the same work",
        (c) => c.value / c.equivalents
      ),
      purchased: rollup(() => fleet, "bought", "sum", {doc: "Accelerators bought"}),
      ...sums(() => fleet, "retired", "retired_equivalents"),

      allocatable_hours: formula(
        "GPU-hour/month",
        "GPU-hours that can be sold, in hours of an accelerator of the start",
        (c) => c.equivalents * c.allocatable_share
      ),
      demanded_hours: rollup(() => deployment, "demanded_hours", "sum", {doc: "GPU-hours that providers ask for"}),
      demanded_work: formula(
        "GPU-hour/month",
        "Work asked for, in hours of an H100",
        (c) => c.demanded_hours * c.start_work
      ),
      supply_work: formula(
        "GPU-hour/month",
        "Work that it can do, in hours of an H100",
        (c) => c.allocatable_hours * c.start_work
      ),
      short_work: formula("GPU-hour/month", "Work asked for beyond what it has, in hours of an H100", (c, _, {max}) =>
        max(0, c.demanded_work - c.supply_work)
      ),
      spare_work: formula("GPU-hour/month", "Work for which it has room, in hours of an H100", (c, _, {max}) =>
        max(0, c.supply_work - c.demanded_work)
      ),
      ...lookups("market", "short_served", "spare_used"),
      imported_hours: formula(
        "GPU-hour/month",
        "Hours of its kind that others do for it",
        (c) => (c.short_work * c.short_served) / c.start_work
      ),
      exported_hours: formula(
        "GPU-hour/month",
        "Hours that it does for others",
        (c) => (c.spare_work * c.spare_used) / c.start_work
      ),
      available_hours: formula(
        "GPU-hour/month",
        "GPU-hours for those who ask it, its own and those that others do for it",
        (c) => c.allocatable_hours + c.imported_hours
      ),
      fill: formula("share", "Share of demand that is served", (c) =>
        c.demanded_hours > c.available_hours ? c.available_hours / c.demanded_hours : 1
      ),
      rented_hours: rollup(() => deployment, "rented_hours", "sum", {doc: "GPU-hours rented by those who ask it"}),
      imported_share: formula("share", "Share of these hours that others do", (c) =>
        c.rented_hours > 0 ? c.imported_hours / c.rented_hours : 0
      ),
      sold_hours: formula(
        "GPU-hour/month",
        "GPU-hours of its own that it sells",
        (c) => c.rented_hours - c.imported_hours + c.exported_hours
      ),
      busy_hours: rollup(() => deployment, "busy_hours", "sum", {doc: "GPU-hours that compute, within those sold"}),
      sold_share: formula(
        "share",
        "GPU-hours sold of those that can be sold",
        (c) => c.sold_hours / c.allocatable_hours
      ),
      home_active_hours: rollup(() => deployment, "active_hours", "sum", {
        doc: "GPU-hours of full load that draw as much power above idle as those who ask it, wherever served"
      }),
      moved_active_work: formula(
        "GPU-hour/month",
        "Of these, what others do, in hours of an H100",
        (c) => c.home_active_hours * c.imported_share * c.start_work
      ),
      moved_active: lookup("market", "moved_active"),
      active_hours: formula(
        "GPU-hour/month",
        "GPU-hours of full load that draw as much power above idle as it does",
        (c) => c.home_active_hours * (1 - c.imported_share) + c.exported_hours * c.moved_active
      ),
      active_share: formula(
        "share",
        "Power above idle of sold GPU-hours, of that under full load: customers keep room for peaks, queues and " +
          "failures; all where none is sold",
        (c) => (c.sold_hours > 0 ? c.active_hours / c.sold_hours : 1)
      ),
      load: formula(
        "share",
        "Power above idle of an installed accelerator, of that under full load",
        (c) => c.active_hours / c.equivalents
      ),

      ...sums(() => fleet, "it_capacity", "full_power", "fitting_capacity"),
      housed_capacity: formula(
        "MW",
        "IT power for which a place is paid: of accelerators at work, and of those that are being fitted",
        (c) => c.it_capacity + c.fitting_capacity
      ),
      in_fitting: rollup(() => fleet, "in_fitting", "sum"),
      attended_gpus: formula(
        "GPU",
        "Accelerators at work, and those that are being fitted",
        (c) => c.gpus + c.in_fitting
      ),
      site_power: formula("MW", "Power provisioned with cooling and losses", (c) => c.it_capacity * c.pue),
      active_power: formula(
        "MW",
        "Power of the site with cooling and losses, of accelerators at work and of those that are being fitted",
        (c) => c.housed_capacity * c.pue
      ),
      owned_power: formula("MW", "Power provisioned with cooling and losses, where the neocloud owns the site", (c) =>
        c.tenure === "owned" ? c.site_power : 0
      ),
      it_power: formula(
        "MW",
        "Mean IT power",
        (c, p) => c.full_power * (p.idle_power_share + (1 - p.idle_power_share) * c.load)
      ),
      flat_out_power: formula(
        "MW",
        "IT power that would be drawn if every hour sold were at full load, as where models are trained",
        (c, p) => c.full_power * (p.idle_power_share + ((1 - p.idle_power_share) * c.sold_hours) / c.equivalents)
      ),
      it_energy: formula(
        "MWh/month",
        "Energy of the servers, at work and while they are fitted",
        (c, p) => c.it_power + c.fitting_capacity * p.fitting_draw
      ),
      grid_energy: formula(
        "MWh/month",
        "Energy from the grid: servers, cooling and losses",
        (c) => c.it_energy * c.pue
      ),
      serving_energy: formula(
        "MWh/month",
        "Energy from the grid for accelerators at work, with cooling and losses",
        (c) => c.it_power * c.pue
      ),
      site_water: formula("m3/month", "Water used on site", (c) => c.it_energy * c.wue),
      serving_water: formula("m3/month", "Water used on site for accelerators at work", (c) => c.it_power * c.wue),
      energy_per_hour: formula(
        "kWh/GPU-hour",
        "Grid energy of a GPU-hour sold",
        (c) => c.serving_energy / c.sold_hours
      ),
      water_per_hour: formula("L/GPU-hour", "Water on site of a GPU-hour sold", (c) => c.serving_water / c.sold_hours),
      exported_energy: formula("MWh/month", "Grid energy of the hours that it does for others", (c) =>
        c.exported_hours > 0 ? c.exported_hours * c.energy_per_hour : 0
      ),
      exported_water: formula("m3/month", "Water on site of the hours that it does for others", (c) =>
        c.exported_hours > 0 ? c.exported_hours * c.water_per_hour : 0
      ),
      ...lookups("market", "moved_energy", "moved_water"),
      source_water: formula(
        "m3/month",
        "Water used up in generating the electricity",
        (c) => c.grid_energy * c.water_intensity
      ),
      operational_carbon: formula(
        "tCO2e/month",
        "Greenhouse gas of the electricity",
        (c) => c.grid_energy * c.carbon_intensity
      ),
      ...sums(() => fleet, "making_carbon", "making_water", "wafers"),

      ...sums(() => fleet, "chip_purchases", "system_purchases", "making_cost", "hardware"),
      ...sums(() => fleet, "fitting_hardware", "resale"),
      owned_hardware: formula("USD", "Purchase price of the hardware in use, where the neocloud owns the site", (c) =>
        c.tenure === "owned" ? c.hardware : 0
      ),
      building: formula("USD", "Construction cost of the facility that the cluster fills, where owned", (c, p) =>
        c.tenure === "owned" ? c.it_capacity * c.construction_cost * p.construction_premium : 0
      ),
      power_added: rollup(() => fleet, "power_added", "sum"),
      building_purchases: formula("USD/month", "Paid to builders for growth and renewal", (c, p, {max}) =>
        c.tenure === "owned"
          ? max(0, c.power_added) * c.construction_cost * p.construction_premium * c.power_premium +
            c.building / p.facility_life
          : 0
      ),
      rate: formula("1/yr", "Cost of the neocloud's capital", (c, p) => p.cost_of_capital + c.capital_premium),

      hardware_charge: formula(
        "USD/month",
        "Annuity on the hardware in use",
        (c, p, f) => c.hardware * f.capital_recovery(c.rate, c.life, p.accelerator_residual)
      ),
      fitting_charge: formula(
        "USD/month",
        "Cost of the capital in hardware on site that does not work yet",
        (c) => c.fitting_hardware * c.rate
      ),
      building_charge: formula(
        "USD/month",
        "Annuity on the facility",
        (c, p, f) => c.building * f.capital_recovery(c.rate, p.facility_life, p.facility_residual)
      ),
      ...runningCosts(words),
      property_tax: formula("USD/month", "Property tax on an owned facility", (c, p) => c.building * p.property_tax),
      site_opex: formula(
        "USD/month",
        "Running costs of an owned site: energy, water, operation and property tax",
        (c) => (c.tenure === "owned" ? c.electricity_cost + c.water_cost + c.operation_cost + c.property_tax : 0)
      ),

      avoidable_cost: formula(
        "USD/GPU-hour",
        "What an hour that is not sold saves: the electricity that it takes above an idle server's",
        (c, p) => (c.full_power * (1 - p.idle_power_share) * c.active_share * c.pue * c.power_price) / c.equivalents
      ),
      on_demand_price: formula(
        "USD/GPU-hour",
        "Price on demand for an hour's work of the start's kind; none that covers the avoidable cost falls below it",
        (c, _, {min, max}) =>
          max(c.start_on_demand_price * c.spot_index * c.value_ratio, min(c.start_on_demand_price, c.avoidable_cost))
      ),
      offer_price: formula(
        "USD/GPU-hour",
        "Mean price at which hours of the start's kind are sold to new customers while they are new",
        (c) =>
          c.start_on_demand_price * (c.contract_share * c.first_contract_index + (1 - c.contract_share) * c.spot_index)
      ),
      contract_price: formula(
        "USD/GPU-hour",
        "Mean price of the contracts in force, for an hour's work of the start's kind",
        (c) => c.start_on_demand_price * c.contract_index * c.value_ratio
      ),
      price: formula(
        "USD/GPU-hour",
        "Mean price of the GPU-hours sold to those who ask it",
        (c) => c.contract_share * c.contract_price + (1 - c.contract_share) * c.on_demand_price
      ),
      ...lookups("neocloud", "ending", "new_hours"),
      start_contracted_hours: formula(
        "GPU-hour/month",
        "GPU-hours under contract at the start",
        (c) => c.contract_share * c.rented_hours
      ),
      contracted_hours: previous(
        "next_contracted_hours",
        "start_contracted_hours",
        "GPU-hours under contract, which are paid for whether they are used or not"
      ),
      unused_hours: formula("GPU-hour/month", "GPU-hours under contract that are not used", (c, _, {max}) =>
        c.demanded_hours > 0 ? max(0, c.contracted_hours - c.contract_share * c.rented_hours) : 0
      ),
      next_contracted_hours: formula(
        "GPU-hour/month",
        "GPU-hours under contract next month: what is used, what has not ended, and new capacity that was sold before",
        (c, p, {min, max}) =>
          min(
            c.allocatable_hours,
            max(
              c.contract_share * c.rented_hours,
              c.contracted_hours * (1 - c.ending) +
                p.presold_share * c.contract_share * c.new_hours * c.allocatable_hours
            )
          )
      ),
      unused_revenue: formula(
        "USD/month",
        "Paid for hours under contract that are not used (take or pay)",
        (c) => c.unused_hours * c.contract_price
      ),
      export_revenue: formula(
        "USD/month",
        "Hours that it does for others, at the price on demand",
        (c) => c.exported_hours * c.on_demand_price
      ),
      moved_price: lookup("market", "moved_price"),
      revenue: formula(
        "USD/month",
        "GPU-hours sold at their price, and those that are paid for without use",
        (c) => (c.sold_hours - c.exported_hours) * c.price + c.unused_revenue + c.export_revenue
      ),
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
        "All cost but selling, administration and what does not work yet, per hour owned of an accelerator of the " +
          "start",
        (c) => (c.cost - c.overhead - c.fitting_charge) / c.equivalents
      ),
      contract_payback: formula(
        "yr",
        "Time in which contracts signed now would pay back hardware and building, all that can be sold being sold",
        (c, p) =>
          (c.hardware + c.building) /
          (c.allocatable_hours * c.start_on_demand_price * c.new_contract_index * (1 - p.neocloud_overhead) -
            (c.cost - c.overhead - c.hardware_charge - c.fitting_charge - c.building_charge))
      ),

      ...orders(words)
    };
  }
);
