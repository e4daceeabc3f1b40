import type {Table} from "../sheet/index.js";
import {routing} from "./routing.js";
import {languageModel, type LanguageModel} from "./language-model.js";
import {cluster, type Cluster} from "./cluster.js";
import type {Neocloud} from "./neocloud.js";
import {table} from "./parameter.js";
import {listPrice, type ListPrice} from "./quote.js";
import {servedColumns, servingOptions, type Served, type ServingOption} from "./serving/index.js";
import type {Accelerator} from "./silicon.js";
import {provider, type Provider} from "./provider.js";
import {tier, type Tier} from "./tier.js";

/** One model served by one provider on one cluster. */
export interface Deployment extends Served {
  provider: Provider;
  language_model: LanguageModel;
  tier: Tier;
  cluster: Cluster;
  list_price: ListPrice;
  replica: number;
  weight_precision: number;
  kv_precision: number;
  ttft_limit: number;
  tpot_limit: number;

  speculation: number;
  software_maturity: number;
  peak_smoothing: number;
  peak_to_average: number;

  neocloud: Neocloud;
  accelerator: Accelerator;

  requests: number;
  weighted_requests: number;
  latent_requests: number;
  request_length: number;
  cached_share: number;
  output_length: number;

  best: ServingOption;
  batch: number;
  start_rate: number;
  start_output_rate: number;
  tpot: number;
  ttft: number;
  prefill_share: number;
  loading_share: number;
  activity: number;
  compute_part: number;
  bandwidth_part: number;
  latency_part: number;
  interconnect_part: number;
  compute_reached: number;
  bandwidth_reached: number;
  four_bit_gain: number;
  software_index: number;
  work_index: number;
  gpu_time: number;
  places: number;
  queue_utilisation: number;

  busy_hours: number;
  active_hours: number;
  demanded_hours: number;
  goodput: number;
  fill: number;
  latent_hours: number;
  offered_hours: number;
  rented_hours: number;
  imported_share: number;
  home_hours: number;
  start_on_demand_price: number;
  rented_value: number;
  rented_value_over_revenue: number;
  served_requests: number;
  input_tokens: number;
  cached_tokens: number;
  output_tokens: number;
  served_tokens: number;
  sold_tokens: number;

  gpu_price: number;
  start_gpu_price: number;
  cost_index: number;
  tier_index: number;
  plentiful_tier_index: number;
  plentiful_price_index: number;
  last_floor_index: number;
  price_index: number;
  floor_index: number;
  cluster_demanded_hours: number;
  cluster_allocatable_hours: number;
  list_input: number;
  list_cached: number;
  list_output: number;
  list_blend: number;
  input_price: number;
  cached_price: number;
  output_price: number;

  start_work: number;
  moved_price: number;
  home_rent: number;
  imported_rent: number;
  cluster_unused_revenue: number;
  unused_rent: number;
  rent: number;
  energy_per_hour: number;
  water_per_hour: number;
  moved_energy: number;
  moved_water: number;
  grid_energy: number;
  site_water: number;
  egress: number;
  revenue: number;
  overhead: number;
  cost: number;
  profit: number;
  gross_margin: number;
  cost_per_token: number;
  cost_per_input_token: number;
  cost_per_cached_token: number;
  cost_per_output_token: number;
  energy_per_token: number;
  water_per_token: number;
}

export const deployment: Table<Deployment> = table<Deployment>(
  "deployment",
  "Models served by providers on clusters: demand, GPU time, tokens, cost and price.",
  ({ref, input, lookup, lookups, formula, rollup, sums, previous}) => ({
    provider: ref(() => provider, "Who serves it"),
    language_model: ref(() => languageModel, "What is served"),
    tier: ref(() => tier, "Quality class in which it competes"),
    cluster: ref(() => cluster, "Where it runs"),
    list_price: ref(() => listPrice, "Published list price"),
    replica: input("GPU", "Accelerators that hold one copy of the model"),
    weight_precision: input("B/param", "Bytes of a weight"),
    kv_precision: input("B/token", "Bytes of a value of the KV cache"),
    ttft_limit: input("ms", "Limit on the mean time to the first token"),
    tpot_limit: input("ms/token", "Limit on the time per output token, 99th percentile"),

    ...lookups("provider", "speculation", "peak_smoothing"),
    peak_to_average: formula(
      "1",
      "Peak over average demand",
      (d, p) => p.peak_to_average - (p.peak_to_average - 1) * d.peak_smoothing
    ),

    neocloud: lookup("cluster", "neocloud", "Neocloud that owns the cluster"),
    accelerator: lookup("cluster", "accelerator", "Accelerator it runs on"),
    tokens_per_step: formula(
      "token",
      "Tokens per decode step and request",
      (d, p) => p.tokens_per_step * d.speculation
    ),
    activation_precision: lookup("language_model", "activation_precision"),
    software_maturity: lookup("accelerator", "software_maturity"),
    maturity: formula(
      "1",
      "Maturity of serving software at the outset, relative to that of the newest measurement",
      (d, p, {exp, min}) => exp(d.software_maturity * min(0, p.start - p.software_reference))
    ),
    host_time: formula("ms", "Work of the server on each request in a step", (_, p) => p.request_latency),
    booked_output: formula(
      "share",
      "Share of a request's output that has room in the cache",
      (_, p) => p.booked_output
    ),
    kernel_share: formula(
      "share",
      "Share of reading that the kernels of experts reach: all, once they are tuned",
      () => 1
    ),
    arrival_interval: formula(
      "GPU-s",
      "Time between requests where they come one by one: none, since a deployment has as many as it can serve",
      () => 0
    ),
    ...servedColumns({lookups, lookup, formula}),

    requests: rollup(() => routing, "requests", "sum"),
    weighted_requests: rollup(() => routing, "weighted_requests", "sum", {
      doc: "Requests in those of the initial mean length"
    }),
    latent_requests: rollup(() => routing, "latent_requests", "sum", {
      doc: "Requests that would be sent without rationing, in those of the initial mean length"
    }),
    request_length: rollup(() => routing, "input_length", "weighted_mean", {
      weight: "start_requests",
      doc: "Input tokens of a mean request of the initial mix"
    }),
    cached_share: rollup(() => routing, "cached_share", "weighted_mean", {
      weight: "start_input",
      doc: "Share of input tokens found in the prefix cache, in the initial mix"
    }),
    output_length: rollup(() => routing, "output_length", "weighted_mean", {
      weight: "start_requests",
      doc: "Output tokens of a mean request of the initial mix"
    }),
    uncached_length: formula(
      "token",
      "Input tokens of a request that are not in the prefix cache",
      (d) => d.request_length * (1 - d.cached_share)
    ),
    cached_length: formula(
      "token",
      "Input tokens of a request that are in the prefix cache",
      (d) => d.request_length * d.cached_share
    ),

    best: rollup(() => servingOption, "preference", "argmax", {
      doc:
        "Serving configuration that handles most requests per GPU within the limits; one that nearly keeps " +
        "them where none does"
    }),
    batch: lookup("best", "batch"),
    start_rate: lookup("best", "request_rate", "Requests per GPU and second with the initial software"),
    start_output_rate: lookup("best", "output_rate", "Output tokens per GPU and second with the initial software"),
    ...lookups("best", "tpot", "ttft", "prefill_share"),
    loading_share: lookup("best", "cached_share"),
    activity: lookup("best", "activity"),
    ...lookups("best", "compute_part", "bandwidth_part", "latency_part", "interconnect_part"),
    compute_reached: formula(
      "share",
      "Share of the dense peak that software reaches: it closes in on what can be reached",
      (d, p, f) => f.approach(d.compute_share, f.max(d.compute_share, p.compute_ceiling), p.kernel_learning * p.month)
    ),
    bandwidth_reached: formula(
      "share",
      "Share of memory bandwidth that software reaches: it closes in on what can be reached",
      (d, p, f) =>
        f.approach(d.bandwidth_share, f.max(d.bandwidth_share, p.bandwidth_ceiling), p.kernel_learning * p.month)
    ),
    four_bit_gain: formula(
      "1",
      "Gain through work that moves from 8 bits to 4: none where there are no units for it or weights have 4 bits",
      (d, p, {known}) =>
        known(d.fp4, 0) > known(d.fp8, d.bf16) && d.weight_precision > 0.75 * p.byte_per_parameter
          ? p.precision_gain
          : 1
    ),
    software_index: formula(
      "1",
      "Requests of the initial length per GPU-hour relative to the initial level: each part of the GPU time has " +
        "its own gains",
      (d, p) =>
        1 /
        ((d.compute_part * d.compute_share) / (d.compute_reached * d.four_bit_gain) +
          (d.bandwidth_part * d.bandwidth_share) /
            (d.bandwidth_reached * d.four_bit_gain * p.speculation_gain * p.attention_gain) +
          d.latency_part / p.fixed_time_gain +
          d.interconnect_part)
    ),
    work_index: lookup("tier", "work_index"),
    gpu_time: formula(
      "GPU-s",
      "GPU time of a request of the initial mean length",
      (d) => d.work_index / (d.start_rate * d.software_index)
    ),

    busy_hours: formula("GPU-hour/month", "GPU-hours that compute", (d) => d.weighted_requests * d.gpu_time * d.fill),
    active_hours: formula(
      "GPU-hour/month",
      "GPU-hours of full load that draw as much power above idle",
      (d) => d.busy_hours * d.activity
    ),
    places: formula("1", "Requests in progress at once in the peak hour", (d, p, {max}) =>
      max(1, d.weighted_requests * d.peak_to_average * (d.ttft + d.output_length * d.tpot))
    ),
    queue_utilisation: formula(
      "share",
      "Share of places that may be busy in the peak hour if few requests are to wait, for the load of that hour",
      (d, p, f) => f.queue_utilisation(d.places, p.waiting_share)
    ),
    demanded_hours: formula(
      "GPU-hour/month",
      "GPU-hours demanded, with room for the peak hour, for the queue and for time lost to failures",
      (d) => (d.weighted_requests * d.gpu_time * d.peak_to_average) / (d.queue_utilisation * d.goodput)
    ),
    goodput: lookup("cluster", "goodput"),
    latent_hours: formula("GPU-hour/month", "GPU-hours that would be demanded without rationing", (d) =>
      d.weighted_requests > 0 ? (d.demanded_hours * d.latent_requests) / d.weighted_requests : 0
    ),
    fill: rollup(() => routing, "fill", "weighted_mean", {
      weight: "weighted_requests",
      doc: "Fill rate: share of GPU-hours demanded that is served"
    }),
    offered_hours: formula(
      "GPU-hour/month",
      "GPU-hours of its cluster available to it, in proportion to demand",
      (d) =>
        d.cluster_demanded_hours > 0 ? (d.cluster_allocatable_hours * d.demanded_hours) / d.cluster_demanded_hours : 0
    ),
    rented_hours: formula("GPU-hour/month", "GPU-hours rented", (d) => d.demanded_hours * d.fill),
    imported_share: lookup("cluster", "imported_share"),
    home_hours: formula(
      "GPU-hour/month",
      "GPU-hours rented of its own cluster",
      (d) => d.rented_hours * (1 - d.imported_share)
    ),
    start_on_demand_price: lookup("cluster", "start_on_demand_price"),
    rented_value: formula(
      "USD/month",
      "GPU-hours rented, at the initial on-demand price",
      (d) => d.rented_hours * d.start_on_demand_price
    ),
    rented_value_over_revenue: formula(
      "USD/month",
      "The same squared, over revenue: greatest where revenue is thinnest",
      (d) => (d.revenue > 0 ? d.rented_value ** 2 / d.revenue : 0)
    ),
    served_requests: rollup(() => routing, "served_requests", "sum"),
    ...sums(() => routing, "input_tokens", "cached_tokens", "output_tokens"),
    served_tokens: formula(
      "Mtok/month",
      "Tokens of any kind",
      (d) => d.input_tokens + d.cached_tokens + d.output_tokens
    ),
    sold_tokens: rollup(() => routing, "tokens", "sum", {doc: "Tokens that applications buy"}),

    gpu_price: lookup("cluster", "price"),
    start_gpu_price: previous("start_gpu_price", "gpu_price", "Mean price of the GPU-hours sold at the outset"),
    cost_index: formula(
      "1",
      "Rent of the GPU-hours in a token relative to the initial level",
      (d) => (d.gpu_price * d.work_index) / (d.start_gpu_price * d.software_index)
    ),
    tier_index: lookup("tier", "price_index"),
    plentiful_tier_index: lookup("tier", "competitive_index"),
    last_floor_index: previous(
      "floor_index",
      0,
      "Price index at which last month's sales would have covered what they cost"
    ),
    price_index: formula(
      "1",
      "Price of a token of constant quality relative to the initial level: that of its class; none that covers " +
        "the avoidable cost falls below it",
      (d, _, {min, max}) => max(d.tier_index, min(1, d.last_floor_index))
    ),
    plentiful_price_index: formula(
      "1",
      "Price of a plentiful token relative to the initial level",
      (d, _, {min, max}) => max(d.plentiful_tier_index, min(1, d.last_floor_index))
    ),
    floor_index: formula(
      "1",
      "Price index at which this month's sales would cover rent and network, which not selling avoids",
      (d) => (d.revenue > 0 ? (d.price_index * (d.home_rent + d.imported_rent + d.egress)) / d.revenue : 0)
    ),
    cluster_demanded_hours: lookup("cluster", "demanded_hours"),
    cluster_allocatable_hours: lookup("cluster", "allocatable_hours"),
    list_input: lookup("list_price", "input"),
    list_cached: lookup("list_price", "cached_input"),
    list_output: lookup("list_price", "output"),
    list_blend: formula(
      "USD/Mtok",
      "List price of a token, three of input to one of output, as price comparisons count",
      (d) => (3 * d.list_input + d.list_output) / 4
    ),
    input_price: formula(
      "USD/Mtok",
      "Realised price of input tokens",
      (d, p) => d.list_input * (1 - p.list_discount) * d.price_index
    ),
    cached_price: formula(
      "USD/Mtok",
      "Realised price of cached input tokens",
      (d, p, {known}) => known(d.list_cached, d.list_input) * (1 - p.list_discount) * d.price_index
    ),
    output_price: formula(
      "USD/Mtok",
      "Realised price of output tokens",
      (d, p) => d.list_output * (1 - p.list_discount) * d.price_index
    ),

    ...lookups("cluster", "start_work", "moved_price"),
    home_rent: formula(
      "USD/month",
      "GPU-hours rented of its own cluster, at its price",
      (d) => d.home_hours * d.gpu_price
    ),
    imported_rent: formula(
      "USD/month",
      "GPU-hours rented elsewhere, at the on-demand price there",
      (d) => d.rented_hours * d.imported_share * d.start_work * d.moved_price
    ),
    cluster_unused_revenue: lookup("cluster", "unused_revenue"),
    unused_rent: formula("USD/month", "Its share of payments for unused contracted hours", (d) =>
      d.cluster_demanded_hours > 0 ? (d.cluster_unused_revenue * d.demanded_hours) / d.cluster_demanded_hours : 0
    ),
    rent: formula("USD/month", "GPU-hours rented, used or not", (d) => d.home_rent + d.imported_rent + d.unused_rent),
    egress: formula(
      "USD/month",
      "Network traffic of the tokens that leave the data center",
      (d, p) => d.output_tokens * p.network_egress
    ),
    revenue: rollup(() => routing, "spending", "sum"),
    overhead: formula(
      "USD/month",
      "Research, sales and administration charged to serving",
      (d, p) => d.revenue * p.provider_overhead
    ),
    cost: formula("USD/month", "Total cost: GPU rental, network and overhead", (d) => d.rent + d.egress + d.overhead),
    profit: formula("USD/month", "Profit: revenue less cost", (d) => d.revenue - d.cost),
    gross_margin: formula(
      "1",
      "Gross margin: revenue less GPU rental, as a share of revenue",
      (d) => 1 - d.rent / d.revenue
    ),
    cost_per_token: formula("USD/Mtok", "All cost per million tokens of any kind", (d) => d.cost / d.served_tokens),
    cost_per_input_token: formula(
      "USD/Mtok",
      "Rent of prefill per million computed input tokens",
      (d) => (d.rent * d.prefill_share) / d.input_tokens
    ),
    cost_per_cached_token: formula(
      "USD/Mtok",
      "Rent of loading per million cached input tokens",
      (d) => (d.rent * d.loading_share) / d.cached_tokens
    ),
    cost_per_output_token: formula(
      "USD/Mtok",
      "Rent of decode per million output tokens",
      (d) => (d.rent * (1 - d.prefill_share - d.loading_share)) / d.output_tokens
    ),
    ...lookups("cluster", "energy_per_hour", "water_per_hour", "moved_energy", "moved_water"),
    grid_energy: formula(
      "MWh/month",
      "Grid energy of its GPU-hours, wherever they are rented",
      (d) => d.home_hours * d.energy_per_hour + d.rented_hours * d.imported_share * d.start_work * d.moved_energy
    ),
    site_water: formula(
      "m3/month",
      "On-site water of its GPU-hours, wherever they are rented",
      (d) => d.home_hours * d.water_per_hour + d.rented_hours * d.imported_share * d.start_work * d.moved_water
    ),
    energy_per_token: formula(
      "J/token",
      "Grid energy per output token, prefill included",
      (d) => d.grid_energy / d.output_tokens
    ),
    water_per_token: formula(
      "mL/token",
      "On-site water per output token, prefill included",
      (d) => d.site_water / d.output_tokens
    )
  })
);

/** The ways of serving each deployment. */
export const servingOption: Table<ServingOption> = servingOptions(() => deployment);
