import type {Table} from "../sheet/index.js";
import {table} from "./parameter.js";
import {deployment, type Deployment} from "./provider.js";

/** A deployment run at one batch size: what a replica holds, how fast it is, whether it keeps the limit. */
export interface ServingOption {
  deployment: Deployment;
  batch: number;
  replica: number;
  tpot_limit: number;
  weights: number;
  active_parameters: number;
  total_parameters: number;
  experts: number;
  experts_per_token: number;
  expert_parameters: number;
  weight_precision: number;
  kv_size: number;
  uncached_length: number;
  output_length: number;
  memory_capacity: number;
  memory_bandwidth: number;
  peak: number;

  memory_needed: number;
  memory_available: number;
  fits: number;
  touched_parameters: number;
  read_time: number;
  compute_time: number;
  decode_step: number;
  prefill_time: number;
  decode_time: number;
  request_time: number;
  tpot: number;
  output_rate: number;
  feasible: number;
  score: number;
  prefill_share: number;
}

export const servingOption: Table<ServingOption> = table<ServingOption>(
  "serving_option",
  "Candidate batch sizes of every deployment: a roofline of prefill (compute) and decode (memory traffic), bounded by memory and latency.",
  ({ref, input, lookup, formula}) => ({
    deployment: ref(() => deployment, "What is run"),
    batch: input("1", "Requests that a replica works on at once"),
    replica: lookup("deployment", "replica"),
    tpot_limit: lookup("deployment", "tpot_limit"),
    weights: lookup("deployment", "weights"),
    active_parameters: lookup("deployment", "active_parameters"),
    total_parameters: lookup("deployment", "total_parameters"),
    experts: lookup("deployment", "experts"),
    experts_per_token: lookup("deployment", "experts_per_token"),
    expert_parameters: lookup("deployment", "expert_parameters"),
    weight_precision: lookup("deployment", "weight_precision"),
    kv_size: lookup("deployment", "kv_size"),
    uncached_length: lookup("deployment", "uncached_length"),
    output_length: lookup("deployment", "output_length"),
    memory_capacity: lookup("deployment", "memory_capacity"),
    memory_bandwidth: lookup("deployment", "memory_bandwidth"),
    peak: lookup("deployment", "peak"),

    memory_needed: formula("GB", "Weights and the KV cache of the batch", (o) => o.weights + o.batch * o.kv_size),
    memory_available: formula(
      "GB",
      "Memory of a replica's accelerators",
      (o, p) => o.replica * o.memory_capacity * p.usable_memory
    ),
    fits: formula("1", "1 where the batch fits into memory, else 0", (o) => o.memory_needed <= o.memory_available),
    touched_parameters: formula(
      "Gparam",
      "Parameters read in a decode step: shared ones and the experts that the batch is expected to touch",
      (o, _, f) =>
        o.active_parameters +
        (f.distinct_experts(o.experts, o.experts_per_token, o.batch) - o.experts_per_token) * o.expert_parameters
    ),
    read_time: formula(
      "ms",
      "Reading weights and KV cache in a decode step",
      (o, p) =>
        (o.touched_parameters * o.weight_precision + o.batch * o.kv_size) /
        (o.replica * o.memory_bandwidth * p.bandwidth_efficiency)
    ),
    compute_time: formula(
      "ms",
      "Computing a decode step",
      (o, p) =>
        (o.batch * p.tokens_per_step * p.flop_per_parameter * o.active_parameters) /
        (o.replica * o.peak * p.compute_efficiency)
    ),
    decode_step: formula("ms", "A decode step of the batch: the slower of reading and computing", (o, _, {max}) =>
      max(o.read_time, o.compute_time)
    ),
    prefill_time: formula(
      "ms",
      "Prefill of one request's uncached input, on the whole replica",
      (o, p) =>
        (o.uncached_length * p.flop_per_parameter * o.active_parameters) / (o.replica * o.peak * p.compute_efficiency)
    ),
    decode_time: formula(
      "ms",
      "A request's share of the decode steps of its output",
      (o, p) => (o.output_length * o.decode_step) / (o.batch * p.tokens_per_step)
    ),
    request_time: formula("ms", "Time of a replica that a request takes up", (o) => o.prefill_time + o.decode_time),
    tpot: formula(
      "ms/token",
      "Time per output token that a user sees, with others' prefill in between",
      (o) => (o.batch * o.request_time) / o.output_length
    ),
    output_rate: formula("token/GPU-s", "Output tokens per GPU", (o) => o.output_length / (o.request_time * o.replica)),
    feasible: formula(
      "1",
      "1 where the batch fits and keeps the limit on time per output token, else 0",
      (o) => o.memory_needed <= o.memory_available && o.tpot <= o.tpot_limit
    ),
    score: formula("1/GPU-s", "Requests per GPU and second where feasible, else 0", (o) =>
      o.feasible === 1 ? 1 / (o.request_time * o.replica) : 0
    ),
    prefill_share: formula(
      "share",
      "Share of a request's GPU time that is prefill",
      (o) => o.prefill_time / o.request_time
    )
  })
);
