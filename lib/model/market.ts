import type {Table} from "../sheet/index.js";
import {cluster} from "./cluster.js";
import {deployment} from "./deployment.js";
import {generation} from "./generation.js";
import {accelerators, type AcceleratorMarket} from "./trading/accelerators.js";
import {movedWork, type MovedWork} from "./trading/moved-work.js";
import {usedAccelerators, type UsedMarket} from "./trading/used-accelerators.js";
import {table} from "./parameter.js";
import {tier} from "./tier.js";

/** The market for GPU-hours, and that for accelerators. */
export interface Market extends MovedWork, AcceleratorMarket, UsedMarket {
  supply_value: number;
  latent_value: number;
  tightness: number;
  spot_value: number;
  cost_value: number;
  avoidable_value: number;
  markup: number;
  start_markup: number;
  floor_index: number;
  cost_index: number;
  long_run_index: number;
  start_unexplained_markup: number;
  unexplained_markup: number;
  rented_value: number;
  rented_value_over_revenue: number;
  worth_index: number;
  last_worth_index: number;
  ceiling_index: number;
  scarcity_index: number;
  start_scarcity_index: number;
  clearing_index: number;
  last_clearing_index: number;
  last_spot_index: number;
  spot_index: number;
  contract_index: number;
  generations: number;
  power_premium: number;
  power_share: number;
  frontier_blend: number;
  cheapest_index: number;
  cheapest_fall: number;
}

export const market: Table<Market> = table<Market>(
  "market",
  "The market for GPU-hours, whose price follows cost and scarcity, and that for accelerators, whose supply is " +
    "limited.",
  (words) => {
    const {rollup, sums, formula, previous} = words;
    return {
      ...sums(() => cluster, "supply_value", "latent_value"),
      tightness: formula(
        "1",
        "GPU-hours that would be demanded without rationing, as a share of those available, each at the initial price",
        (m) => m.latent_value / m.supply_value
      ),
      ...sums(() => cluster, "spot_value", "cost_value", "avoidable_value"),
      markup: formula("1", "On-demand price over the cost of new capacity", (m) => m.spot_value / m.cost_value),
      start_markup: previous("start_markup", "markup", "On-demand price over the cost of new capacity, at the outset"),
      cost_index: rollup(() => cluster, "cost_index", "weighted_mean", {
        weight: "supply_value",
        doc: "Cost of new capacity relative to the initial level"
      }),
      long_run_index: formula(
        "1",
        "Cost of new capacity as a multiple of the initial on-demand price: where that price ends in the long run",
        (m) => m.cost_index / m.start_markup
      ),
      start_unexplained_markup: formula(
        "1",
        "Markup at the outset that occupancy does not explain",
        (m) => m.start_markup / m.start_scarcity_index
      ),
      unexplained_markup: formula(
        "1",
        "What is left of that markup: it fades at the pace at which buyers of long contracts expect rents to return " +
          "to cost",
        (m, p, {exp}) => m.start_unexplained_markup ** exp(0 - p.reversion * p.month)
      ),
      floor_index: formula(
        "1",
        "Price of a GPU-hour, relative to the initial level, that just covers its avoidable cost",
        (m) => m.avoidable_value / m.supply_value
      ),
      ...sums(() => deployment, "rented_value", "rented_value_over_revenue"),
      worth_index: formula(
        "1",
        "What providers could pay for a GPU-hour, relative to the initial price, out of what its tokens earn: those " +
          "with the thinnest margin count most",
        (m, p) => ((1 - p.provider_overhead) * m.rented_value) / m.rented_value_over_revenue
      ),
      last_worth_index: previous("worth_index", "worth_index", "What providers could pay for a GPU-hour last month"),
      ceiling_index: formula(
        "1",
        "Price of a GPU-hour at which buyers give up: what it is worth to them, or a multiple of its cost",
        (m, p, {max}) => max(m.long_run_index * max(p.rental_ceiling, m.start_markup), m.last_worth_index)
      ),
      scarcity_index: formula("1", "Effect of scarcity on the price of a GPU-hour: 1 at normal occupancy", (m, p, f) =>
        f.clearing_price(m.tightness / p.normal_occupancy, p.rental_elasticity, 100)
      ),
      start_scarcity_index: previous(
        "start_scarcity_index",
        "scarcity_index",
        "Effect of scarcity on the price of a GPU-hour at the outset"
      ),
      clearing_index: formula(
        "1",
        "Price of a GPU-hour, relative to the initial level, to which scarcity drives it: it moves with the cost of " +
          "new capacity and with scarcity, between the avoidable cost and what buyers can pay",
        (m, _, {min, max}) =>
          max(m.floor_index, min(m.ceiling_index, m.long_run_index * m.unexplained_markup * m.scarcity_index))
      ),
      last_clearing_index: previous(
        "clearing_index",
        1,
        "Price to which last month's scarcity drives that of a GPU-hour"
      ),
      last_spot_index: previous(
        "spot_index",
        1,
        "On-demand price of a GPU-hour last month, relative to the initial level"
      ),
      spot_index: formula("1", "On-demand price of a GPU-hour relative to the initial level", (m, p, f) =>
        f.approach(m.last_spot_index, m.last_clearing_index, p.rental_response * p.step)
      ),
      contract_index: rollup(() => cluster, "contract_index", "weighted_mean", {
        weight: "contract_value",
        doc: "Price of a GPU-hour on the contracts in force, relative to the initial on-demand price"
      }),
      generations: rollup(() => generation, "arrived", "sum", {
        doc: "Generations of accelerators that have come to market since the first month"
      }),

      ...movedWork(words),
      ...accelerators(words),
      ...usedAccelerators(words),
      power_premium: rollup(() => cluster, "power_premium", "weighted_mean", {
        weight: "power_committed",
        doc: "Price of a site with power, relative to normal times"
      }),
      power_share: rollup(() => cluster, "power_share", "min", {
        doc: "Share of the accelerators wanted for which there is power, in the cluster that has least"
      }),
      frontier_blend: rollup(() => tier, "start_blend", "max", {
        doc: "List price of a token at the outset in the most expensive class, which is the most capable one"
      }),
      cheapest_index: rollup(() => tier, "offer_index", "min", {
        doc:
          "Price of the cheapest token of what the best models could do at the outset, in whatever class it is sold, " +
          "relative to their price then"
      }),
      cheapest_fall: formula(
        "1",
        "Factor by which that token becomes cheaper in a year, on average since the first month",
        (m, p, {max}) => m.cheapest_index ** (-12 * (p.step / max(p.month, p.step)))
      )
    };
  },
  {single: true}
);
