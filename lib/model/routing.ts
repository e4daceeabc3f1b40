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
  rival_core: number;
  rival_rest: number;
  ahead: number;
  core_ahead: number;
  rest_ahead: number;
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
  latent_segment_requests: number;
  core_segment_requests: number;
  start_requests: number;
  start_input: number;
  input_length: number;
  cached_share: number;
  output_length: number;
  cluster: Cluster;
  price_index: number;
  plentiful_price_index: number;
  prefill_share: number;
  loading_share: number;
  uncached_length: number;
  cached_length: number;
  mean_output: number;
  length_factor: number;
  gpu_time: number;
  request_value: number;
  willingness: number;
  deployment_requests: number;
  deployment_hours: number;
  demanded_hours: number;
  core_hours: number;
  rest_hours: number;
  core_ahead: number;
  rest_ahead: number;
  available_hours: number;
  fill: number;
  input_price: number;
  cached_price: number;
  written_price: number;
  written_share: number;
  fresh_price: number;
  output_price: number;
  request_cost: number;
  requests: number;
  weighted_requests: number;
  latent_requests: number;
  input_demand: number;
  uncached_demand: number;
  cached_demand: number;
  output_demand: number;
  input_tokens: number;
  cached_tokens: number;
  output_tokens: number;
  tokens: number;
  spending: number;
  blended_price: number;
  deployment_energy: number;
  deployment_water: number;
  deployment_rented: number;
  deployment_rent: number;
  computing_cost: number;
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
    latent_segment_requests: lookup("segment", "latent_requests"),
    core_segment_requests: lookup("segment", "core_requests"),
    start_requests: formula("request/month", "Requests sent at the outset", (r) => r.start_segment_requests * r.share),
    start_input: formula("Mtok/month", "Input tokens demanded at the outset", (r) => r.start_requests * r.input_length),
    ...lookups("segment", "input_length", "cached_share", "output_length"),
    cluster: lookup("deployment", "cluster", "Where the answers are computed"),
    ...lookups("deployment", "price_index", "plentiful_price_index", "prefill_share", "loading_share"),
    ...lookups("deployment", "uncached_length", "cached_length"),
    mean_output: lookup("deployment", "output_length", "Output tokens of the deployment's mean request"),
    length_factor: formula(
      "1",
      "GPU time of its requests, of that of the deployment's mean request: prefill, loading and decoding by its tokens",
      (r) =>
        (r.prefill_share * r.input_length * (1 - r.cached_share)) / r.uncached_length +
        (r.cached_length > 0 ? (r.loading_share * r.input_length * r.cached_share) / r.cached_length : 0) +
        ((1 - r.prefill_share - r.loading_share) * r.output_length) / r.mean_output
    ),
    gpu_time: lookup("deployment", "gpu_time"),
    request_value: lookup("segment", "request_value"),
    willingness: formula(
      "USD/GPU-hour",
      "What a GPU-hour of answers brings in for its seller, at the initial prices",
      (r) => r.request_value / (r.gpu_time * r.length_factor)
    ),
    deployment_requests: lookup("deployment", "weighted_requests"),
    deployment_hours: lookup("deployment", "demanded_hours"),
    demanded_hours: formula("GPU-hour/month", "GPU-hours demanded", (r) =>
      r.requests > 0 ? (r.deployment_hours * r.weighted_requests) / r.deployment_requests : 0
    ),
    core_hours: formula(
      "GPU-hour/month",
      "GPU-hours of the part of the initial use that is served before anyone's remaining demand",
      (r, _, {min}) =>
        r.segment_requests > 0 ? r.demanded_hours * min(1, r.core_segment_requests / r.segment_requests) : 0
    ),
    rest_hours: formula("GPU-hour/month", "GPU-hours of the rest", (r) => r.demanded_hours - r.core_hours),
    core_ahead: rollup(() => rival, "core_ahead", "sum", {
      by: "routing",
      doc: "GPU-hours of others' core use that is served before its own"
    }),
    rest_ahead: rollup(() => rival, "rest_ahead", "sum", {
      by: "routing",
      doc: "GPU-hours of others that are served before the rest of its use"
    }),
    available_hours: lookup("cluster", "available_hours"),
    fill: formula(
      "share",
      "Share of requests that is served: of core use what those who bring in more leave, then the same of the rest",
      (r, _, {min, max}) =>
        r.demanded_hours > 0
          ? (min(r.core_hours, max(0, r.available_hours - r.core_ahead)) +
              min(r.rest_hours, max(0, r.available_hours - r.core_hours - r.rest_ahead))) /
            r.demanded_hours
          : 1
    ),
    ...lookups("deployment", "input_price", "cached_price", "written_price", "output_price"),
    written_share: lookup("segment", "written_share"),
    fresh_price: formula(
      "USD/Mtok",
      "Price of an input token that is not in the prefix cache: some sellers ask more where it is written to it",
      (r) => (1 - r.written_share) * r.input_price + r.written_share * r.written_price
    ),
    request_cost: formula(
      "USD/request",
      "What the tokens of a request cost",
      (r) =>
        r.input_length * ((1 - r.cached_share) * r.fresh_price + r.cached_share * r.cached_price) +
        r.output_length * r.output_price
    ),
    requests: formula("request/month", "Requests sent", (r) => r.segment_requests * r.share),
    weighted_requests: formula(
      "request/month",
      "Requests, in those of the deployment's mean length at the outset",
      (r) => r.requests * r.length_factor
    ),
    latent_requests: formula(
      "request/month",
      "Requests that would be sent without rationing, in those of the mean length",
      (r) => r.latent_segment_requests * r.share * r.length_factor
    ),
    input_demand: formula("Mtok/month", "Input tokens demanded", (r) => r.requests * r.input_length),
    uncached_demand: formula(
      "Mtok/month",
      "Input tokens demanded that are not in the prefix cache",
      (r) => r.input_demand * (1 - r.cached_share)
    ),
    cached_demand: formula(
      "Mtok/month",
      "Input tokens demanded that are in the prefix cache",
      (r) => r.input_demand * r.cached_share
    ),
    output_demand: formula("Mtok/month", "Output tokens demanded", (r) => r.requests * r.output_length),
    input_tokens: formula("Mtok/month", "Input tokens computed", (r) => r.uncached_demand * r.fill),
    cached_tokens: formula("Mtok/month", "Input tokens read from the prefix cache", (r) => r.cached_demand * r.fill),
    output_tokens: formula("Mtok/month", "Output tokens", (r) => r.output_demand * r.fill),
    tokens: formula("Mtok/month", "Tokens of any kind", (r) => r.input_tokens + r.cached_tokens + r.output_tokens),
    spending: formula(
      "USD/month",
      "What the tokens cost",
      (r) => r.input_tokens * r.fresh_price + r.cached_tokens * r.cached_price + r.output_tokens * r.output_price
    ),
    blended_price: formula(
      "USD/Mtok",
      "Price of a token of any kind, those from the cache included",
      (r) => r.spending / r.tokens
    ),
    served_requests: formula("request/month", "Requests served", (r) => r.requests * r.fill),
    deployment_energy: lookup("deployment", "grid_energy"),
    deployment_water: lookup("deployment", "site_water"),
    deployment_rented: lookup("deployment", "rented_hours"),
    deployment_rent: lookup("deployment", "rent"),
    computing_cost: formula("USD/month", "What the GPU-hours of its tokens cost the provider", (r) =>
      r.deployment_rented > 0 ? (r.deployment_rent * r.demanded_hours * r.fill) / r.deployment_rented : 0
    ),
    grid_energy: formula("MWh/month", "Grid energy of its tokens: its share in the GPU-hours", (r) =>
      r.deployment_rented > 0 ? (r.deployment_energy * r.demanded_hours * r.fill) / r.deployment_rented : 0
    ),
    site_water: formula("m3/month", "On-site water of its tokens: its share in the GPU-hours", (r) =>
      r.deployment_rented > 0 ? (r.deployment_water * r.demanded_hours * r.fill) / r.deployment_rented : 0
    )
  })
);

export const rival: Table<Rival> = table<Rival>(
  "rival",
  "Pairs of streams of requests that compete for a cluster's GPU-hours: after a core of everybody's use, what brings " +
    "in more is served first.",
  ({ref, input, lookup, formula}) => ({
    routing: ref(() => routing, "Who asks"),
    rival: ref(() => routing, "Who asks as well"),
    first: input("1", "1 where the rival is served first if both bring in the same, else 0"),
    willingness: lookup("routing", "willingness"),
    rival_willingness: lookup("rival", "willingness"),
    rival_core: lookup("rival", "core_hours"),
    rival_rest: lookup("rival", "rest_hours"),
    ahead: formula("1", "1 where the rival is served first, else 0", (q) =>
      q.rival_willingness > q.willingness || (q.rival_willingness === q.willingness && q.first === 1) ? 1 : 0
    ),
    core_ahead: formula(
      "GPU-hour/month",
      "GPU-hours of the rival's core use that is served first",
      (q) => q.ahead * q.rival_core
    ),
    rest_ahead: formula(
      "GPU-hour/month",
      "GPU-hours of the rival that are served before the rest: its core use, and its rest if it brings in more",
      (q) => q.rival_core + q.ahead * q.rival_rest
    )
  })
);
