import type {Definitions, Vocabulary} from "../sheet/index.js";
import type {Cluster} from "./cluster.js";
import {deployment} from "./deployment.js";
import {fleet} from "./fleet.js";
import type {Functions} from "./functions.js";
import type {Parameter} from "./parameter.js";

/** What a cluster's neocloud expects of new capacity, wants to order, and has power for. */
export interface Orders {
  new_cost: number;
  start_cost: number;
  cost_index: number;
  supply_value: number;
  latent_hours: number;
  latent_value: number;
  spot_value: number;
  contract_value: number;
  cost_value: number;
  avoidable_value: number;
  last_latent_hours: number;
  last_demand_trend: number;
  start_demand_trend: number;
  demand_trend: number;
  expected_occupancy: number;
  expected_margin: number;
  expected_growth: number;
  value_at_arrival: number;
  wanted_capacity: number;
  power_wanted: number;
  retired_power: number;
  pipeline_power: number;
  power_committed: number;
  start_power: number;
  power_premium: number;
  backstop_power: number;
  power_limit: number;
  power_clearing: number;
  next_power_premium: number;
  next_backstop_power: number;
  power_free: number;
  power_share: number;
}

type Words = Pick<Vocabulary<Cluster, Parameter, Functions>, "formula" | "rollup" | "sums" | "previous">;

/** The columns of `Orders`, for the table of clusters. */
export function orders({formula, rollup, sums, previous}: Words): Definitions<Orders> {
  return {
    new_cost: rollup(() => fleet, "new_cost", "weighted_mean", {
      weight: "order_share",
      doc: "Cost of an hour of the capacity that is ordered now, at normal occupancy"
    }),
    start_cost: previous("start_cost", "new_cost", "Cost of an hour of the capacity that is ordered initially"),
    cost_index: formula("1", "Cost of new capacity relative to the initial level", (c) => c.new_cost / c.start_cost),
    supply_value: formula(
      "USD/month",
      "GPU-hours available, at the initial price",
      (c) => c.allocatable_hours * c.start_on_demand_price
    ),
    latent_hours: rollup(() => deployment, "latent_hours", "sum", {
      doc: "GPU-hours that would be demanded without rationing"
    }),
    latent_value: formula(
      "USD/month",
      "GPU-hours that would be demanded without rationing, at the initial price",
      (c) => c.latent_hours * c.start_on_demand_price
    ),
    spot_value: formula(
      "USD/month",
      "GPU-hours available, at the on-demand price of what earns as much as the initial kind",
      (c) => c.supply_value * c.spot_index
    ),
    contract_value: formula(
      "USD/month",
      "GPU-hours available on contract, at the initial price",
      (c) => c.supply_value * c.contract_share
    ),
    cost_value: formula(
      "USD/month",
      "GPU-hours available, at the cost of new capacity that earns as much",
      (c) => c.allocatable_hours * c.new_cost
    ),
    avoidable_value: formula(
      "USD/month",
      "GPU-hours available, at their avoidable cost",
      (c) => c.allocatable_hours * c.avoidable_cost
    ),

    last_latent_hours: previous(
      "latent_hours",
      "latent_hours",
      "GPU-hours that would have been demanded without rationing last month"
    ),
    last_demand_trend: previous("demand_trend", "start_demand_trend", "Growth that builders expected last month"),
    start_demand_trend: formula(
      "1/yr",
      "Growth of demand that builders expect at the outset: what they have ordered for",
      (c) => c.order_book
    ),
    demand_trend: formula(
      "1/yr",
      "Growth of demand that builders expect: the mean of the last months, recent ones more",
      (c, p, f) =>
        p.month > 0
          ? c.last_demand_trend +
            (f.log(c.latent_hours / c.last_latent_hours) / p.step - c.last_demand_trend) *
              (1 - f.exp(0 - p.step / p.trend_time))
          : c.start_demand_trend
    ),
    expected_occupancy: formula(
      "1",
      "GPU-hours that builders expect to be demanded when what they order now arrives, as a share of those " +
        "available then, without what is retired",
      (c, p, f) =>
        (c.latent_hours * f.exp(c.demand_trend * p.lead_time * f.mean_decay(p.trend_fade * p.lead_time))) /
        (c.allocatable_hours +
          f.max(0, c.pipeline_equivalents - c.retired_equivalents * p.lead_time) * c.allocatable_share)
    ),
    expected_margin: formula(
      "1",
      "Expected return on new capacity: expected revenue divided by cost, less 1",
      (c, p, {min}) => ((c.offer_price / c.new_cost) * min(1, c.expected_occupancy)) / p.normal_occupancy - 1
    ),
    expected_growth: formula(
      "1/yr",
      "Growth of demand that builders expect when what they order now arrives: today's, which fades",
      (c, p, {exp}) => c.demand_trend * exp(0 - p.trend_fade * p.lead_time)
    ),
    value_at_arrival: formula(
      "GPU",
      "Capacity when what is ordered now arrives, in accelerators that earn as much as the initial ones: what is " +
        "installed and on order, without what is retired until then",
      (c, p, {max}) => max(0, c.value + c.pipeline_value - c.retired_value * p.lead_time)
    ),
    wanted_capacity: formula(
      "GPU/month",
      "Capacity that the neocloud wants to order, in accelerators that earn as much as the initial ones: for " +
        "expected growth of what there will be, as far as it pays, and for renewal where it is worth its cost",
      (c, p, {min, max}) =>
        c.value_at_arrival *
          min(
            p.order_limit,
            max(
              0,
              c.expected_growth * max(0, min(1, 1 + 2 * (c.expected_margin - p.hurdle))) +
                p.order_response * (c.expected_margin - p.hurdle)
            )
          ) +
        c.retired_value * min(1, max(0, 1 + 10 * c.expected_margin))
    ),
    ...sums(() => fleet, "power_wanted", "retired_power", "pipeline_power"),
    power_committed: formula(
      "MW",
      "IT power of accelerators installed and on order",
      (c) => c.it_capacity + c.pipeline_power
    ),
    start_power: previous(
      "start_power",
      "power_committed",
      "IT power of accelerators installed and initially on order"
    ),
    power_premium: previous("next_power_premium", 1, "Price of a site with power, relative to normal times"),
    backstop_power: previous("next_backstop_power", 0, "IT power of own generation, built where the grid has none"),
    power_limit: formula(
      "MW",
      "IT power that the site could provide; higher prices attract sites and grid connections from other uses",
      (c, p, {exp}) =>
        c.start_power * (1 + p.power_headroom) * exp(p.power_growth * p.month) * c.power_premium ** p.power_elasticity +
        c.backstop_power +
        c.extra_power
    ),
    power_clearing: formula(
      "1",
      "Price of a site with power, relative to normal times, at which supply would meet demand",
      (c, p, f) =>
        f.scarcity_price(
          c.power_premium,
          (c.power_committed + c.power_wanted * p.power_horizon) / c.power_limit,
          p.power_elasticity,
          p.power_ceiling
        )
    ),
    next_power_premium: formula("1", "Price of a site with power next month, relative to normal times", (c, p, f) =>
      f.approach(c.power_premium, c.power_clearing, p.power_response * p.step)
    ),
    next_backstop_power: formula(
      "MW",
      "Own generation next month; more is built as the price of a site with power approaches its ceiling",
      (c, p) =>
        c.backstop_power + c.start_power * p.backstop_rate * ((c.power_premium - 1) / (p.power_ceiling - 1)) * p.step
    ),
    power_free: formula(
      "MW/month",
      "IT power for which orders can be placed: free power and power of retired accelerators",
      (c, p, {max}) => max(0, c.power_limit - c.power_committed) / p.step + c.retired_power
    ),
    power_share: formula("share", "Share of the accelerators wanted for which power is available", (c) =>
      c.power_wanted > c.power_free ? c.power_free / c.power_wanted : 1
    )
  };
}
