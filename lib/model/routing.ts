import type {Table} from "../sheet/index.js";
import type {Application} from "./application.js";
import type {Cluster} from "./cluster.js";
import {table} from "./parameter.js";
import type {Provider} from "./provider.js";
import {deployment, type Deployment} from "./deployment.js";
import {segment, type Segment} from "./segment.js";

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

export const routing: Table<Routing> = table<Routing>(
  "routing",
  "Which segment's requests go to which deployment: tokens bought are tokens sold.",
  ({ref, input, lookup, lookups, formula, rollup}) => ({
    segment: ref(() => segment, "Who asks"),
    deployment: ref(() => deployment, "Who answers"),
    share: input("share", "Share of the segment's requests"),
    application: lookup("segment", "application", "Application that pays"),
    provider: lookup("deployment", "provider", "Provider that is paid"),
    segment_requests: lookup("segment", "requests"),
    start_segment_requests: lookup("segment", "start_requests"),
    start_requests: formula("request/month", "Requests sent at the start", (r) => r.start_segment_requests * r.share),
    start_input: formula("Mtok/month", "Input tokens asked for at the start", (r) => r.start_requests * r.input_length),
    ...lookups("segment", "input_length", "cached_share", "output_length"),
    cluster: lookup("deployment", "cluster", "Where the answers are computed"),
    ...lookups("deployment", "price_index", "gpu_time"),
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
    ...lookups("deployment", "input_price", "cached_price", "output_price"),
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
    ...lookups("deployment", "energy_per_token", "water_per_token"),
    served_requests: formula("request/month", "Requests served", (r) => r.requests * r.fill),
    grid_energy: formula("MWh/month", "Grid energy of its tokens, shared by output tokens", (r) =>
      r.output_tokens > 0 ? r.output_tokens * r.energy_per_token : 0
    ),
    site_water: formula("m3/month", "Water on site of its tokens, shared by output tokens", (r) =>
      r.output_tokens > 0 ? r.output_tokens * r.water_per_token : 0
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
