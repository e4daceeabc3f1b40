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
  ({text, input, rollup, formula}) => ({
    name: text("Name of the company"),
    capital_premium: input("1/yr", "Cost of capital above or below the general one"),
    life_extension: input("yr", "Years that it uses its hardware beyond the general life"),
    availability_gain: input("1", "Share of accelerators that it can sell above or below what its orchestrators allow"),
    gpus: rollup(() => cluster, "gpus", "sum"),
    it_capacity: rollup(() => cluster, "it_capacity", "sum"),
    site_power: rollup(() => cluster, "site_power", "sum"),
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
