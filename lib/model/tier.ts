import type {Table} from "../sheet/index.js";
import {deployment} from "./deployment.js";
import {market, type Market} from "./market.js";
import {table} from "./parameter.js";

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
  unused_rent: number;
  idle_share: number;
  start_idle_share: number;
  planned_cost: number;
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
    ...sums(() => deployment, "rent", "unused_rent", "egress", "revenue"),
    idle_share: formula("1", "Payments for unused contracted hours, relative to those for used ones", (t) =>
      t.rent > t.unused_rent ? t.unused_rent / (t.rent - t.unused_rent) : 0
    ),
    start_idle_share: previous("start_idle_share", "idle_share", "That at the outset"),
    planned_cost: formula(
      "USD/month",
      "What prices must cover: used hours, network and at most as many unused hours as at the outset, since dearer " +
        "tokens do not fill the others",
      (t, _, {min}) => (t.rent - t.unused_rent) * (1 + min(t.idle_share, t.start_idle_share)) + t.egress
    ),
    markup_index: previous("next_markup_index", 1, "Price over cost relative to the initial level"),
    required_markup: formula(
      "1",
      "Price over cost, relative to the initial level, at which sellers would earn all their cost and a margin",
      (t, p) =>
        t.revenue > 0
          ? (t.markup_index * t.premium * t.planned_cost) / ((1 - p.provider_overhead - p.provider_margin) * t.revenue)
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
