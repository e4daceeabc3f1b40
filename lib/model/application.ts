import type {Table} from "../sheet/index.js";
import {table} from "./parameter.js";
import {task, type Task} from "./productivity.js";
import {deployment, type Deployment, type Provider} from "./provider.js";

/** A product that turns tokens into work. */
export interface Application {
  name: string;
  users: number;
  payers: number;
  tokens: number;
  revenue: number;
  token_cost: number;
  cost: number;
  profit: number;
  gross_margin: number;
  token_share: number;
  payment_cost: number;
  hosting_cost: number;
  support_cost: number;
  development_cost: number;
  administration_cost: number;
  acquisition: number;
  served_requests: number;
  grid_energy: number;
  site_water: number;
  energy_per_request: number;
  water_per_request: number;
}

/** A group of an application's users. */
export interface Segment {
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
  churn: number;
  acquisition_cost: number;
  requests_per_user: number;
  input_length: number;
  cached_share: number;
  output_length: number;

  last_users: number;
  last_growth: number;
  users: number;
  growth: number;
  payers: number;
  new_payers: number;
  start_requests: number;
  requests: number;
  fill: number;
  lifetime: number;

  revenue: number;
  token_cost: number;
  tokens: number;
  payment_cost: number;
  hosting_cost: number;
  support_cost: number;
  development_cost: number;
  administration_cost: number;
  acquisition: number;
  cost: number;
  profit: number;
  gross_margin: number;
  lifetime_value: number;

  assisted_hours: number;
  everyday_effect: number;
  compensation: number;
  workers: number;
  hours_saved: number;
  realised_hours: number;
  productivity_value: number;
  face_value: number;
  consumer_surplus: number;
}

/** The part of a segment's requests that goes to one deployment. */
export interface Routing {
  segment: Segment;
  deployment: Deployment;
  share: number;
  application: Application;
  provider: Provider;
  segment_requests: number;
  start_segment_requests: number;
  start_requests: number;
  start_input: number;
  input_length: number;
  cached_share: number;
  output_length: number;
  fill: number;
  input_price: number;
  cached_price: number;
  output_price: number;
  requests: number;
  input_demand: number;
  uncached_demand: number;
  cached_demand: number;
  output_demand: number;
  input_tokens: number;
  cached_tokens: number;
  output_tokens: number;
  tokens: number;
  spending: number;
  energy_per_token: number;
  water_per_token: number;
  served_requests: number;
  grid_energy: number;
  site_water: number;
}

export const application: Table<Application> = table<Application>(
  "application",
  "Products that turn tokens into work.",
  ({text, rollup, formula}) => ({
    name: text("Name of the product"),
    users: rollup(() => segment, "users", "sum"),
    payers: rollup(() => segment, "payers", "sum"),
    tokens: rollup(() => segment, "tokens", "sum"),
    revenue: rollup(() => segment, "revenue", "sum"),
    token_cost: rollup(() => segment, "token_cost", "sum"),
    cost: rollup(() => segment, "cost", "sum"),
    profit: rollup(() => segment, "profit", "sum"),
    gross_margin: formula(
      "1",
      "Revenue less tokens, hosting, payment and support, of revenue",
      (a, p) => 1 - a.token_cost / a.revenue - p.payment_fee - p.hosting_share - p.support_share
    ),
    token_share: formula("1", "Tokens bought, of revenue", (a) => a.token_cost / a.revenue),
    payment_cost: rollup(() => segment, "payment_cost", "sum"),
    hosting_cost: rollup(() => segment, "hosting_cost", "sum"),
    support_cost: rollup(() => segment, "support_cost", "sum"),
    development_cost: rollup(() => segment, "development_cost", "sum"),
    administration_cost: rollup(() => segment, "administration_cost", "sum"),
    acquisition: rollup(() => segment, "acquisition", "sum"),
    served_requests: rollup(() => routing, "served_requests", "sum"),
    grid_energy: rollup(() => routing, "grid_energy", "sum"),
    site_water: rollup(() => routing, "site_water", "sum"),
    energy_per_request: formula(
      "Wh/request",
      "Grid energy of a request, on average",
      (a) => a.grid_energy / a.served_requests
    ),
    water_per_request: formula(
      "mL/request",
      "Water on site of a request, on average",
      (a) => a.site_water / a.served_requests
    )
  })
);

export const segment: Table<Segment> = table<Segment>(
  "segment",
  "Groups of users: adoption, payment, use, and what the work saved is worth.",
  ({ref, input, lookup, formula, rollup, previous}) => ({
    application: ref(() => application, "What they use"),
    task: ref(() => task, "What they use it for"),
    start_users: input("user", "Monthly active users at the start"),
    potential: input("user", "Users that it could have"),
    adoption_rate: input("1/yr", "Share of the gap to the potential that is closed in a year"),
    work_share: input("share", "Share of users who use it in paid work"),
    work_intensity: input(
      "1",
      "Hours with the tool of a user at work, relative to an active professional of the kind of work"
    ),
    private_share: input("share", "Share of users for whom it is a good of their own, whose loss they would feel"),
    paying_share: input("share", "Share of users who pay"),
    plan_price: input("USD/user-month", "What a paying user pays"),
    churn: input("1/month", "Share of paying users who leave in a month"),
    acquisition_cost: input("USD/user", "Cost of winning a paying user"),
    requests_per_user: input("request/user-month", "Requests of a user a month at the start"),
    input_length: input("token", "Input tokens of a request, with its context"),
    cached_share: input("share", "Share of input tokens found in the prefix cache"),
    output_length: input("token", "Output tokens of a request"),

    last_users: previous("users", "start_users", "Users last month"),
    last_growth: previous("growth", 0, "Users won, net, last month"),
    users: formula("user", "Monthly active users", (s, p) =>
      p.month > 0 ? s.last_users + s.last_growth * p.step : s.start_users
    ),
    growth: formula(
      "user/month",
      "Users won, net of those who leave",
      (s) => (s.potential - s.users) * s.adoption_rate
    ),
    payers: formula("user", "Users who pay", (s) => s.users * s.paying_share),
    new_payers: formula("user/month", "Paying users won: growth and replacement of those who leave", (s, _, {max}) =>
      max(0, s.growth * s.paying_share + s.payers * s.churn)
    ),
    start_requests: formula(
      "request/month",
      "Requests that users want to make at the start",
      (s) => s.start_users * s.requests_per_user
    ),
    requests: formula(
      "request/month",
      "Requests that users want to make",
      (s, p) => s.users * s.requests_per_user * p.usage_index
    ),
    fill: rollup(() => routing, "fill", "weighted_mean", {weight: "share", doc: "Share of requests that is served"}),
    lifetime: formula("month", "Months that a paying user stays", (s) => 1 / s.churn),

    revenue: formula("USD/month", "Subscriptions", (s) => s.payers * s.plan_price),
    token_cost: rollup(() => routing, "spending", "sum", {doc: "Tokens bought from providers"}),
    tokens: rollup(() => routing, "tokens", "sum"),
    payment_cost: formula("USD/month", "Payment processors and app stores", (s, p) => s.revenue * p.payment_fee),
    hosting_cost: formula("USD/month", "Hosting other than models", (s, p) => s.revenue * p.hosting_share),
    support_cost: formula("USD/month", "Customer support", (s, p) => s.revenue * p.support_share),
    development_cost: formula("USD/month", "Product development", (s, p) => s.revenue * p.development_share),
    administration_cost: formula("USD/month", "General administration", (s, p) => s.revenue * p.administration_share),
    acquisition: formula(
      "USD/month",
      "Marketing and sales to win paying users",
      (s) => s.new_payers * s.acquisition_cost
    ),
    cost: formula(
      "USD/month",
      "All cost",
      (s) =>
        s.token_cost +
        s.payment_cost +
        s.hosting_cost +
        s.support_cost +
        s.development_cost +
        s.administration_cost +
        s.acquisition
    ),
    profit: formula("USD/month", "Revenue less cost", (s) => s.revenue - s.cost),
    gross_margin: formula(
      "1",
      "Revenue less tokens, hosting, payment and support, of revenue",
      (s, p) => 1 - s.token_cost / s.revenue - p.payment_fee - p.hosting_share - p.support_share
    ),
    lifetime_value: formula(
      "USD/user",
      "Gross profit of a paying user over the time that the user stays",
      (s) => s.plan_price * s.gross_margin * s.lifetime
    ),

    assisted_hours: lookup("task", "assisted_hours"),
    everyday_effect: lookup("task", "everyday_effect"),
    compensation: lookup("task", "compensation"),
    workers: formula("user", "Users who use it in paid work", (s) => s.users * s.work_share),
    hours_saved: formula(
      "hour/month",
      "Working hours saved: hours with the tool, which would have been longer without it",
      (s) => ((s.workers * s.assisted_hours * s.work_intensity * s.everyday_effect) / (1 - s.everyday_effect)) * s.fill
    ),
    realised_hours: formula("hour/month", "Saved hours that become output", (s, p) => s.hours_saved * p.realised_share),
    productivity_value: formula(
      "USD/month",
      "Output gained: realised hours at compensation",
      (s, p) => s.realised_hours * s.compensation * p.wage_index
    ),
    face_value: formula(
      "USD/month",
      "All saved hours at compensation, as if every one became output",
      (s, p) => s.hours_saved * s.compensation * p.wage_index
    ),
    consumer_surplus: formula(
      "USD/month",
      "What private users would have to be paid to do without, less what they pay; not part of output",
      (s, p, {max}) =>
        s.users *
        s.private_share *
        s.fill *
        (s.paying_share * max(0, p.willingness_to_accept - s.plan_price) +
          (1 - s.paying_share) * p.willingness_to_accept)
    )
  })
);

export const routing: Table<Routing> = table<Routing>(
  "routing",
  "Which segment's requests go to which deployment: tokens bought are tokens sold.",
  ({ref, input, lookup, formula}) => ({
    segment: ref(() => segment, "Who asks"),
    deployment: ref(() => deployment, "Who answers"),
    share: input("share", "Share of the segment's requests"),
    application: lookup("segment", "application", "Application that pays"),
    provider: lookup("deployment", "provider", "Provider that is paid"),
    segment_requests: lookup("segment", "requests"),
    start_segment_requests: lookup("segment", "start_requests"),
    start_requests: formula("request/month", "Requests sent at the start", (r) => r.start_segment_requests * r.share),
    start_input: formula("Mtok/month", "Input tokens asked for at the start", (r) => r.start_requests * r.input_length),
    input_length: lookup("segment", "input_length"),
    cached_share: lookup("segment", "cached_share"),
    output_length: lookup("segment", "output_length"),
    fill: lookup("deployment", "fill"),
    input_price: lookup("deployment", "input_price"),
    cached_price: lookup("deployment", "cached_price"),
    output_price: lookup("deployment", "output_price"),
    requests: formula("request/month", "Requests sent", (r) => r.segment_requests * r.share),
    input_demand: formula("Mtok/month", "Input tokens asked for", (r) => r.requests * r.input_length),
    uncached_demand: formula(
      "Mtok/month",
      "Input tokens asked for that are not in the prefix cache",
      (r) => r.input_demand * (1 - r.cached_share)
    ),
    cached_demand: formula(
      "Mtok/month",
      "Input tokens asked for that are in the prefix cache",
      (r) => r.input_demand * r.cached_share
    ),
    output_demand: formula("Mtok/month", "Output tokens asked for", (r) => r.requests * r.output_length),
    input_tokens: formula("Mtok/month", "Input tokens computed", (r) => r.uncached_demand * r.fill),
    cached_tokens: formula("Mtok/month", "Input tokens read from the prefix cache", (r) => r.cached_demand * r.fill),
    output_tokens: formula("Mtok/month", "Output tokens", (r) => r.output_demand * r.fill),
    tokens: formula("Mtok/month", "Tokens of any kind", (r) => r.input_tokens + r.cached_tokens + r.output_tokens),
    spending: formula(
      "USD/month",
      "What the tokens cost",
      (r) => r.input_tokens * r.input_price + r.cached_tokens * r.cached_price + r.output_tokens * r.output_price
    ),
    energy_per_token: lookup("deployment", "energy_per_token"),
    water_per_token: lookup("deployment", "water_per_token"),
    served_requests: formula("request/month", "Requests served", (r) => r.requests * r.fill),
    grid_energy: formula(
      "MWh/month",
      "Grid energy of its tokens, shared by output tokens",
      (r) => r.output_tokens * r.energy_per_token
    ),
    site_water: formula(
      "m3/month",
      "Water on site of its tokens, shared by output tokens",
      (r) => r.output_tokens * r.water_per_token
    )
  })
);
