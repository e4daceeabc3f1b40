import type {Table} from "../sheet/index.js";
import {cluster} from "./cluster.js";
import {table} from "./parameter.js";

/** A neocloud with its one site. */
export interface Datacenter {
  name: string;
  location: string;
  pue: number;
  power_price: number;
  water_price: number;
  rent: number;
  area: number;
  hardware: number;
  infrastructure: number;
  it_power: number;
  hardware_cost: number;
  infrastructure_cost: number;
  electricity_cost: number;
  water_cost: number;
  real_estate_cost: number;
  staff_cost: number;
  cost: number;
  revenue: number;
  rented: number;
}

/** Neoclouds: monthly cost and revenue of a site. */
export const datacenter: Table<Datacenter> = table<Datacenter>(
  "readme_datacenter",
  "Neoclouds of the earlier program, each with its site.",
  ({text, input, formula, rollup}) => ({
    name: text("Name of the neocloud"),
    location: text("Location of its site"),
    pue: input("1", "Energy of the site over energy of its accelerators"),
    power_price: input("USD/kWh", "Price of electricity"),
    water_price: input("USD/gal", "Price of water"),
    rent: input("USD/sqft-yr", "Rent of the building"),
    area: input("sqft", "Area of the building"),
    hardware: rollup(() => cluster, "hardware", "sum", {doc: "Price of the accelerators on site"}),
    infrastructure: formula("USD", "Price of the datacenter", (d, p) => d.hardware * p.infrastructure_ratio),
    it_power: rollup(() => cluster, "it_power", "sum", {doc: "Power of the accelerators on site"}),
    hardware_cost: formula("USD/month30", "Charge on accelerators", (d, p) => d.hardware * p.accelerator_charge),
    infrastructure_cost: formula(
      "USD/month30",
      "Charge on the datacenter",
      (d, p) => d.infrastructure * p.facility_charge
    ),
    electricity_cost: formula("USD/month30", "Electricity", (d) => d.it_power * d.pue * d.power_price),
    water_cost: formula("USD/month30", "Cooling water", (d, p) => d.it_power * p.water_intensity * d.water_price),
    real_estate_cost: formula("USD/month30", "Rent", (d, p) => (d.area * d.rent) / p.months_per_year),
    staff_cost: formula(
      "USD/month30",
      "Staff and maintenance",
      (d, p) => ((d.hardware + d.infrastructure) * p.staff_share) / p.months_per_year
    ),
    cost: formula(
      "USD/month30",
      "All costs of the neocloud",
      (d) =>
        d.hardware_cost + d.infrastructure_cost + d.electricity_cost + d.water_cost + d.real_estate_cost + d.staff_cost
    ),
    revenue: rollup(() => cluster, "revenue", "sum", {doc: "Rental revenue from accelerators"}),
    rented: rollup(() => cluster, "rented", "sum", {doc: "Accelerators rented out, on average"})
  })
);
