import type {Table} from "../sheet/index.js";
import {application, type Application} from "./application.js";
import {table} from "./parameter.js";
import {task, type Task} from "./productivity.js";
import {routing} from "./routing.js";

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
  payroll: number;
  hours_saved: number;
  realised_hours: number;
  productivity_value: number;
  face_value: number;
  consumer_surplus: number;
}

export const segment: Table<Segment> = table<Segment>(
  "segment",
  "Groups of users: adoption, payment, use, and what the work saved is worth.",
  ({ref, input, lookup, lookups, formula, rollup, previous}) => ({
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

    ...lookups("task", "assisted_hours", "everyday_effect", "compensation"),
    workers: formula("user", "Users who use it in paid work", (s) => s.users * s.work_share),
    payroll: formula(
      "USD/month",
      "Compensation of users who use it in paid work",
      (s, p) => s.workers * p.working_hours * s.compensation * p.wage_index
    ),
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
