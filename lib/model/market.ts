import type {Table} from "../sheet/index.js";
import {fleet} from "./fleet.js";
import {cluster} from "./cluster.js";
import {generation} from "./generation.js";
import {table} from "./parameter.js";
import {deployment} from "./deployment.js";

/** The market for GPU-hours, and that for accelerators. */
export interface Market {
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
  demanded_work: number;
  supply_work: number;
  crowding: number;
  short_work: number;
  spare_work: number;
  moved_work: number;
  short_served: number;
  spare_used: number;
  moved_rent: number;
  moved_price: number;
  moved_active: number;
  moved_active_work: number;
  exported_energy: number;
  exported_water: number;
  moved_energy: number;
  moved_water: number;
  memory_wanted: number;
  competing_memory: number;
  all_memory_wanted: number;
  memory_delivered: number;
  start_memory_orders: number;
  start_memory_capacity: number;
  memory_capacity: number;
  memory_scarcity: number;
  memory_limit: number;
  memory_share: number;
  own_memory_limit: number;
  next_memory_capacity: number;
  memory_clearing: number;
  next_memory_scarcity: number;
  chip_premium: number;
  chip_clearing: number;
  next_chip_premium: number;
  power_premium: number;
  power_share: number;
  frontier_blend: number;
  cheapest_index: number;
  cheapest_fall: number;
}

/** A class of quality in which models compete. */
export interface Tier {
  name: string;
  markup_trend: number;
  trade_up: number;
  work_growth: number;
  lag: number;
  work_index: number;
  fixed_price_index: number;
  fixed_fall: number;
  list_blend: number;
  start_blend: number;
  frontier_blend: number;
  caught_up: number;
  offer_index: number;
  yearly_fall: number;
  cost_index: number;
  demanded_hours: number;
  offered_hours: number;
  market: Market;
  crowding: number;
  tightness: number;
  entry_rate: number;
  rent: number;
  egress: number;
  revenue: number;
  markup_index: number;
  required_markup: number;
  next_markup_index: number;
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
      "What is left of that markup: it fades at the pace at which buyers of long contracts expect rents to return to " +
        "cost",
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

    ...sums(() => cluster, "demanded_work", "supply_work", "short_work", "spare_work"),
    crowding: formula(
      "1",
      "Work demanded, relative to what all clusters together have room for",
      (m) => m.demanded_work / m.supply_work
    ),
    moved_work: formula(
      "GPU-hour/month",
      "Work that moves from clusters that are full to others that have room, in hours of an H100",
      (m, p, {min}) => p.mobility * min(m.short_work, m.spare_work)
    ),
    short_served: formula("share", "Share of the work that full clusters can't do that moves to others", (m) =>
      m.short_work > 0 ? m.moved_work / m.short_work : 0
    ),
    spare_used: formula("share", "Share of the room in other clusters that such work takes", (m) =>
      m.spare_work > 0 ? m.moved_work / m.spare_work : 0
    ),
    moved_rent: rollup(() => cluster, "export_revenue", "sum", {doc: "Rent of the GPU-hours that moved work takes"}),
    moved_price: formula(
      "USD/GPU-hour",
      "Mean on-demand price of the hours that moved work takes, for an H100's work",
      (m) => (m.moved_work > 0 ? m.moved_rent / m.moved_work : 0)
    ),
    moved_active: formula(
      "share",
      "Power above idle of the hours that moved work takes, as a share of that at full load",
      (m) => (m.moved_work > 0 ? m.moved_active_work / m.moved_work : 0)
    ),
    ...sums(() => cluster, "moved_active_work", "exported_energy", "exported_water"),
    moved_energy: formula("kWh/GPU-hour", "Grid energy of the hours that moved work takes, for an H100's work", (m) =>
      m.moved_work > 0 ? m.exported_energy / m.moved_work : 0
    ),
    moved_water: formula("L/GPU-hour", "On-site water of the hours that moved work takes, for an H100's work", (m) =>
      m.moved_work > 0 ? m.exported_water / m.moved_work : 0
    ),
    memory_wanted: rollup(() => fleet, "memory_wanted", "sum", {
      doc: "Accelerator memory that neoclouds want to order"
    }),
    memory_delivered: rollup(() => fleet, "memory_delivered", "sum"),
    start_memory_orders: rollup(() => fleet, "start_memory_orders", "sum"),
    start_memory_capacity: formula(
      "GB/month",
      "Accelerator memory that makers could deliver at the outset",
      (m, p) => (m.start_memory_orders / (1 - p.competing_share)) * (1 + p.memory_supply_slack)
    ),
    memory_capacity: previous(
      "next_memory_capacity",
      "start_memory_capacity",
      "Accelerator memory, packaged with its accelerators, that makers can deliver at contract prices"
    ),
    memory_scarcity: previous(
      "next_memory_scarcity",
      1,
      "Price of memory relative to its contract price in normal times"
    ),
    competing_memory: formula(
      "GB/month",
      "Accelerator memory that others want: hyperscalers for fleets of their own, and whoever trains models",
      (m, p, {exp}) =>
        ((m.start_memory_orders * p.competing_share) / (1 - p.competing_share)) *
        exp(p.competing_growth * p.month) *
        m.memory_scarcity ** (0 - p.memory_demand)
    ),
    all_memory_wanted: formula(
      "GB/month",
      "Accelerator memory that is wanted by all",
      (m) => m.memory_wanted + m.competing_memory
    ),
    memory_limit: formula(
      "GB/month",
      "Accelerator memory that can be ordered: more expensive memory draws capacity from other uses",
      (m, p) => m.memory_capacity * m.memory_scarcity ** p.memory_elasticity
    ),
    memory_share: formula("share", "Share of the accelerators wanted that makers accept orders for", (m) =>
      m.all_memory_wanted > m.memory_limit ? m.memory_limit / m.all_memory_wanted : 1
    ),
    own_memory_limit: formula(
      "GB/month",
      "Accelerator memory that neoclouds can order, once others have their share",
      (m) => m.memory_limit - m.competing_memory * m.memory_share
    ),
    next_memory_capacity: formula(
      "GB/month",
      "Accelerator memory that makers can deliver next month: they build more where it is scarce",
      (m, p, {exp, log}) =>
        m.memory_capacity * exp((p.memory_supply_growth + p.memory_investment * log(m.memory_scarcity)) * p.step)
    ),
    memory_clearing: formula(
      "1",
      "Price of memory, relative to normal times, at which all that is wanted could be delivered",
      (m, p, f) =>
        m.all_memory_wanted > 0
          ? f.scarcity_price(
              m.memory_scarcity,
              m.all_memory_wanted / m.memory_limit,
              p.memory_elasticity + p.memory_demand,
              p.memory_ceiling
            )
          : 1
    ),
    next_memory_scarcity: formula("1", "Price of memory next month, relative to normal times", (m, p, f) =>
      f.approach(m.memory_scarcity, m.memory_clearing, p.memory_response * p.step)
    ),
    chip_premium: previous("next_chip_premium", 1, "Price of accelerators relative to their list price"),
    chip_clearing: formula(
      "1",
      "Price of accelerators, relative to their list price, to which refused orders drive it",
      (m, p, f) =>
        m.all_memory_wanted > 0
          ? f.scarcity_price(m.chip_premium, m.all_memory_wanted / m.memory_limit, 1, p.chip_ceiling)
          : 1
    ),
    next_chip_premium: formula("1", "Price of accelerators next month, relative to their list price", (m, p, f) =>
      f.approach(m.chip_premium, m.chip_clearing, p.memory_response * p.step)
    ),
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
  }),
  {single: true}
);

export const tier: Table<Tier> = table<Tier>(
  "tier",
  "Classes of quality in which models compete: the price of a token follows cost, scarcity and competition.",
  ({text, ref, input, lookup, rollup, sums, formula, previous}) => ({
    name: text("Name of the class"),
    markup_trend: input(
      "1/yr",
      "Continuous rate of change (per year) of the price over its cost that comes from outside"
    ),
    entry_rate: input("1/yr", "Pace at which entry drives the price down to what sellers must earn"),
    trade_up: input("share", "Share of the gain through smaller models that users spend on better ones"),
    work_growth: input(
      "1/yr",
      "Continuous growth rate (per year) of the work in an answer beyond that: longer thought"
    ),
    lag: input("month", "Time by which what its models can do trails the best models"),
    work_index: formula(
      "1",
      "Work in a token as bought, relative to the initial level: less by what smaller models free and users do " +
        "not spend",
      (t, p, {exp}) => exp(t.work_growth * p.month) * p.models_gain ** (t.trade_up - 1)
    ),
    fixed_price_index: formula(
      "1",
      "Price of a token of constant quality, relative to the initial level",
      (t, p) => t.price_index / (t.work_index * p.models_gain)
    ),
    yearly_fall: formula(
      "1",
      "Factor by which a token as bought becomes cheaper in a year, on average since the first month",
      (t, p, {max}) => t.price_index ** (-12 * (p.step / max(p.month, p.step)))
    ),
    fixed_fall: formula(
      "1",
      "Factor by which a token of fixed capability becomes cheaper in a year, on average since the first month",
      (t, p, {max}) => t.fixed_price_index ** (-12 * (p.step / max(p.month, p.step)))
    ),
    list_blend: rollup(() => deployment, "list_blend", "weighted_mean", {
      weight: "weighted_requests",
      doc: "List price of a token at the outset, three of input to one of output, mean over its models"
    }),
    start_blend: previous("start_blend", "list_blend", "That mean over the models as they are used at the outset"),
    frontier_blend: lookup("market", "frontier_blend"),
    caught_up: formula(
      "share",
      "How far its models have come to what the best models could do at the outset",
      (t, p, {min}) => (t.lag > 0 ? min(1, p.month / t.lag) : 1)
    ),
    offer_index: formula(
      "1",
      "Price at which it sells what the best models could do at the outset, relative to their price then; until it " +
        "has caught up, that of models between",
      (t, p, f) =>
        ((t.start_blend / t.frontier_blend) *
          t.fixed_price_index *
          f.saturating(p.model_gain * t.lag, p.model_ceiling)) **
        t.caught_up
    ),
    cost_index: rollup(() => deployment, "cost_index", "weighted_mean", {
      weight: "weighted_requests",
      doc: "Rent of the GPU-hours in a token relative to the initial level"
    }),
    ...sums(() => deployment, "demanded_hours", "offered_hours"),
    market: ref(() => market, "Market in which its models' hours are rented"),
    crowding: lookup("market", "crowding"),
    tightness: formula(
      "1",
      "GPU-hours demanded, of those that there are: in all clusters as far as work can move, else in its models' own",
      (t, p) =>
        t.offered_hours > 0
          ? p.mobility * t.crowding + ((1 - p.mobility) * t.demanded_hours) / t.offered_hours
          : t.crowding
    ),
    ...sums(() => deployment, "rent", "egress", "revenue"),
    markup_index: previous("next_markup_index", 1, "Price over cost relative to the initial level"),
    required_markup: formula(
      "1",
      "Price over cost, relative to the initial level, at which sellers would earn all their cost and a margin",
      (t, p) =>
        t.revenue > 0
          ? (t.markup_index * t.premium * (t.rent + t.egress)) /
            ((1 - p.provider_overhead - p.provider_margin) * t.revenue)
          : t.markup_index
    ),
    next_markup_index: formula(
      "1",
      "Price over cost next month: entry drives it down to what sellers must earn, losses drive it up",
      (t, p, f) =>
        f.approach(
          t.markup_index * f.exp(t.markup_trend * p.step),
          t.required_markup,
          (t.required_markup > t.markup_index ? p.recovery_rate : t.entry_rate) * p.step
        )
    ),
    cost_price_index: formula(
      "1",
      "Price of a token, relative to the initial level, that cost and competition alone would give",
      (t) => t.cost_index * t.markup_index
    ),
    last_cost_price_index: previous("cost_price_index", 1, "Price that last month's cost and competition would give"),
    last_competitive_index: previous("competitive_index", 1, "Price of a plentiful token last month"),
    competitive_index: formula(
      "1",
      "Price of a plentiful token relative to the initial level: it follows cost and competition",
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
      f.approach(
        t.last_premium,
        t.last_clearing_premium,
        (t.last_clearing_premium < t.last_premium ? p.token_release : p.token_response) * p.step
      )
    ),
    price_index: formula(
      "1",
      "Price of a token as bought, relative to the initial level",
      (t) => t.competitive_index * t.premium
    )
  })
);
