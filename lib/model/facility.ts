import type {Table} from "../sheet/index.js";
import {table} from "./parameter.js";

/** A place with its grid and its water. */
export interface Region {
  name: string;
  country: string;
  power_price: number;
  carbon_intensity: number;
  water_intensity: number;
  water_price: number;
}

/** A data centre, owned or colocated. */
export interface Facility {
  name: string;
  region: Region;
  tenure: "owned" | "colocated";
  pue: number;
  peak_reserve: number;
  wue: number;
  construction_cost: number;
  colocation_rate: number;
  start_power_price: number;
  carbon_intensity: number;
  water_intensity: number;
  water_price: number;
  power_price: number;
}

export const region: Table<Region> = table<Region>(
  "region",
  "Regions: electricity, carbon, water.",
  ({text, input}) => ({
    name: text("Name of the region"),
    country: text("Country"),
    power_price: input("USD/kWh", "Price of industrial electricity"),
    carbon_intensity: input("gCO2e/kWh", "Greenhouse gas emissions of the grid, by location"),
    water_intensity: input("L/kWh", "Water consumed in generating electricity"),
    water_price: input("USD/m3", "Price of water on site")
  })
);

export const facility: Table<Facility> = table<Facility>(
  "facility",
  "Data centres, owned or colocated.",
  ({text, ref, input, lookup, lookups, formula}) => ({
    name: text("Name of the site"),
    region: ref(() => region, "Region"),
    tenure: text<Facility["tenure"]>("owned: built and run by the neocloud; colocated: rented by the kW"),
    pue: input("1", "Grid energy per IT energy (power usage effectiveness)"),
    peak_reserve: input(
      "1",
      "Power that the site is built for beyond that, of its IT power: for the hottest day, and in reserve"
    ),
    wue: input("L/kWh", "On-site water per IT energy (water usage effectiveness)"),
    construction_cost: input("USD/W", "Shell, power and cooling plant with their design, per watt of IT capacity"),
    colocation_rate: input("USD/kW-month", "Rent per kW of IT capacity, without energy"),
    start_power_price: lookup("region", "power_price"),
    ...lookups("region", "carbon_intensity", "water_intensity", "water_price"),
    power_price: formula(
      "USD/kWh",
      "Price of electricity in the month",
      (f, p) => f.start_power_price * p.power_price_index
    )
  })
);
