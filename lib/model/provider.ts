import type {Table} from "../sheet/index.js";
import {routing} from "./application.js";
import {languageModel, type LanguageModel} from "./language-model.js";
import {cluster, type Cluster, type Neocloud} from "./neocloud.js";
import type {Tier} from "./market.js";
import {table} from "./parameter.js";
import {listPrice, type ListPrice} from "./quote.js";
import {servingOption, type ServingOption} from "./serving.js";

/** A company that turns GPU-hours into tokens. */
export interface Provider {
  name: string;
  rented_hours: number;
  served_tokens: number;
  rent: number;
  revenue: number;
  cost: number;
  profit: number;
  gross_margin: number;
  cost_per_token: number;
}

/** One model served by one provider on one cluster. */
export interface Deployment {
  provider: Provider;
  language_model: LanguageModel;
  tier: Tier;
  cluster: Cluster;
  list_price: ListPrice;
  replica: number;
  weight_precision: number;
  kv_precision: number;
  tpot_limit: number;

  neocloud: Neocloud;
  total_parameters: number;
  active_parameters: number;
  experts: number;
  experts_per_token: number;
  expert_parameters: number;
  kv_values: number;
  accelerator: Cluster["accelerator"];
  memory_capacity: number;
  memory_bandwidth: number;
  bf16: number;
  fp8: number;
  fp4: number;
  peak: number;
  weights: number;

  requests: number;
  input_length: number;
  cached_share: number;
  output_length: number;
  uncached_length: number;
  kv_size: number;

  best: ServingOption;
  batch: number;
  start_rate: number;
  start_output_rate: number;
  tpot: number;
  prefill_share: number;
  gpu_time: number;

  busy_hours: number;
  demanded_hours: number;
  goodput: number;
  fill: number;
  offered_hours: number;
  rented_hours: number;
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
  last_floor_index: number;
  price_index: number;
  floor_index: number;
  cluster_demanded_hours: number;
  cluster_allocatable_hours: number;
  cluster_sold_hours: number;
  cluster_grid_energy: number;
  list_input: number;
  list_cached: number;
  list_output: number;
  input_price: number;
  cached_price: number;
  output_price: number;

  rent: number;
  egress: number;
  revenue: number;
  overhead: number;
  cost: number;
  profit: number;
  gross_margin: number;
  cost_per_token: number;
  cost_per_input_token: number;
  cost_per_output_token: number;
  energy_per_token: number;
}

export const provider: Table<Provider> = table<Provider>(
  "provider",
  "Companies that turn GPU-hours into tokens.",
  ({text, rollup, formula}) => ({
    name: text("Name of the company"),
    rented_hours: rollup(() => deployment, "rented_hours", "sum"),
    served_tokens: rollup(() => deployment, "served_tokens", "sum"),
    rent: rollup(() => deployment, "rent", "sum"),
    revenue: rollup(() => deployment, "revenue", "sum"),
    cost: rollup(() => deployment, "cost", "sum"),
    profit: rollup(() => deployment, "profit", "sum"),
    gross_margin: formula("1", "Revenue less rented compute, of revenue", (r) => 1 - r.rent / r.revenue),
    cost_per_token: formula("USD/Mtok", "All cost per million tokens of any kind", (r) => r.cost / r.served_tokens)
  })
);

export const deployment: Table<Deployment> = table<Deployment>(
  "deployment",
  "Models served by providers on clusters: demand, GPU time, tokens, cost and price.",
  ({ref, input, lookup, formula, rollup, previous}) => ({
    provider: ref(() => provider, "Who serves it"),
    language_model: ref(() => languageModel, "What is served"),
    cluster: ref(() => cluster, "Where it runs"),
    list_price: ref(() => listPrice, "Published price that it sells at"),
    replica: input("GPU", "Accelerators that hold one copy of the model"),
    weight_precision: input("B/param", "Bytes of a weight"),
    kv_precision: input("B/token", "Bytes of a value of the KV cache"),
    tpot_limit: input("ms/token", "Longest mean time per output token that users accept"),

    neocloud: lookup("cluster", "neocloud", "Who rents out the cluster"),
    tier: lookup("language_model", "tier", "Class of quality in which it competes"),
    total_parameters: lookup("language_model", "total_parameters"),
    active_parameters: lookup("language_model", "active_parameters"),
    experts: lookup("language_model", "experts"),
    experts_per_token: lookup("language_model", "experts_per_token"),
    expert_parameters: lookup("language_model", "expert_parameters"),
    kv_values: lookup("language_model", "kv_values"),
    accelerator: lookup("cluster", "accelerator", "Accelerator it runs on"),
    memory_capacity: lookup("accelerator", "memory_capacity"),
    memory_bandwidth: lookup("accelerator", "memory_bandwidth"),
    bf16: lookup("accelerator", "bf16"),
    fp8: lookup("accelerator", "fp8"),
    fp4: lookup("accelerator", "fp4"),
    peak: formula(
      "TFLOP/GPU-s",
      "Dense peak at the weights' precision; the next wider one where the accelerator lacks it",
      (d, p, {known}) =>
        d.weight_precision > 1.5 * p.byte_per_parameter
          ? d.bf16
          : d.weight_precision > 0.75 * p.byte_per_parameter
            ? known(d.fp8, d.bf16)
            : known(d.fp4, known(d.fp8, d.bf16))
    ),
    weights: formula("GB", "Size of the weights", (d) => d.total_parameters * d.weight_precision),

    requests: rollup(() => routing, "requests", "sum"),
    input_length: rollup(() => routing, "input_length", "weighted_mean", {
      weight: "start_requests",
      doc: "Input tokens of a mean request of the start's mix"
    }),
    cached_share: rollup(() => routing, "cached_share", "weighted_mean", {
      weight: "start_input",
      doc: "Share of input tokens found in the prefix cache, in the start's mix"
    }),
    output_length: rollup(() => routing, "output_length", "weighted_mean", {
      weight: "start_requests",
      doc: "Output tokens of a mean request of the start's mix"
    }),
    uncached_length: formula(
      "token",
      "Input tokens of a request that are not in the prefix cache",
      (d) => d.input_length * (1 - d.cached_share)
    ),
    kv_size: formula(
      "GB",
      "KV cache of a request, on average over its life",
      (d) => d.kv_values * d.kv_precision * (d.input_length + d.output_length / 2)
    ),

    best: rollup(() => servingOption, "score", "argmax", {
      doc: "Batch size that serves most requests per GPU within the limits"
    }),
    batch: lookup("best", "batch"),
    start_rate: lookup("best", "score", "Requests per GPU and second with the software of the start"),
    start_output_rate: lookup("best", "output_rate", "Output tokens per GPU and second with the software of the start"),
    tpot: lookup("best", "tpot"),
    prefill_share: lookup("best", "prefill_share"),
    gpu_time: formula("GPU-s", "GPU time of a request", (d, p) => 1 / (d.start_rate * p.software_index)),

    busy_hours: formula("GPU-hour/month", "GPU-hours that compute", (d) => d.requests * d.gpu_time * d.fill),
    demanded_hours: formula(
      "GPU-hour/month",
      "GPU-hours asked for, with room for the peak hour and for time lost to failures",
      (d, p) => (d.requests * d.gpu_time * p.peak_to_average) / d.goodput
    ),
    goodput: lookup("cluster", "goodput"),
    fill: rollup(() => routing, "fill", "weighted_mean", {weight: "requests", doc: "Share of requests that is served"}),
    offered_hours: formula(
      "GPU-hour/month",
      "GPU-hours of the cluster that are there for it: its share in what is asked for",
      (d) =>
        d.cluster_demanded_hours > 0 ? (d.cluster_allocatable_hours * d.demanded_hours) / d.cluster_demanded_hours : 0
    ),
    rented_hours: formula("GPU-hour/month", "GPU-hours rented", (d) => d.demanded_hours * d.fill),
    served_requests: formula("request/month", "Requests served", (d) => d.requests * d.fill),
    input_tokens: rollup(() => routing, "input_tokens", "sum"),
    cached_tokens: rollup(() => routing, "cached_tokens", "sum"),
    output_tokens: rollup(() => routing, "output_tokens", "sum"),
    served_tokens: formula(
      "Mtok/month",
      "Tokens of any kind",
      (d) => d.input_tokens + d.cached_tokens + d.output_tokens
    ),
    sold_tokens: rollup(() => routing, "tokens", "sum", {doc: "Tokens that applications buy"}),

    gpu_price: lookup("cluster", "price"),
    start_gpu_price: previous("start_gpu_price", "gpu_price", "Mean price of the GPU-hours sold at the start"),
    cost_index: formula(
      "1",
      "Rent of the GPU-hours in a token relative to the start",
      (d, p) => d.gpu_price / (d.start_gpu_price * p.software_index)
    ),
    tier_index: lookup("tier", "price_index"),
    last_floor_index: previous(
      "floor_index",
      0,
      "Price index at which last month's sales would have covered what they cost"
    ),
    price_index: formula(
      "1",
      "Price of a token of given quality relative to the start: that of its class; none that covers the avoidable cost falls below it",
      (d, _, {min, max}) => max(d.tier_index, min(1, d.last_floor_index))
    ),
    floor_index: formula(
      "1",
      "Price index at which this month's sales would cover rent and network, which not selling avoids",
      (d) => (d.revenue > 0 ? (d.price_index * (d.rent + d.egress)) / d.revenue : 0)
    ),
    cluster_demanded_hours: lookup("cluster", "demanded_hours"),
    cluster_allocatable_hours: lookup("cluster", "allocatable_hours"),
    cluster_sold_hours: lookup("cluster", "sold_hours"),
    cluster_grid_energy: lookup("cluster", "grid_energy"),
    list_input: lookup("list_price", "input"),
    list_cached: lookup("list_price", "cached_input"),
    list_output: lookup("list_price", "output"),
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

    rent: formula("USD/month", "GPU-hours rented at the cluster's price", (d) => d.rented_hours * d.gpu_price),
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
    cost: formula("USD/month", "Rent, network and overhead", (d) => d.rent + d.egress + d.overhead),
    profit: formula("USD/month", "Revenue less cost", (d) => d.revenue - d.cost),
    gross_margin: formula("1", "Revenue less rented compute, of revenue", (d) => 1 - d.rent / d.revenue),
    cost_per_token: formula("USD/Mtok", "All cost per million tokens of any kind", (d) => d.cost / d.served_tokens),
    cost_per_input_token: formula(
      "USD/Mtok",
      "Rent of prefill per million computed input tokens",
      (d) => (d.rent * d.prefill_share) / d.input_tokens
    ),
    cost_per_output_token: formula(
      "USD/Mtok",
      "Rent of decode per million output tokens",
      (d) => (d.rent * (1 - d.prefill_share)) / d.output_tokens
    ),
    energy_per_token: formula(
      "J/token",
      "Grid energy per output token, prefill included",
      (d) => ((d.cluster_grid_energy / d.cluster_sold_hours) * d.rented_hours) / d.output_tokens
    )
  })
);
