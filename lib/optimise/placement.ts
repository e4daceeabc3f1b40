import {table} from "../model/parameter.js";
import {deployment, type Deployment} from "../model/deployment.js";
import {servedColumns, servingOptions, type Served, type ServingOption} from "../model/serving/index.js";
import {accelerator} from "../model/silicon.js";
import type {Table} from "../sheet/index.js";

/** A deployment on a kind of accelerator: the best serving configuration there, and the GPU-hours that it takes. */
export interface Placement extends Served {
  deployment: Deployment;
  weighted_requests: number;
  queue_utilisation: number;
  goodput: number;
  sparse_share: number;
  guard_share: number;

  best: ServingOption;
  feasible: number;
  replica: number;
  batch: number;
  tpot: number;
  ttft: number;
  activity: number;
  start_rate: number;
  software_index: number;
  work_index: number;
  gpu_time: number;
  busy_hours: number;
  demanded_hours: number;
}

export const placement: Table<Placement> = table<Placement>(
  "placement",
  "Deployments on every kind of accelerator: the best serving configuration there within the latency limits.",
  ({ref, input, lookup, lookups, formula, rollup}) => ({
    deployment: ref(() => deployment, "Deployment served"),
    accelerator: ref(() => accelerator, "Accelerator that serves it"),
    ttft_limit: input("ms", "Limit on the mean time to first token"),
    tpot_limit: input("ms/token", "Limit on the 99th percentile of time per output token"),
    ...lookups("deployment", "language_model", "weight_precision", "kv_precision", "uncached_length"),
    ...lookups("deployment", "cached_length", "output_length", "tokens_per_step", "maturity"),
    ...lookups("deployment", "activation_precision", "host_time", "booked_output", "kernel_share", "arrival_interval"),
    ...lookups("deployment", "software_index", "work_index"),
    ...servedColumns({lookups, lookup, formula}),
    ...lookups("deployment", "weighted_requests", "queue_utilisation", "goodput", "sparse_share", "guard_share"),

    best: rollup(() => placementOption, "preference", "argmax", {
      doc: "Serving configuration that handles most requests per GPU within the limits"
    }),
    ...lookups("best", "feasible", "replica", "batch", "tpot", "ttft", "activity"),
    start_rate: lookup("best", "request_rate", "Requests per GPU and second with the initial software"),
    gpu_time: formula("GPU-s", "GPU time of a request", (x) => x.work_index / (x.start_rate * x.software_index)),
    busy_hours: formula(
      "GPU-hour/month",
      "Computing GPU-hours if all of the deployment's requests are served here",
      (x) => x.weighted_requests * x.gpu_time * (1 + x.guard_share)
    ),
    demanded_hours: formula(
      "GPU-hour/month",
      "GPU-hours required, with room for the peak hour, the queue, failures and models that hardly anyone asks for",
      (x, p) => (x.busy_hours * p.peak_to_average) / (x.queue_utilisation * x.goodput * (1 - x.sparse_share))
    )
  })
);

/** The serving configurations of each placement. */
export const placementOption: Table<ServingOption> = servingOptions(() => placement, "placement_option");
