import type {Table} from "../sheet/index.js";
import {application, type Application} from "./application.js";
import {table} from "./parameter.js";
import {task, type Task} from "./productivity.js";
import {routing} from "./routing.js";
import {companies, type Companies} from "./segment/companies.js";

/** A group of an application's users. */
export interface Segment extends Companies {
  application: Application;
  task: Task;
  start_users: number;
  potential: number;
  adoption_rate: number;
  work_share: number;
  work_intensity: number;
  private_share: number;
  paying_share: number;
  plan_price: number;
  repricing: number;
  metered_share: number;
  churn: number;
  recruitment: number;
  acquisition_cost: number;
  requests_per_user: number;
  input_length: number;
  cached_share: number;
  output_length: number;
  use_ceiling: number;
  use_exponent: number;

  users: number;
  price_index: number;
  next_price_index: number;
  required_price: number;
  price: number;
  price_response: number;
  growth: number;
  next_users: number;
  start_payers: number;
  payers: number;
  new_payers: number;
  lost_payers: number;
  next_payers: number;
  token_price_index: number;
  request_value: number;
  plentiful_price_index: number;
  start_request_cost: number;
  start_requests: number;
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

  subscriptions: number;
  metered_revenue: number;
  metered_bill: number;
  full_bill: number;
  revenue: number;
  standard_revenue: number;
  token_cost: number;
  tokens: number;
  served_requests: number;
  grid_energy: number;
  site_water: number;
  energy_per_request: number;
  water_per_request: number;
  payment_cost: number;
  hosting_cost: number;
  support_cost: number;
  service_cost: number;
  development_cost: number;
  administration_cost: number;
  acquisition: number;
  retention_cost: number;
  cost: number;
  profit: number;
  gross_margin: number;
  lifetime_value: number;

  assisted_hours: number;
  everyday_effect: number;
  compensation: number;
  ceiling_hours: number;
  realised_ratio: number;
  workers: number;
  payroll: number;
  hours_saved: number;
  realised_hours: number;
  productivity_value: number;
  face_value: number;
  consumer_surplus: number;
}

export const segment: Table<Segment> = table<Segment>(
  "segment",
  "User segments: adoption, payment, use, and the value of time saved.",
  ({ref, input, lookups, formula, rollup, sums, previous}) => ({
    application: ref(() => application, "What they use"),
    task: ref(() => task, "Occupation group"),
    start_users: input("user", "Monthly active users at the outset"),
    potential: input("user", "Addressable users"),
    adoption_rate: input("1/yr", "Share of the gap to addressable users closed each year"),
    work_share: input("share", "Share of users who use it in paid work"),
    work_intensity: input(
      "1",
      "Hours with the tool of a user at work, relative to an active professional of the occupation group"
    ),
    private_share: input("share", "Share of users with private use"),
    paying_share: input("share", "Share of users who pay"),
    plan_price: input("USD/user-month", "Initial subscription fee"),
    repricing: input(
      "1",
      "Price that the application sets from the first month on, of that at which users were observed"
    ),
    metered_share: input("share", "Share of requests for which users pay by the token, beside the plan"),
    churn: input("1/month", "Share of paying users who leave in a month, at the initial price and service"),
    recruitment: input("1/month", "Share of its potential paying users who sign up in a month, at the initial price"),
    acquisition_cost: input("USD/user", "Acquisition cost of a paying user"),
    requests_per_user: input("request/user-month", "Requests of a user a month at the outset"),
    input_length: input("token", "Input tokens of a request, with its context"),
    cached_share: input("share", "Share of input tokens found in the prefix cache"),
    output_length: input("token", "Output tokens of a request"),
    use_ceiling: input("1", "Ceiling on use per user, as a multiple of initial use"),
    use_exponent: input("1", "Rise of the hours saved with use: less than in proportion"),

    users: previous("next_users", "start_users", "Monthly active users"),
    price_index: previous("next_price_index", "repricing", "Price of the plan, of that at which users were observed"),
    required_price: formula(
      "USD/user-month",
      "Price of the plan at which the segment would earn what it costs",
      (s, _, {max}) => (s.payers > 0 ? s.price + max(0, s.cost - s.revenue) / s.payers : s.price)
    ),
    next_price_index: formula(
      "1",
      "Price of the plan next month: raised, month by month, while it does not earn what it costs",
      (s, p, f) =>
        s.price > 0
          ? s.price_index * f.approach(1, s.required_price / s.price, p.plan_response * p.step)
          : s.price_index
    ),
    price: formula("USD/user-month", "Subscription fee", (s) => s.plan_price * s.price_index),
    price_response: formula(
      "1",
      "Users attracted at the current fee relative to the initial fee",
      (s, p) => s.price_index ** (0 - p.conversion_elasticity)
    ),
    growth: formula(
      "user/month",
      "Net new users: spontaneous adoption and word of mouth (Bass)",
      (s, p) =>
        (s.potential - s.users) *
        s.adoption_rate *
        s.price_response *
        (1 - p.imitation_share + (p.imitation_share * s.users) / s.start_users)
    ),
    next_users: formula("user", "Monthly active users next month", (s, p) => s.users + s.growth * p.step),
    start_payers: formula("user", "Users who pay at the outset", (s) => s.start_users * s.paying_share),
    payers: previous("next_payers", "start_payers", "Users who pay"),
    new_payers: formula(
      "user/month",
      "New paying users, from growth and from former subscribers, up to the number of users",
      (s, p, {min, max}) =>
        max(
          0,
          min(
            (s.growth + s.users * s.recruitment * s.price_response * (1 - s.restraint)) * s.paying_share,
            s.growth + s.lost_payers + (s.users - s.payers) / p.step
          )
        )
    ),
    lost_payers: formula(
      "user/month",
      "Paying users who cancel; more if the fee has risen or requests are not served",
      (s, p, {min}) =>
        s.payers *
        min(1 / p.step, s.churn * s.price_index ** p.churn_elasticity * (1 + p.churn_response * (1 - s.service)))
    ),
    next_payers: formula(
      "user",
      "Users who pay next month",
      (s, p) => s.payers + (s.new_payers - s.lost_payers) * p.step
    ),
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
      "Initial spending per request; requests that pay more are served first",
      (s) => (s.paying_share * s.plan_price) / s.requests_per_user + s.metered_share * s.start_request_cost
    ),
    start_request_cost: previous("start_request_cost", "request_cost", "Initial token cost of a request"),
    start_requests: formula(
      "request/month",
      "Requests that users want to make at the outset",
      (s) => s.start_users * s.requests_per_user
    ),
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
    lifetime: formula("month", "Expected months until a paying user cancels", (s) => 1 / s.churn),

    subscriptions: formula("USD/month", "Paid for plans", (s) => s.payers * s.price),
    metered_revenue: formula("USD/month", "Metered revenue: token cost plus a markup", (s, p) =>
      s.requests > 0 ? (s.token_cost * s.metered_requests * (1 + p.metered_markup)) / s.requests : 0
    ),
    metered_bill: formula("USD/user-month", "Metered spending per paying user", (s) => s.metered_revenue / s.payers),
    full_bill: formula(
      "USD/user-month",
      "Metered spending of a paying user who pays for all requests by the token",
      (s) => (s.metered_share > 0 ? s.metered_bill / s.metered_share : 0)
    ),
    revenue: formula("USD/month", "Revenue: subscriptions and metered use", (s) => s.subscriptions + s.metered_revenue),
    standard_revenue: formula(
      "USD/month",
      "Revenue at the initial prices of plans, without tokens that are passed on to those who pay by the token: a " +
        "more expensive plan costs no more to run",
      (s, p) => s.payers * s.plan_price + (s.metered_revenue * p.metered_markup) / (1 + p.metered_markup)
    ),
    token_cost: rollup(() => routing, "spending", "sum", {doc: "Tokens bought from providers"}),
    tokens: rollup(() => routing, "tokens", "sum"),
    ...sums(() => routing, "served_requests", "grid_energy", "site_water"),
    energy_per_request: formula(
      "Wh/request",
      "Grid energy of a request, on average",
      (s) => s.grid_energy / s.served_requests
    ),
    water_per_request: formula(
      "mL/request",
      "On-site water of a request, on average",
      (s) => s.site_water / s.served_requests
    ),
    payment_cost: formula("USD/month", "Payment processors and app stores", (s, p) => s.revenue * p.payment_fee),
    hosting_cost: formula("USD/month", "Hosting other than models", (s, p) => s.standard_revenue * p.hosting_share),
    support_cost: formula("USD/month", "Customer support", (s, p) => s.standard_revenue * p.support_share),
    service_cost: formula(
      "USD/month",
      "Delivery beside these: onboarding, professional services, data and licences",
      (s, p) => s.standard_revenue * p.service_share
    ),
    development_cost: formula(
      "USD/month",
      "Product development",
      (s, p) => s.standard_revenue * p.development_share * (1 - s.restraint)
    ),
    administration_cost: formula(
      "USD/month",
      "General administration",
      (s, p) => s.standard_revenue * p.administration_share * (1 - s.restraint)
    ),
    acquisition: formula("USD/month", "Customer acquisition cost", (s) => s.new_payers * s.acquisition_cost),
    retention_cost: formula(
      "USD/month",
      "Customer retention and upselling cost",
      (s, p) => s.standard_revenue * p.retention_share
    ),
    cost: formula(
      "USD/month",
      "All cost",
      (s) =>
        s.token_cost +
        s.payment_cost +
        s.hosting_cost +
        s.support_cost +
        s.service_cost +
        s.development_cost +
        s.administration_cost +
        s.acquisition +
        s.retention_cost
    ),
    ...companies({formula}),
    profit: formula("USD/month", "Profit: revenue less cost", (s) => s.revenue - s.cost),
    gross_margin: formula(
      "1",
      "Gross margin: revenue less tokens, payment fees, hosting, support and other delivery, as a share of revenue",
      (s) => 1 - (s.token_cost + s.payment_cost + s.hosting_cost + s.support_cost + s.service_cost) / s.revenue
    ),
    lifetime_value: formula(
      "USD/user",
      "Lifetime value: expected gross profit from a paying user until cancellation",
      (s) => (s.revenue / s.payers) * s.gross_margin * s.lifetime
    ),

    ...lookups("task", "assisted_hours", "everyday_effect", "compensation", "ceiling_hours", "realised_ratio"),
    workers: formula("user", "Users who use it in paid work", (s) => s.users * s.work_share),
    payroll: formula(
      "USD/month",
      "Labour cost of users who use it in paid work",
      (s, p) => s.workers * p.working_hours * s.compensation * p.wage_index
    ),
    hours_saved: formula(
      "hour/month",
      "Working hours saved: hours with the tool, which would have been longer without it; they rise with use, less " +
        "than in proportion, up to the hours that the work has",
      (s, _, {min}) =>
        ((s.workers * s.work_intensity * s.everyday_effect) / (1 - s.everyday_effect)) *
        min(s.assisted_hours * s.use ** s.use_exponent, s.ceiling_hours)
    ),
    realised_hours: formula(
      "hour/month",
      "Saved hours converted to output",
      (s, p, {min}) => s.hours_saved * min(1, p.realised_share * s.realised_ratio)
    ),
    productivity_value: formula(
      "USD/month",
      "Additional output: hours converted to output, at hourly labour cost",
      (s, p) => s.realised_hours * s.compensation * p.wage_index
    ),
    face_value: formula(
      "USD/month",
      "Gross value of time saved: all saved hours at hourly labour cost",
      (s, p) => s.hours_saved * s.compensation * p.wage_index
    ),
    consumer_surplus: formula(
      "USD/month",
      "Consumer surplus: the median sum private users would accept to give up the service, less what they pay; " +
        "not part of output",
      (s, p, {max}) =>
        s.private_share *
        (s.payers * max(0, p.willingness_to_accept * s.use ** p.surplus_exponent - s.price) +
          (s.users - s.payers) * p.willingness_to_accept * s.use ** p.surplus_exponent)
    )
  })
);
