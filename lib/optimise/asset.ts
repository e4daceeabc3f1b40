import type {Cluster} from "../model/cluster.js";
import {fleet, type Fleet} from "../model/fleet.js";
import {table} from "../model/parameter.js";
import type {Table} from "../sheet/index.js";

/**
 * Accelerators of one kind at one site, installed or not: running cost and resource use per accelerator.
 */
export interface Asset {
  fleet: Fleet;
  cluster: Cluster;
  hardware_price: number;
  provisioned_power: number;
  loaded_power: number;
  embodied_carbon: number;
  tenure: string;
  pue: number;
  wue: number;
  power_price: number;
  carbon_intensity: number;
  water_price: number;
  construction_cost: number;
  colocation_rate: number;
  staff: number;
  licence: number;
  capital_cost: number;
  site_cost: number;
  running_cost: number;

  it_capacity: number;
  full_power: number;
  making_carbon: number;
  idle_energy: number;
  busy_energy: number;
  idle_carbon: number;
  busy_carbon: number;
  idle_water: number;
  busy_water: number;
  idle_cost: number;
  busy_cost: number;
  care_cost: number;
  overhead: number;
  hall_cost: number;
  hall_upkeep: number;
}

export const asset: Table<Asset> = table<Asset>(
  "asset",
  "Accelerators of one kind at one site: purchase price, running cost and resource use of each.",
  ({ref, lookups, formula}) => ({
    fleet: ref(() => fleet, "Kind and site"),
    ...lookups("fleet", "cluster", "hardware_price", "provisioned_power", "loaded_power", "embodied_carbon"),
    ...lookups("cluster", "tenure", "pue", "wue", "power_price", "carbon_intensity", "water_price"),
    ...lookups("cluster", "construction_cost", "colocation_rate", "staff", "licence"),
    ...lookups("fleet", "capital_cost", "site_cost", "running_cost"),

    it_capacity: formula("MW/GPU", "IT power provisioned per accelerator", (a) => a.provisioned_power),
    full_power: formula("MW/GPU", "IT power of an accelerator at full load", (a) => a.loaded_power),
    making_carbon: formula("tCO2e/GPU", "Embodied emissions of an accelerator", (a) => a.embodied_carbon),
    idle_energy: formula(
      "MWh/GPU-month",
      "Grid energy of an idle accelerator",
      (a, p) => a.full_power * p.idle_power_share * a.pue
    ),
    busy_energy: formula(
      "MWh/GPU-month",
      "Additional grid energy of an accelerator at full load",
      (a, p) => a.full_power * (1 - p.idle_power_share) * a.pue
    ),
    idle_carbon: formula(
      "tCO2e/GPU-month",
      "Greenhouse gas emissions of an idle accelerator",
      (a) => a.idle_energy * a.carbon_intensity
    ),
    busy_carbon: formula(
      "tCO2e/GPU-month",
      "Additional greenhouse gas emissions at full load",
      (a) => a.busy_energy * a.carbon_intensity
    ),
    idle_water: formula("m3/GPU-month", "On-site water of an idle accelerator", (a) => (a.idle_energy / a.pue) * a.wue),
    busy_water: formula(
      "m3/GPU-month",
      "Additional on-site water at full load",
      (a) => (a.busy_energy / a.pue) * a.wue
    ),
    idle_cost: formula(
      "USD/GPU-month",
      "Electricity and water of an idle accelerator",
      (a) => a.idle_energy * a.power_price + a.idle_water * a.water_price
    ),
    busy_cost: formula(
      "USD/GPU-month",
      "Additional electricity and water at full load",
      (a) => a.busy_energy * a.power_price + a.busy_water * a.water_price
    ),
    care_cost: formula(
      "USD/GPU-month",
      "Engineers and licence",
      (a, p) => a.staff * p.engineer_compensation * p.wage_index + a.licence
    ),
    overhead: formula(
      "USD/GPU-month",
      "Selling, general and administrative cost, as in the price of new capacity",
      (a, p) => ((a.capital_cost + a.site_cost + a.running_cost) * p.neocloud_overhead) / (1 - p.neocloud_overhead)
    ),
    hall_cost: formula("USD/MW", "Construction of a building, if owned", (a, p) =>
      a.tenure === "owned" ? a.construction_cost * p.construction_premium : 0
    ),
    hall_upkeep: formula("USD/MW-month", "Operation and tax of an owned building, or rent", (a, p) =>
      a.tenure === "owned" ? p.facility_operation + a.hall_cost * p.property_tax : a.colocation_rate
    )
  })
);
