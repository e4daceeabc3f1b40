import type {Table} from "../sheet/index.js";
import type {Cluster} from "./neocloud.js";
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
  wanted_spending: number;
  allowed_share: number;
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

  users: number;
  growth: number;
  next_users: number;
  start_payers: number;
  payers: number;
  new_payers: number;
  lost_payers: number;
  next_payers: number;
  token_price_index: number;
  request_value: number;
  start_requests: number;
  wanted_requests: number;
  request_cost: number;
  wanted_spending: number;
  allowed_share: number;
  requests: number;
  fill: number;
  service: number;
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

/** Two streams of requests that compete for a cluster's GPU-hours, from the side of one. */
export interface Rival {
  routing: Routing;
  rival: Routing;
  first: number;
  willingness: number;
  rival_willingness: number;
  rival_hours: number;
  hours_ahead: number;
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
  cluster: Cluster;
  price_index: number;
  gpu_time: number;
  request_value: number;
  willingness: number;
  deployment_requests: number;
  deployment_hours: number;
  demanded_hours: number;
  hours_ahead: number;
  allocatable_hours: number;
  fill: number;
  input_price: number;
  cached_price: number;
  output_price: number;
  request_cost: number;
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
    ),
    wanted_spending: rollup(() => segment, "wanted_spending", "sum"),
    allowed_share: formula(
      "share",
      "Share of the requests wanted that it lets users make: what its revenue can pay for",
      (a, p) => (a.wanted_spending > a.revenue * p.token_budget ? (a.revenue * p.token_budget) / a.wanted_spending : 1)
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

    users: previous("next_users", "start_users", "Monthly active users"),
    growth: formula(
      "user/month",
      "Users won, net of those who leave: by themselves, and because others are there (Bass)",
      (s, p) =>
        (s.potential - s.users) *
        s.adoption_rate *
        (1 - p.imitation_share + (p.imitation_share * s.users) / s.start_users)
    ),
    next_users: formula("user", "Monthly active users next month", (s, p) => s.users + s.growth * p.step),
    start_payers: formula("user", "Users who pay at the start", (s) => s.start_users * s.paying_share),
    payers: previous("next_payers", "start_payers", "Users who pay"),
    new_payers: formula(
      "user/month",
      "Paying users won: of the growth, and in place of those who leave in ordinary times",
      (s, _, {max}) => max(0, s.growth * s.paying_share + s.users * s.paying_share * s.churn)
    ),
    lost_payers: formula(
      "user/month",
      "Paying users who leave: more where requests are not served",
      (s, p, {min}) => s.payers * min(1 / p.step, s.churn * (1 + p.churn_response * (1 - s.service)))
    ),
    next_payers: formula(
      "user",
      "Users who pay next month",
      (s, p) => s.payers + (s.new_payers - s.lost_payers) * p.step
    ),
    token_price_index: rollup(() => routing, "price_index", "weighted_mean", {
      weight: "share",
      doc: "Price of the tokens that it uses, of given quality, relative to the start"
    }),
    request_value: formula(
      "USD/request",
      "What users pay for a request at the start: who pays more is served first",
      (s) => (s.paying_share * s.plan_price) / s.requests_per_user
    ),
    start_requests: formula(
      "request/month",
      "Requests that users want to make at the start",
      (s) => s.start_users * s.requests_per_user
    ),
    wanted_requests: formula(
      "request/month",
      "Requests that users want to make: more as agents spread and as tokens become cheaper",
      (s, p) => s.users * s.requests_per_user * p.usage_index * s.token_price_index ** (0 - p.token_elasticity)
    ),
    request_cost: rollup(() => routing, "request_cost", "weighted_mean", {
      weight: "share",
      doc: "What the tokens of a request cost the application"
    }),
    wanted_spending: formula(
      "USD/month",
      "What the tokens of all requests wanted would cost",
      (s) => s.wanted_requests * s.request_cost
    ),
    allowed_share: lookup("application", "allowed_share"),
    requests: formula(
      "request/month",
      "Requests that users make, as far as the application's revenue can pay for them",
      (s) => s.wanted_requests * s.allowed_share
    ),
    fill: rollup(() => routing, "fill", "weighted_mean", {weight: "share", doc: "Share of requests that is served"}),
    service: formula(
      "share",
      "Share of the start's use of a user that is served: what agents ask for on top is not counted",
      (s, _, {min}) => (s.users > 0 ? min(1, (s.fill * s.requests) / (s.users * s.requests_per_user)) : s.fill)
    ),
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
      (s) =>
        ((s.workers * s.assisted_hours * s.work_intensity * s.everyday_effect) / (1 - s.everyday_effect)) * s.service
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
        s.private_share *
        s.service *
        (s.payers * max(0, p.willingness_to_accept - s.plan_price) + (s.users - s.payers) * p.willingness_to_accept)
    )
  })
);

export const routing: Table<Routing> = table<Routing>(
  "routing",
  "Which segment's requests go to which deployment: tokens bought are tokens sold.",
  ({ref, input, lookup, formula, rollup}) => ({
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
    cluster: lookup("deployment", "cluster", "Where the answers are computed"),
    price_index: lookup("deployment", "price_index"),
    gpu_time: lookup("deployment", "gpu_time"),
    request_value: lookup("segment", "request_value"),
    willingness: formula(
      "USD/GPU-hour",
      "What users pay for a GPU-hour of answers at the start's prices",
      (r) => r.request_value / r.gpu_time
    ),
    deployment_requests: lookup("deployment", "requests"),
    deployment_hours: lookup("deployment", "demanded_hours"),
    demanded_hours: formula("GPU-hour/month", "GPU-hours asked for", (r) =>
      r.requests > 0 ? (r.deployment_hours * r.requests) / r.deployment_requests : 0
    ),
    hours_ahead: rollup(() => rival, "hours_ahead", "sum", {
      by: "routing",
      doc: "GPU-hours of the cluster asked for by those who are served first"
    }),
    allocatable_hours: lookup("cluster", "allocatable_hours"),
    fill: formula(
      "share",
      "Share of requests that is served: what those who pay more leave of the cluster's GPU-hours",
      (r, _, {min, max}) =>
        r.demanded_hours > 0 ? min(1, max(0, r.allocatable_hours - r.hours_ahead) / r.demanded_hours) : 1
    ),
    input_price: lookup("deployment", "input_price"),
    cached_price: lookup("deployment", "cached_price"),
    output_price: lookup("deployment", "output_price"),
    request_cost: formula(
      "USD/request",
      "What the tokens of a request cost",
      (r) =>
        r.input_length * ((1 - r.cached_share) * r.input_price + r.cached_share * r.cached_price) +
        r.output_length * r.output_price
    ),
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

export const rival: Table<Rival> = table<Rival>(
  "rival",
  "Pairs of streams of requests that compete for a cluster's GPU-hours: who pays more for one is served first.",
  ({ref, input, lookup, formula}) => ({
    routing: ref(() => routing, "Who asks"),
    rival: ref(() => routing, "Who asks as well"),
    first: input("1", "1 where the rival is served first if both pay the same, else 0"),
    willingness: lookup("routing", "willingness"),
    rival_willingness: lookup("rival", "willingness"),
    rival_hours: lookup("rival", "demanded_hours"),
    hours_ahead: formula("GPU-hour/month", "GPU-hours for which the rival is served first", (q) =>
      q.rival_willingness > q.willingness || (q.rival_willingness === q.willingness && q.first === 1)
        ? q.rival_hours
        : 0
    )
  })
);
