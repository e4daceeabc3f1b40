import type {Definitions} from "../../sheet/index.js";
import type {Cluster} from "../cluster.js";
import {fleet} from "../fleet.js";
import type {Words} from "../parameter.js";

/** Power, energy, water and carbon of a cluster. */
export interface Energy {
  in_fitting: number;
  it_capacity: number;
  fitting_capacity: number;
  housed_capacity: number;
  attended_gpus: number;
  full_power: number;
  site_power: number;
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
}

/** The columns of `Energy`. */
export function energy({lookups, formula, rollup, sums}: Words<Cluster>): Definitions<Energy> {
  return {
    ...sums(() => fleet, "it_capacity", "full_power", "fitting_capacity"),
    housed_capacity: formula(
      "MW",
      "IT power for which a place is paid: of accelerators in service, and of those that are being fitted",
      (c) => c.it_capacity + c.fitting_capacity
    ),
    in_fitting: rollup(() => fleet, "in_fitting", "sum"),
    attended_gpus: formula(
      "GPU",
      "Accelerators in service, and those that are being fitted",
      (c) => c.gpus + c.in_fitting
    ),
    site_power: formula(
      "MW",
      "Power that its site is built for, with cooling and losses on the hottest day",
      (c) => c.it_capacity * c.site_ratio
    ),
    owned_power: formula("MW", "Power that its site is built for, where the neocloud owns it", (c) =>
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
    grid_energy: formula("MWh/month", "Energy from the grid: servers, cooling and losses", (c) => c.it_energy * c.pue),
    serving_energy: formula(
      "MWh/month",
      "Energy from the grid for accelerators in service, with cooling and losses",
      (c) => c.it_power * c.pue
    ),
    site_water: formula("m3/month", "Water used on site", (c) => c.it_energy * c.wue),
    serving_water: formula("m3/month", "Water used on site for accelerators in service", (c) => c.it_power * c.wue),
    energy_per_hour: formula("kWh/GPU-hour", "Grid energy of a GPU-hour sold", (c) => c.serving_energy / c.sold_hours),
    water_per_hour: formula("L/GPU-hour", "On-site water of a GPU-hour sold", (c) => c.serving_water / c.sold_hours),
    exported_energy: formula(
      "MWh/month",
      "Grid energy of the hours that it works for other clusters' customers",
      (c) => (c.exported_hours > 0 ? c.exported_hours * c.energy_per_hour : 0)
    ),
    exported_water: formula(
      "m3/month",
      "On-site water of the hours that it works for other clusters' customers",
      (c) => (c.exported_hours > 0 ? c.exported_hours * c.water_per_hour : 0)
    ),
    ...lookups("market", "moved_energy", "moved_water"),
    source_water: formula(
      "m3/month",
      "Water consumed in generating the electricity",
      (c) => c.grid_energy * c.water_intensity
    ),
    operational_carbon: formula(
      "tCO2e/month",
      "Greenhouse gas emissions of the electricity",
      (c) => c.grid_energy * c.carbon_intensity
    ),
    ...sums(() => fleet, "making_carbon", "making_water", "wafers")
  };
}
