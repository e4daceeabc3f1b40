import type {Table} from "../sheet/index.js";
import {application} from "./application.js";
import {segment} from "./segment.js";
import {cluster} from "./cluster.js";
import {neocloud} from "./neocloud.js";
import {table} from "./parameter.js";
import {provider} from "./provider.js";

/** The whole chain in one row: what goes in, what comes out, and the ratios that may be quoted. */
export interface Economy {
  gpus: number;
  pipeline: number;
  it_capacity: number;
  allocatable_hours: number;
  demanded_hours: number;
  sold_hours: number;
  unused_hours: number;
  sold_share: number;
  tokens: number;
  users: number;

  grid_energy: number;
  site_water: number;
  source_water: number;
  making_water: number;
  operational_carbon: number;
  making_carbon: number;
  carbon: number;
  water: number;
  wafers: number;

  electricity_cost: number;
  water_cost: number;
  making_cost: number;
  materials_cost: number;

  neocloud_revenue: number;
  neocloud_cost: number;
  provider_revenue: number;
  provider_cost: number;
  application_revenue: number;
  application_cost: number;
  gross_revenue: number;
  rent: number;
  token_spending: number;
  resource_cost: number;

  chip_purchases: number;
  system_purchases: number;
  building_purchases: number;
  investment: number;
  final_spending: number;

  hours_saved: number;
  productivity_value: number;
  face_value: number;
  consumer_surplus: number;

  value_per_cost: number;
  value_per_spending: number;
  value_multiplier: number;
  double_counting: number;
  cost_per_token: number;
  price_per_token: number;
  price_per_gpu_hour: number;
  energy_per_token: number;
  carbon_per_token: number;
  balance: number;
}

export const economy: Table<Economy> = table<Economy>(
  "economy",
  "The whole value chain in one row: inputs, outputs and headline ratios.",
  ({rollup, sums, formula}) => ({
    ...sums(
      () => cluster,
      "gpus",
      "pipeline",
      "it_capacity",
      "allocatable_hours",
      "demanded_hours",
      "sold_hours",
      "unused_hours"
    ),
    sold_share: formula(
      "share",
      "Utilisation: share of available GPU-hours sold",
      (e) => e.sold_hours / e.allocatable_hours
    ),
    tokens: rollup(() => provider, "served_tokens", "sum"),
    users: rollup(() => application, "users", "sum"),

    ...sums(() => cluster, "grid_energy", "site_water", "source_water"),
    ...sums(() => cluster, "making_water", "operational_carbon", "making_carbon"),
    carbon: formula(
      "tCO2e/month",
      "Greenhouse gas emissions: operational (electricity) and embodied (manufacturing accelerators)",
      (e) => e.operational_carbon + e.making_carbon
    ),
    water: formula(
      "m3/month",
      "Water consumed on site, in generating electricity and in manufacturing accelerators",
      (e) => e.site_water + e.source_water + e.making_water
    ),
    wafers: rollup(() => cluster, "wafers", "sum"),

    ...sums(() => cluster, "electricity_cost", "water_cost", "making_cost"),
    materials_cost: formula(
      "USD/month",
      "Physical inputs: electricity, water and the manufacturing cost of the accelerators bought",
      (e) => e.electricity_cost + e.water_cost + e.making_cost
    ),

    neocloud_revenue: rollup(() => neocloud, "revenue", "sum"),
    neocloud_cost: rollup(() => neocloud, "cost", "sum"),
    provider_revenue: rollup(() => provider, "revenue", "sum"),
    provider_cost: rollup(() => provider, "cost", "sum"),
    application_revenue: rollup(() => application, "revenue", "sum", {doc: "User spending"}),
    application_cost: rollup(() => application, "cost", "sum"),
    gross_revenue: formula(
      "USD/month",
      "Gross revenue of the three layers, which counts the same dollar up to three times",
      (e) => e.neocloud_revenue + e.provider_revenue + e.application_revenue
    ),
    rent: rollup(() => provider, "rent", "sum", {doc: "Payments by providers to neoclouds"}),
    token_spending: rollup(() => application, "token_cost", "sum", {doc: "Payments by applications to providers"}),
    resource_cost: formula(
      "USD/month",
      "Total cost of the three layers, each dollar counted once, without payments between them",
      (e) => e.neocloud_cost + e.provider_cost - e.rent + e.application_cost - e.token_spending
    ),

    ...sums(() => cluster, "chip_purchases", "system_purchases", "building_purchases"),
    investment: formula(
      "USD/month",
      "Payments for accelerators, systems and buildings",
      (e) => e.chip_purchases + e.system_purchases + e.building_purchases
    ),
    final_spending: formula(
      "USD/month",
      "Final demand: spending by users and investors that no company in the chain passes on",
      (e) => e.application_revenue + e.investment
    ),

    ...sums(() => segment, "hours_saved", "productivity_value", "face_value", "consumer_surplus"),

    value_per_cost: formula(
      "1",
      "Additional output per dollar of total cost, each dollar counted once",
      (e) => e.productivity_value / e.resource_cost
    ),
    value_per_spending: formula(
      "1",
      "Additional output per dollar of user spending",
      (e) => e.productivity_value / e.application_revenue
    ),
    value_multiplier: formula(
      "1",
      "Additional output per dollar of neocloud cost: the ratio of the earlier claim, with our figures",
      (e) => e.productivity_value / e.neocloud_cost
    ),
    double_counting: formula(
      "1",
      "Gross revenue per dollar of user spending",
      (e) => e.gross_revenue / e.application_revenue
    ),
    cost_per_token: formula(
      "USD/Mtok",
      "Providers' cost per million tokens of any kind",
      (e) => e.provider_cost / e.tokens
    ),
    price_per_token: formula(
      "USD/Mtok",
      "Providers' revenue per million tokens of any kind",
      (e) => e.provider_revenue / e.tokens
    ),
    price_per_gpu_hour: formula(
      "USD/GPU-hour",
      "Neoclouds' revenue per GPU-hour paid for, used or not, of all accelerators and tenors",
      (e) => e.neocloud_revenue / (e.sold_hours + e.unused_hours)
    ),
    energy_per_token: formula("J/token", "Grid energy per token of any kind", (e) => e.grid_energy / e.tokens),
    carbon_per_token: formula(
      "gCO2e/Mtok",
      "Operational greenhouse gas emissions per million tokens",
      (e) => e.operational_carbon / e.tokens
    ),
    balance: formula(
      "1",
      "Demand-to-supply ratio: GPU-hours demanded divided by those available",
      (e) => e.demanded_hours / e.allocatable_hours
    )
  }),
  {single: true}
);
