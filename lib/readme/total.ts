import type {Table} from "../sheet/index.js";
import {application} from "./application.js";
import {datacenter} from "./datacenter.js";
import {table} from "./parameter.js";
import {provider} from "./provider.js";

/** The headline figure and its parts. */
export interface Total {
  raw_materials_cost: number;
  provider_cost: number;
  application_cost: number;
  total_cost: number;
  neocloud_revenue: number;
  provider_revenue: number;
  application_revenue: number;
  total_revenue: number;
  profit: number;
  productivity_value: number;
  rent_paid: number;
  tokens_paid: number;
  tokens_needed: number;
  tokens_sold: number;
  token_capacity: number;
  gpus_rented: number;
  gpus_let: number;
  provider_scale: number;
  neocloud_scale: number;
  counted_neocloud_cost: number;
  counted_provider_cost: number;
  counted_application_cost: number;
  counted_cost: number;
  value_multiplier: number;
  value_per_cost: number;
}

/** The whole stack in one row: sums of the layers, and value relative to the counted costs. */
export const total: Table<Total> = table<Total>(
  "readme_total",
  "The earlier program's headline figure.",
  ({rollup, formula}) => ({
    raw_materials_cost: rollup(() => datacenter, "cost", "sum", {doc: "Neoclouds' costs, called raw materials"}),
    provider_cost: rollup(() => provider, "cost", "sum", {doc: "Providers' costs"}),
    application_cost: rollup(() => application, "cost", "sum", {doc: "Applications' costs"}),
    total_cost: formula(
      "USD/month30",
      "Costs of all layers, including payments between them",
      (t) => t.raw_materials_cost + t.provider_cost + t.application_cost
    ),
    neocloud_revenue: rollup(() => datacenter, "revenue", "sum", {doc: "Neoclouds' revenue"}),
    provider_revenue: rollup(() => provider, "revenue", "sum", {doc: "Providers' revenue"}),
    application_revenue: rollup(() => application, "revenue", "sum", {doc: "Applications' revenue"}),
    total_revenue: formula(
      "USD/month30",
      "Revenues of all layers, added up",
      (t) => t.neocloud_revenue + t.provider_revenue + t.application_revenue
    ),
    profit: formula("USD/month30", "Revenues less costs", (t) => t.total_revenue - t.total_cost),
    productivity_value: rollup(() => application, "productivity_value", "sum"),
    rent_paid: rollup(() => provider, "compute_cost", "sum", {doc: "Payments of providers to neoclouds"}),
    tokens_paid: rollup(() => application, "token_cost", "sum", {doc: "Payments of applications to providers"}),
    tokens_needed: rollup(() => application, "tokens", "sum", {doc: "Tokens that applications use"}),
    tokens_sold: rollup(() => provider, "tokens", "sum", {doc: "Tokens sold by providers"}),
    token_capacity: rollup(() => provider, "capacity", "sum", {doc: "Tokens that providers can produce"}),
    gpus_rented: rollup(() => provider, "count", "sum", {doc: "Accelerators that providers rent"}),
    gpus_let: rollup(() => datacenter, "rented", "sum", {doc: "Accelerators that neoclouds rent out"}),
    provider_scale: formula("1", "Providers needed for the applications' tokens, relative to existing ones", (t, p) =>
      p.layers_meet === 1 ? t.tokens_needed / (t.token_capacity * p.load_share) : 1
    ),
    neocloud_scale: formula("1", "Neoclouds needed for providers' accelerators, relative to existing ones", (t, p) =>
      p.layers_meet === 1 ? (t.gpus_rented * t.provider_scale) / t.gpus_let : 1
    ),
    counted_neocloud_cost: formula(
      "USD/month30",
      "Neoclouds' costs that the multiplier counts",
      (t) => t.raw_materials_cost * t.neocloud_scale
    ),
    counted_provider_cost: formula(
      "USD/month30",
      "Providers' costs that the multiplier counts",
      (t, p) => (t.provider_cost - t.rent_paid * (1 - p.transfer_share)) * t.provider_scale * p.downstream_share
    ),
    counted_application_cost: formula(
      "USD/month30",
      "Applications' costs that the multiplier counts",
      (t, p) => (t.application_cost - t.tokens_paid * (1 - p.transfer_share)) * p.downstream_share
    ),
    counted_cost: formula(
      "USD/month30",
      "All costs that the multiplier counts",
      (t) => t.counted_neocloud_cost + t.counted_provider_cost + t.counted_application_cost
    ),
    value_multiplier: formula("1", "Value over the costs counted", (t) => t.productivity_value / t.counted_cost),
    value_per_cost: formula("1", "Value over the costs of all layers", (t) => t.productivity_value / t.total_cost)
  }),
  {single: true}
);
