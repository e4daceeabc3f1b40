import type {Table} from "../sheet/index.js";
import {facility, type Facility} from "./facility.js";
import {table} from "./parameter.js";
import {deployment} from "./provider.js";
import {accelerator, type Accelerator} from "./silicon.js";

/** How a cluster is handed to its users. */
export interface Orchestrator {
  name: string;
  staff: number;
  licence: number;
  provisioning_delay: number;
  allocatable_share: number;
  goodput: number;
}

/** A company that turns power and silicon into GPU-hours. */
export interface Neocloud {
  name: string;
  capital_premium: number;
  gpus: number;
  it_capacity: number;
  allocatable_hours: number;
  sold_hours: number;
  revenue: number;
  cost: number;
  profit: number;
  margin: number;
  levelised_cost: number;

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
  chip_purchases: number;
  system_purchases: number;
  building_purchases: number;
  hardware: number;
  building: number;
}

/** Accelerators of one kind in one facility. */
export interface Cluster {
  neocloud: Neocloud;
  facility: Facility;
  accelerator: Accelerator;
  orchestrator: Orchestrator;
  count: number;
  contract_share: number;

  accelerator_vendor: string;
  tdp: number;
  unit_price: number;
  cost_to_make: number;
  logic_cost: number;
  memory_cost: number;
  embodied_carbon: number;
  embodied_water: number;
  wafers_per_gpu: number;
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
  allocatable_share: number;
  goodput: number;
  capital_premium: number;

  last_gpus: number;
  last_added: number;
  gpus: number;
  added: number;
  replaced: number;
  purchased: number;

  allocatable_hours: number;
  demanded_hours: number;
  fill: number;
  sold_hours: number;
  busy_hours: number;
  sold_share: number;
  load: number;

  it_capacity: number;
  it_power: number;
  it_energy: number;
  grid_energy: number;
  site_water: number;
  source_water: number;
  operational_carbon: number;
  making_carbon: number;
  making_water: number;
  wafers: number;

  system_price: number;
  hardware_price: number;
  chip_purchases: number;
  system_purchases: number;
  making_cost: number;
  wafer_cost: number;
  memory_spending: number;
  assembly_cost: number;
  last_hardware: number;
  last_hardware_change: number;
  hardware: number;
  hardware_change: number;
  building: number;
  building_purchases: number;
  rate: number;

  hardware_charge: number;
  building_charge: number;
  colocation_rent: number;
  electricity_cost: number;
  water_cost: number;
  operation_cost: number;
  staff_cost: number;
  licence_cost: number;
  maintenance_cost: number;
  insurance_cost: number;
  property_tax: number;

  on_demand_price: number;
  contract_price: number;
  price: number;
  revenue: number;
  overhead: number;
  cost: number;
  profit: number;
  levelised_cost: number;
}

export const orchestrator: Table<Orchestrator> = table<Orchestrator>(
  "orchestrator",
  "How clusters are handed to their users.",
  ({text, input}) => ({
    name: text("Name of the system"),
    staff: input("FTE/kGPU", "Engineers per thousand accelerators"),
    licence: input("USD/GPU-month", "Licence and support of the software"),
    provisioning_delay: input("day", "Days from order to first job"),
    allocatable_share: input(
      "share",
      "Share of installed accelerators that can be sold, after spares and system nodes"
    ),
    goodput: input("share", "Share of sold time that does useful work, after failures and restarts")
  })
);

export const neocloud: Table<Neocloud> = table<Neocloud>(
  "neocloud",
  "Companies that turn power and silicon into GPU-hours.",
  ({text, input, rollup, formula}) => ({
    name: text("Name of the company"),
    capital_premium: input("1/yr", "Cost of capital above or below the general one"),
    gpus: rollup(() => cluster, "gpus", "sum"),
    it_capacity: rollup(() => cluster, "it_capacity", "sum"),
    allocatable_hours: rollup(() => cluster, "allocatable_hours", "sum"),
    sold_hours: rollup(() => cluster, "sold_hours", "sum"),
    revenue: rollup(() => cluster, "revenue", "sum"),
    cost: rollup(() => cluster, "cost", "sum"),
    profit: rollup(() => cluster, "profit", "sum"),
    margin: formula("1", "Profit after capital charges, of revenue", (n) => n.profit / n.revenue),
    levelised_cost: formula(
      "USD/GPU-hour",
      "All cost, with capital charges, per GPU-hour sold",
      (n) => n.cost / n.sold_hours
    ),

    electricity_cost: rollup(() => cluster, "electricity_cost", "sum"),
    water_cost: rollup(() => cluster, "water_cost", "sum"),
    colocation_rent: rollup(() => cluster, "colocation_rent", "sum"),
    operation_cost: rollup(() => cluster, "operation_cost", "sum"),
    staff_cost: rollup(() => cluster, "staff_cost", "sum"),
    licence_cost: rollup(() => cluster, "licence_cost", "sum"),
    maintenance_cost: rollup(() => cluster, "maintenance_cost", "sum"),
    insurance_cost: rollup(() => cluster, "insurance_cost", "sum"),
    property_tax: rollup(() => cluster, "property_tax", "sum"),
    overhead: rollup(() => cluster, "overhead", "sum"),
    chip_purchases: rollup(() => cluster, "chip_purchases", "sum"),
    system_purchases: rollup(() => cluster, "system_purchases", "sum"),
    building_purchases: rollup(() => cluster, "building_purchases", "sum"),
    hardware: rollup(() => cluster, "hardware", "sum"),
    building: rollup(() => cluster, "building", "sum")
  })
);

export const cluster: Table<Cluster> = table<Cluster>(
  "cluster",
  "Accelerators of one kind in one facility: capacity, energy, water, cost and price of a GPU-hour.",
  ({ref, input, lookup, formula, rollup, previous}) => ({
    neocloud: ref(() => neocloud, "Who runs it"),
    facility: ref(() => facility, "Where it stands"),
    accelerator: ref(() => accelerator, "What is installed"),
    orchestrator: ref(() => orchestrator, "How it is handed to users"),
    count: input("GPU", "Accelerators installed at the start"),
    contract_share: input("share", "Share of GPU-hours sold on one-year contracts"),

    accelerator_vendor: lookup("accelerator", "vendor"),
    tdp: lookup("accelerator", "tdp"),
    unit_price: lookup("accelerator", "unit_price"),
    cost_to_make: lookup("accelerator", "cost_to_make"),
    logic_cost: lookup("accelerator", "logic_cost"),
    memory_cost: lookup("accelerator", "memory_cost"),
    embodied_carbon: lookup("accelerator", "embodied_carbon"),
    embodied_water: lookup("accelerator", "embodied_water"),
    wafers_per_gpu: lookup("accelerator", "wafers"),
    start_on_demand_price: lookup("accelerator", "on_demand_price"),
    tenure: lookup("facility", "tenure"),
    pue: lookup("facility", "pue"),
    wue: lookup("facility", "wue"),
    construction_cost: lookup("facility", "construction_cost"),
    colocation_rate: lookup("facility", "colocation_rate"),
    power_price: lookup("facility", "power_price"),
    carbon_intensity: lookup("facility", "carbon_intensity"),
    water_intensity: lookup("facility", "water_intensity"),
    water_price: lookup("facility", "water_price"),
    staff: lookup("orchestrator", "staff"),
    licence: lookup("orchestrator", "licence"),
    allocatable_share: lookup("orchestrator", "allocatable_share"),
    goodput: lookup("orchestrator", "goodput"),
    capital_premium: lookup("neocloud", "capital_premium"),

    last_gpus: previous("gpus", "count", "Accelerators installed last month"),
    last_added: previous("added", 0, "Accelerators added last month"),
    gpus: formula("GPU", "Accelerators installed", (c, p) =>
      p.month > 0 ? c.last_gpus + c.last_added * p.step : c.count
    ),
    added: formula("GPU/month", "Accelerators bought to grow", (c, p) => c.gpus * p.expansion_rate),
    replaced: formula(
      "GPU/month",
      "Accelerators bought to replace those at the end of their life",
      (c, p) => c.gpus / p.accelerator_life
    ),
    purchased: formula("GPU/month", "Accelerators bought", (c) => c.added + c.replaced),

    allocatable_hours: formula("GPU-hour/month", "GPU-hours that can be sold", (c) => c.gpus * c.allocatable_share),
    demanded_hours: rollup(() => deployment, "demanded_hours", "sum", {doc: "GPU-hours that providers ask for"}),
    fill: formula("share", "Share of demand that the cluster can serve", (c) =>
      c.demanded_hours > c.allocatable_hours ? c.allocatable_hours / c.demanded_hours : 1
    ),
    sold_hours: rollup(() => deployment, "rented_hours", "sum", {doc: "GPU-hours sold"}),
    busy_hours: rollup(() => deployment, "busy_hours", "sum", {doc: "GPU-hours that compute, within those sold"}),
    sold_share: formula("share", "GPU-hours sold of those that can be sold", (c) => c.sold_hours / c.allocatable_hours),
    load: formula("share", "Time that an installed accelerator computes", (c) => c.busy_hours / c.gpus),

    it_capacity: formula("MW", "IT power under full load", (c, p) => c.gpus * c.tdp * p.server_power_ratio),
    it_power: formula(
      "MW",
      "Mean IT power",
      (c, p) => c.it_capacity * (p.idle_power_share + (1 - p.idle_power_share) * c.load)
    ),
    it_energy: formula("MWh/month", "Energy of the servers", (c) => c.it_power),
    grid_energy: formula("MWh/month", "Energy from the grid: servers, cooling and losses", (c) => c.it_energy * c.pue),
    site_water: formula("m3/month", "Water used on site", (c) => c.it_energy * c.wue),
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
    making_carbon: formula(
      "tCO2e/month",
      "Greenhouse gas of making the accelerators bought",
      (c) => c.purchased * c.embodied_carbon
    ),
    making_water: formula(
      "m3/month",
      "Water used in making the accelerators bought",
      (c) => c.purchased * c.embodied_water
    ),
    wafers: formula("wafer/month", "Logic wafers in the accelerators bought", (c) => c.purchased * c.wafers_per_gpu),

    system_price: formula(
      "USD/GPU",
      "Server, network and storage per accelerator",
      (_, p) => (p.server_cost + p.network_cost + p.storage_cost) * p.hardware_price_index
    ),
    hardware_price: formula(
      "USD/GPU",
      "Accelerator with its share of server, network and storage",
      (c, p) => c.unit_price * p.hardware_price_index + c.system_price
    ),
    chip_purchases: formula(
      "USD/month",
      "Paid for accelerators",
      (c, p) => c.purchased * c.unit_price * p.hardware_price_index
    ),
    system_purchases: formula(
      "USD/month",
      "Paid for servers, network and storage",
      (c) => c.purchased * c.system_price
    ),
    making_cost: formula("USD/month", "What the accelerators bought cost to make", (c) => c.purchased * c.cost_to_make),
    wafer_cost: formula(
      "USD/month",
      "Logic wafers in the accelerators bought",
      (c, p) => (c.purchased * c.logic_cost) / p.assembly_yield
    ),
    memory_spending: formula(
      "USD/month",
      "Memory in the accelerators bought",
      (c, p) => (c.purchased * c.memory_cost) / p.assembly_yield
    ),
    assembly_cost: formula(
      "USD/month",
      "Packaging and test of the accelerators bought",
      (c) => c.making_cost - c.wafer_cost - c.memory_spending
    ),
    last_hardware: previous("hardware", 0, "Purchase price of the hardware in use last month"),
    last_hardware_change: previous("hardware_change", 0, "Hardware bought less retired last month"),
    hardware: formula("USD", "Purchase price of the hardware in use", (c, p) =>
      p.month > 0 ? c.last_hardware + c.last_hardware_change * p.step : c.gpus * c.hardware_price
    ),
    hardware_change: formula(
      "USD/month",
      "Hardware bought less retired, each at its purchase price",
      (c, p) => c.purchased * c.hardware_price - c.hardware / p.accelerator_life
    ),
    building: formula("USD", "Construction cost of the facility that the cluster fills, where owned", (c, p) =>
      c.tenure === "owned" ? c.it_capacity * c.construction_cost * p.construction_premium : 0
    ),
    building_purchases: formula(
      "USD/month",
      "Paid to builders for growth and renewal",
      (c, p) => c.building * (p.expansion_rate + 1 / p.facility_life)
    ),
    rate: formula("1/yr", "Cost of the neocloud's capital", (c, p) => p.cost_of_capital + c.capital_premium),

    hardware_charge: formula(
      "USD/month",
      "Annuity on the hardware",
      (c, p, f) => c.hardware * f.capital_recovery(c.rate, p.accelerator_life, p.accelerator_residual)
    ),
    building_charge: formula(
      "USD/month",
      "Annuity on the facility",
      (c, p, f) => c.building * f.capital_recovery(c.rate, p.facility_life, p.facility_residual)
    ),
    colocation_rent: formula("USD/month", "Rent of a colocated site", (c) =>
      c.tenure === "colocated" ? c.it_capacity * c.colocation_rate : 0
    ),
    electricity_cost: formula("USD/month", "Electricity", (c) => c.grid_energy * c.power_price),
    water_cost: formula("USD/month", "Water on site", (c) => c.site_water * c.water_price),
    operation_cost: formula("USD/month", "Operation of an owned facility without energy", (c, p) =>
      c.tenure === "owned" ? c.it_capacity * p.facility_operation : 0
    ),
    staff_cost: formula(
      "USD/month",
      "Cluster engineers",
      (c, p) => c.gpus * c.staff * p.engineer_compensation * p.wage_index
    ),
    licence_cost: formula("USD/month", "Licence of the orchestrator", (c) => c.gpus * c.licence),
    maintenance_cost: formula("USD/month", "Maintenance and spares", (c, p) => c.hardware * p.hardware_maintenance),
    insurance_cost: formula("USD/month", "Insurance of the hardware", (c, p) => c.hardware * p.insurance),
    property_tax: formula("USD/month", "Property tax on an owned facility", (c, p) => c.building * p.property_tax),

    on_demand_price: formula(
      "USD/GPU-hour",
      "On-demand price",
      (c, p) => c.start_on_demand_price * p.rental_price_index
    ),
    contract_price: formula(
      "USD/GPU-hour",
      "One-year contract price",
      (c, p) => c.on_demand_price * (1 - p.contract_discount)
    ),
    price: formula(
      "USD/GPU-hour",
      "Mean price of the GPU-hours sold",
      (c) => c.contract_share * c.contract_price + (1 - c.contract_share) * c.on_demand_price
    ),
    revenue: formula("USD/month", "GPU-hours sold at their price", (c) => c.sold_hours * c.price),
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
    )
  })
);
