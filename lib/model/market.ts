import type {Table} from "../sheet/index.js";
import {fleet} from "./fleet.js";
import {cluster} from "./cluster.js";
import {table} from "./parameter.js";
import {deployment} from "./deployment.js";

/** The market for GPU-hours, and that for accelerators. */
export interface Market {
  supply_value: number;
  demand_value: number;
  tightness: number;
  offer_value: number;
  cost_value: number;
  avoidable_value: number;
  markup: number;
  start_markup: number;
  floor_index: number;
  cost_index: number;
  clearing_index: number;
  last_clearing_index: number;
  last_spot_index: number;
  spot_index: number;
  last_contract_index: number;
  contract_index: number;
  memory_wanted: number;
  memory_delivered: number;
  start_memory_delivered: number;
  memory_limit: number;
  memory_share: number;
  power_share: number;
}

/** A class of quality in which models compete. */
export interface Tier {
  name: string;
  markup_trend: number;
  cost_index: number;
  demanded_hours: number;
  offered_hours: number;
  tightness: number;
  cost_price_index: number;
  last_cost_price_index: number;
  last_competitive_index: number;
  competitive_index: number;
  clearing_premium: number;
  last_clearing_premium: number;
  last_premium: number;
  premium: number;
  price_index: number;
}

export const market: Table<Market> = table<Market>(
  "market",
  "The market for GPU-hours, whose price follows cost and scarcity, and that for accelerators, whose supply is " +
    "limited.",
  ({rollup, sums, formula, previous}) => ({
    ...sums(() => cluster, "supply_value", "demand_value"),
    tightness: formula(
      "1",
      "GPU-hours asked for, of those that can be sold, each at the price of the start",
      (m) => m.demand_value / m.supply_value
    ),
    ...sums(() => cluster, "offer_value", "cost_value", "avoidable_value"),
    markup: formula("1", "Price of new contracts over the cost of new capacity", (m) => m.offer_value / m.cost_value),
    start_markup: previous(
      "start_markup",
      "markup",
      "Price of new contracts over the cost of new capacity, at the start"
    ),
    cost_index: rollup(() => cluster, "cost_index", "weighted_mean", {
      weight: "supply_value",
      doc: "Cost of new capacity relative to the start"
    }),
    floor_index: formula(
      "1",
      "Price of a GPU-hour, relative to the start, that just covers its avoidable cost",
      (m) => m.avoidable_value / m.supply_value
    ),
    clearing_index: formula(
      "1",
      "Price of a GPU-hour, relative to the start, to which scarcity drives it: cost of new capacity times a " +
        "premium, and at least the avoidable cost",
      (m, p, f) =>
        f.max(
          m.floor_index,
          (m.cost_index * f.clearing_price(m.tightness / p.normal_occupancy, p.rental_elasticity, p.rental_ceiling)) /
            m.start_markup
        )
    ),
    last_clearing_index: previous(
      "clearing_index",
      1,
      "Price to which last month's scarcity drives that of a GPU-hour"
    ),
    last_spot_index: previous("spot_index", 1, "Price of a GPU-hour on demand last month, relative to the start"),
    spot_index: formula("1", "Price of a GPU-hour on demand relative to the start", (m, p, f) =>
      f.approach(m.last_spot_index, m.last_clearing_index, p.rental_response * p.step)
    ),
    last_contract_index: previous("contract_index", 1, "Price of a GPU-hour on contract last month"),
    contract_index: formula(
      "1",
      "Price of a GPU-hour on the contracts in force relative to the start: renewed evenly, they are half a term " +
        "old on average",
      (m, p, f) => f.approach(m.last_contract_index, m.last_spot_index, p.step / (p.contract_term / 2))
    ),
    memory_wanted: rollup(() => fleet, "memory_wanted", "sum", {
      doc: "Accelerator memory that neoclouds want to order"
    }),
    memory_delivered: rollup(() => fleet, "memory_delivered", "sum"),
    start_memory_delivered: previous(
      "start_memory_delivered",
      "memory_delivered",
      "Accelerator memory delivered at the start"
    ),
    memory_limit: formula(
      "GB/month",
      "Accelerator memory, packaged with its accelerators, that can be ordered",
      (m, p, {exp}) => m.start_memory_delivered * (1 + p.memory_supply_slack) * exp(p.memory_supply_growth * p.month)
    ),
    memory_share: formula("share", "Share of the accelerators wanted that makers accept orders for", (m) =>
      m.memory_wanted > m.memory_limit ? m.memory_limit / m.memory_wanted : 1
    ),
    power_share: rollup(() => cluster, "power_share", "min", {
      doc: "Share of the accelerators wanted for which there is power, in the cluster that has least"
    })
  }),
  {single: true}
);

export const tier: Table<Tier> = table<Tier>(
  "tier",
  "Classes of quality in which models compete: the price of a token follows cost, scarcity and competition.",
  ({text, input, rollup, sums, formula, previous}) => ({
    name: text("Name of the class"),
    markup_trend: input("1/yr", "Logarithmic change a year of the price over its cost, through competition"),
    cost_index: rollup(() => deployment, "cost_index", "weighted_mean", {
      weight: "requests",
      doc: "Rent of the GPU-hours in a token relative to the start"
    }),
    ...sums(() => deployment, "demanded_hours", "offered_hours"),
    tightness: formula("1", "GPU-hours asked for, of those that are there for its models", (t) =>
      t.offered_hours > 0 ? t.demanded_hours / t.offered_hours : 0
    ),
    cost_price_index: formula(
      "1",
      "Price of a token, relative to the start, that cost and competition alone would give",
      (t, p, {exp}) => t.cost_index * exp(t.markup_trend * p.month)
    ),
    last_cost_price_index: previous("cost_price_index", 1, "Price that last month's cost and competition would give"),
    last_competitive_index: previous("competitive_index", 1, "Price of a plentiful token last month"),
    competitive_index: formula(
      "1",
      "Price of a plentiful token relative to the start: it follows cost and competition",
      (t, p, f) => f.approach(t.last_competitive_index, t.last_cost_price_index, p.token_response * p.step)
    ),
    clearing_premium: formula(
      "1",
      "What the price of a scarce token has to be, of that of a plentiful one, for demand to fit supply",
      (t, p, f) =>
        f.min(p.token_ceiling, f.max(1, t.premium * f.clearing_price(t.tightness, p.token_elasticity, p.token_ceiling)))
    ),
    last_clearing_premium: previous("clearing_premium", 1, "What last month's premium would have had to be"),
    last_premium: previous("premium", 1, "Premium of scarcity last month"),
    premium: formula("1", "Price of a token, of that of a plentiful one", (t, p, f) =>
      f.approach(t.last_premium, t.last_clearing_premium, p.token_response * p.step)
    ),
    price_index: formula(
      "1",
      "Price of a token of given quality relative to the start",
      (t) => t.competitive_index * t.premium
    )
  })
);
