import type {Table} from "../sheet/index.js";
import {cluster} from "./cluster.js";
import {table} from "./parameter.js";

/** A company that turns power and silicon into GPU-hours. */
export interface Neocloud {
  name: string;
  capital_premium: number;
  life_extension: number;
  availability_gain: number;
  gpus: number;
  it_capacity: number;
  site_power: number;
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

export const neocloud: Table<Neocloud> = table<Neocloud>(
  "neocloud",
  "Companies that turn power and silicon into GPU-hours.",
  ({text, input, sums, formula}) => ({
    name: text("Name of the company"),
    capital_premium: input("1/yr", "Cost of capital above or below the general one"),
    life_extension: input("yr", "Years that it uses its hardware beyond the general life"),
    availability_gain: input("1", "Share of accelerators that it can sell above or below what its orchestrators allow"),
    ...sums(() => cluster, "gpus", "it_capacity", "site_power", "allocatable_hours", "sold_hours"),
    ...sums(() => cluster, "revenue", "cost", "profit"),
    margin: formula("1", "Profit after capital charges, of revenue", (n) => n.profit / n.revenue),
    levelised_cost: formula(
      "USD/GPU-hour",
      "All cost, with capital charges, per GPU-hour sold",
      (n) => n.cost / n.sold_hours
    ),

    ...sums(() => cluster, "electricity_cost", "water_cost", "colocation_rent", "operation_cost", "staff_cost"),
    ...sums(() => cluster, "licence_cost", "maintenance_cost", "insurance_cost", "property_tax", "overhead"),
    ...sums(() => cluster, "chip_purchases", "system_purchases", "building_purchases", "hardware", "building")
  })
);
