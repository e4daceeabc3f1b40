import type {Definitions} from "../../sheet/index.js";
import type {Words} from "../parameter.js";
import {routing} from "../routing.js";
import type {Segment} from "../segment.js";

/** Requests that users want to make, and those that plans and budgets let them make. */
export interface Demand {
  token_price_index: number;
  request_value: number;
  plentiful_price_index: number;
  start_request_cost: number;
  start_requests: number;
  free_requests: number;
  led_spending: number;
  lead_value: number;
  core_requests: number;
  wanted_requests: number;
  latent_wanted: number;
  request_cost: number;
  plentiful_cost: number;
  wanted_spending: number;
  latent_spending: number;
  allowed_share: number;
  latent_share: number;
  restraint: number;
  wanted_bill: number;
  bill_budget: number;
  bill_share: number;
  latent_bill: number;
  latent_bill_share: number;
  requests: number;
  latent_requests: number;
  metered_requests: number;
  fill: number;
  use: number;
  service: number;
  lifetime: number;
}

/** The columns of `Demand`. */
export function demand({lookup, lookups, formula, rollup, previous}: Words<Segment>): Definitions<Demand> {
  return {
    token_price_index: rollup(() => routing, "price_index", "weighted_mean", {
      weight: "share",
      doc: "Price of the tokens that it uses relative to the initial level"
    }),
    plentiful_price_index: rollup(() => routing, "plentiful_price_index", "weighted_mean", {
      weight: "share",
      doc: "Price of its tokens, relative to the initial level, if they were plentiful"
    }),
    request_value: formula(
      "USD/request",
      "What a request brings in for its seller at the outset: spending on it and, for users who do not pay, on plans " +
        "that they later buy; requests that bring in more are served first",
      (s) =>
        (s.paying_share * s.plan_price) / s.requests_per_user +
        s.metered_share * s.start_request_cost +
        (1 - s.paying_share) * s.lead_value
    ),
    start_request_cost: previous("start_request_cost", "request_cost", "Initial token cost of a request"),
    start_requests: formula(
      "request/month",
      "Requests that users want to make at the outset",
      (s) => s.start_users * s.requests_per_user
    ),
    free_requests: formula(
      "request/month",
      "Requests at the outset of users who do not pay",
      (s) => s.start_requests * (1 - s.paying_share)
    ),
    led_spending: formula(
      "USD/month",
      "Spending on plans at the outset by people who began with free use, as companies do not",
      (s, p) => (1 - s.for_companies) * s.start_users * s.paying_share * s.plan_price * p.free_origin
    ),
    lead_value: lookup("application", "lead_value"),
    core_requests: formula(
      "request/month",
      "Requests that are served before anyone's remaining demand: a part of the initial use of each user",
      (s, p) => s.users * s.requests_per_user * p.core_use
    ),
    wanted_requests: formula(
      "request/month",
      "Requests that users want to make: more as agents spread and tokens become cheaper, up to what they can use",
      (s, p, f) =>
        s.users *
        s.requests_per_user *
        f.bounded(p.usage_index * s.token_price_index ** (0 - p.token_elasticity), s.use_ceiling)
    ),
    latent_wanted: formula(
      "request/month",
      "Requests that they would want to make without rationing",
      (s, p, f) =>
        s.users *
        s.requests_per_user *
        f.bounded(p.usage_index * s.plentiful_price_index ** (0 - p.token_elasticity), s.use_ceiling)
    ),
    request_cost: rollup(() => routing, "request_cost", "weighted_mean", {
      weight: "share",
      doc: "What the tokens of a request cost the application"
    }),
    plentiful_cost: formula(
      "USD/request",
      "What the tokens of a request would cost if they were plentiful",
      (s) => (s.request_cost * s.plentiful_price_index) / s.token_price_index
    ),
    wanted_spending: formula(
      "USD/month",
      "What the tokens of all requests wanted on plans would cost",
      (s) => s.wanted_requests * (1 - s.metered_share) * s.request_cost
    ),
    latent_spending: formula(
      "USD/month",
      "What the tokens of all requests wanted on plans would cost if they were plentiful",
      (s) => s.latent_wanted * (1 - s.metered_share) * s.plentiful_cost
    ),
    ...lookups("application", "allowed_share", "latent_share", "restraint"),
    wanted_bill: formula(
      "USD/user-month",
      "What the requests that a paying user wants to pay by the token would cost",
      (s, p) =>
        s.payers > 0 ? (s.wanted_requests * s.metered_share * s.request_cost * (1 + p.metered_markup)) / s.payers : 0
    ),
    bill_budget: formula(
      "USD/user-month",
      "Most that a paying user may spend by the token: budgets are raised, but by less than what is wanted",
      (s, p, {max}) => p.bill_ceiling * max(1, s.wanted_bill / p.bill_ceiling) ** p.bill_flexibility
    ),
    bill_share: formula("share", "Share of these requests for which the budget lasts", (s, _, {min}) =>
      s.wanted_bill > 0 ? min(1, s.bill_budget / s.wanted_bill) : 1
    ),
    latent_bill: formula(
      "USD/user-month",
      "What the requests that a paying user would want to pay by the token would cost without rationing",
      (s, p) =>
        s.payers > 0 ? (s.latent_wanted * s.metered_share * s.plentiful_cost * (1 + p.metered_markup)) / s.payers : 0
    ),
    latent_bill_share: formula("share", "Share of those requests for which the budget would last", (s, p, {min}) =>
      s.latent_bill > 0 ? min(1, p.bill_ceiling / s.latent_bill) ** (1 - p.bill_flexibility) : 1
    ),
    metered_requests: formula(
      "request/month",
      "Requests that users make and pay by the token",
      (s) => s.wanted_requests * s.metered_share * s.bill_share
    ),
    requests: formula(
      "request/month",
      "Requests that users make, as far as plans allow them and budgets last",
      (s) => s.wanted_requests * (1 - s.metered_share) * s.allowed_share + s.metered_requests
    ),
    latent_requests: formula(
      "request/month",
      "Requests that users would make without rationing",
      (s) => s.latent_wanted * ((1 - s.metered_share) * s.latent_share + s.metered_share * s.latent_bill_share)
    ),
    fill: rollup(() => routing, "fill", "weighted_mean", {weight: "share", doc: "Fill rate: share of requests served"}),
    use: formula("1", "Requests served per user, as a multiple of initial requests", (s) =>
      s.users > 0 ? (s.fill * s.requests) / (s.users * s.requests_per_user) : s.fill
    ),
    service: formula(
      "share",
      "Share of initial use per user that is served, without the additional demand of agents",
      (s, _, {min}) => min(1, s.use)
    ),
    lifetime: formula("month", "Expected months until a paying user cancels", (s) => 1 / s.churn)
  };
}
