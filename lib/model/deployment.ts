import type {Table} from "../sheet/index.js";
import {routing} from "./routing.js";
import {languageModel, type LanguageModel} from "./language-model.js";
import {cluster, type Cluster} from "./cluster.js";
import type {Neocloud} from "./neocloud.js";
import {costs, type ServingCost} from "./deployment/costs.js";
import {hours, type ServedHours} from "./deployment/hours.js";
import {price, type TokenPrice} from "./deployment/price.js";
import {speed, type Speed} from "./deployment/speed.js";
import {table} from "./parameter.js";
import {listPrice, type ListPrice} from "./quote.js";
import {servedColumns, servingOptions, type Served, type ServingOption} from "./serving/index.js";
import type {Accelerator} from "./silicon.js";
import {provider, type Provider} from "./provider.js";
import {tier, type Tier} from "./tier.js";

/** One model served by one provider on one cluster. */
export interface Deployment extends Served, Speed, ServedHours, TokenPrice, ServingCost {
  provider: Provider;
  language_model: LanguageModel;
  tier: Tier;
  cluster: Cluster;
  list_price: ListPrice;
  replica: number;
  large_replica: number;
  weight_precision: number;
  kv_precision: number;
  ttft_limit: number;
  tpot_limit: number;

  speculation: number;
  sparse_share: number;
  guard_share: number;
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
}

export const deployment: Table<Deployment> = table<Deployment>(
  "deployment",
  "Models served by providers on clusters: demand, GPU time, tokens, cost and price.",
  (words) => {
    const {ref, input, lookup, lookups, formula, rollup} = words;
    return {
      provider: ref(() => provider, "Who serves it"),
      language_model: ref(() => languageModel, "What is served"),
      tier: ref(() => tier, "Quality class in which it competes"),
      cluster: ref(() => cluster, "Where it runs"),
      list_price: ref(() => listPrice, "Published list price"),
      replica: input("GPU", "Accelerators that hold one copy of the model"),
      large_replica: input("GPU", "Accelerators of a larger replica, which is chosen where it pays; none where empty"),
      weight_precision: input("B/param", "Bytes of a weight"),
      kv_precision: input("B/token", "Bytes of a value of the KV cache"),
      ttft_limit: input("ms", "Limit on the mean time to the first token"),
      tpot_limit: input("ms/token", "Limit on the time per output token, 99th percentile"),

      ...lookups("provider", "speculation", "peak_smoothing", "sparse_share", "guard_share"),
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

      ...speed(words),
      ...hours(words),
      ...price(words),
      ...costs(words)
    };
  }
);

/** The ways of serving each deployment. */
export const servingOption: Table<ServingOption> = servingOptions(() => deployment);
