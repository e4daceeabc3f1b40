import type {Table} from "../../sheet/index.js";
import {table} from "../parameter.js";
import type {Served} from "./workload.js";

/** A deployment served one way: parallelism, batch and split, and what comes of it. */
export interface ServingOption extends Omit<
  Served,
  "language_model" | "accelerator" | "weight_precision" | "kv_precision" | "fp8" | "fp4" | "total_parameters"
> {
  deployment: Served;
  replica: number;
  tensor: number;
  stages: number;
  ranks: number;
  batch: number;
  disaggregated: number;

  device: number;
  flop_rate: number;
  byte_rate: number;
  link_rate: number;
  layer_time: number;

  memory_needed: number;
  memory_available: number;
  fits: number;

  step_batch: number;
  step_tokens: number;
  touched_experts: number;
  weight_time: number;
  matrix_time: number;
  kv_time: number;
  attention_time: number;
  activation_time: number;
  reduce_time: number;
  exchange_time: number;
  waiting_time: number;
  latency_time: number;
  decode_step: number;

  token_matrix_time: number;
  token_attention_time: number;
  token_activation_time: number;
  token_exchange_time: number;
  prefill_token_time: number;
  prefill_time: number;
  cached_time: number;
  decode_time: number;
  request_time: number;

  tpot: number;
  ttft: number;
  user_rate: number;
  output_rate: number;
  total_rate: number;
  decode_rate: number;
  prefill_rate: number;
  prefill_share: number;
  cached_share: number;

  compute_part: number;
  bandwidth_part: number;
  interconnect_part: number;
  latency_part: number;
  activity: number;
  power: number;
  energy_per_token: number;

  feasible: number;
  request_rate: number;
  score: number;
  overshoot: number;
  preference: number;
}

/** The ways of serving each row of a table: `serving_option` of the chain's deployments, of measured ones, or another's. */
export function servingOptions(deployment: () => Table<Served>, name = "serving_option"): Table<ServingOption> {
  return table<ServingOption>(
    name,
    "Candidate ways of serving every deployment: parallelism, batch and split; time, memory, energy, and what binds.",
    ({ref, input, lookups, formula}) => ({
      deployment: ref(deployment, "What is served"),
      replica: input("GPU", "Accelerators that hold one copy of the model"),
      tensor: input("1", "Accelerators that split every matrix among them"),
      stages: input("1", "Groups of layers that a token passes one after the other"),
      ranks: input("1", "Accelerators that split the requests, and the experts, among them"),
      batch: input("1", "Requests that a replica works on at once"),
      disaggregated: input("1", "1 where prefill has accelerators of its own, else 0"),

      ...lookups("deployment", "uncached_length", "cached_length", "output_length", "tokens_per_step", "ttft_limit"),
      ...lookups("deployment", "tpot_limit", "maturity", "active_parameters", "layers", "hidden_size", "kv_heads"),
      ...lookups("deployment", "kv_values", "attention_values", "prefill_values", "window", "windowed_share"),
      ...lookups("deployment", "experts", "experts_per_token", "expert_layers", "expert_parameters"),
      ...lookups("deployment", "shared_parameters", "memory_capacity", "memory_bandwidth", "link_bandwidth"),
      ...lookups("deployment", "scaleup_domain", "tdp", "bf16", "compute_share", "bandwidth_share", "layer_latency"),
      ...lookups("deployment", "link_share", "shared_precision", "stream_precision", "peak", "weights"),
      ...lookups("deployment", "passed_tokens", "input_length", "mean_context", "read_context", "kv_token", "kv_size"),
      ...lookups("deployment", "kv_reserved"),

      device: formula("GPU", "One accelerator of the replica", (o) => o.replica / (o.tensor * o.stages * o.ranks)),
      flop_rate: formula(
        "TFLOP/GPU-s",
        "Operations a second that matrix products reach",
        (o) => o.peak * o.compute_share * o.maturity
      ),
      byte_rate: formula(
        "TB/GPU-s",
        "Bytes a second that are read from memory",
        (o, p) => o.memory_bandwidth * o.bandwidth_share * o.maturity ** p.maturity_of_reading
      ),
      link_rate: formula(
        "GB/GPU-s",
        "Bytes a second sent to other accelerators: half of the links' both directions, or the network beyond the domain",
        (o, p) => (o.replica > o.scaleup_domain ? p.scaleout_bandwidth : o.link_bandwidth / 2) * o.link_share
      ),
      layer_time: formula(
        "ms/layer",
        "Fixed time of a layer: launches, and waiting for the others where it is split",
        (o, p) =>
          (o.layer_latency / o.maturity) *
          (1 +
            (p.expert_latency * o.expert_layers) / o.layers +
            (o.tensor > 1 ? p.reduce_latency : 0) +
            (o.ranks > 1 ? p.exchange_latency : 0))
      ),

      memory_needed: formula(
        "GB",
        "Weights, copied where requests are split, and the KV cache of the batch, copied where heads are fewer than parts",
        (o, _, {max}) =>
          o.weights +
          (o.ranks - 1) * o.shared_parameters * o.shared_precision +
          o.batch * o.kv_reserved * max(1, o.tensor / o.kv_heads)
      ),
      memory_available: formula(
        "GB",
        "Memory of a replica's accelerators, without workspace",
        (o, p) => o.replica * (o.memory_capacity * p.usable_memory - p.workspace_memory)
      ),
      fits: formula("1", "1 where the batch fits into memory, else 0", (o) => o.memory_needed <= o.memory_available),

      step_batch: formula("1", "Requests in a stage at once", (o) => o.batch / o.stages),
      step_tokens: formula("token", "Tokens in a stage at once", (o) => o.step_batch * o.passed_tokens),
      touched_experts: formula("1", "Experts of a layer that these tokens are expected to touch", (o, _, f) =>
        f.distinct_experts(o.experts, o.experts_per_token, o.step_tokens)
      ),
      weight_time: formula(
        "ms",
        "Reading the weights of a stage: shared ones, and the experts that are touched",
        (o) =>
          (o.shared_parameters * o.shared_precision) / (o.byte_rate * o.device * o.tensor * o.stages) +
          (o.experts > 1
            ? (o.touched_experts * o.expert_parameters * o.stream_precision) / (o.byte_rate * o.replica)
            : 0)
      ),
      matrix_time: formula(
        "ms",
        "Matrix products of a step in a stage",
        (o, p) => (o.step_tokens * p.flop_per_parameter * o.active_parameters) / (o.flop_rate * o.replica)
      ),
      kv_time: formula(
        "ms",
        "Reading the KV cache: each accelerator that of its requests and heads",
        (o, _, {min}) =>
          (o.step_batch * o.kv_size) / (o.byte_rate * o.device * o.ranks * o.stages * min(o.tensor, o.kv_heads))
      ),
      attention_time: formula(
        "ms",
        "Attention over the context, computed at 16 bits",
        (o, p) =>
          (o.step_tokens * p.flop_per_value * o.attention_values * o.read_context) /
          (o.bf16 * o.compute_share * o.maturity * o.replica)
      ),
      activation_time: formula(
        "ms",
        "Reading and writing what passes between the matrix products",
        (o) => o.step_tokens * o.token_activation_time
      ),
      reduce_time: formula(
        "ms",
        "Adding up the parts of split matrices, twice a layer",
        (o, p) =>
          (o.step_tokens * 2 * p.reduce_copies * (1 - 1 / o.tensor) * o.layers * o.hidden_size * p.activation_size) /
          (o.link_rate * o.device * o.stages)
      ),
      exchange_time: formula(
        "ms",
        "Sending tokens to the accelerators of their experts and back",
        (o) => o.step_tokens * o.token_exchange_time
      ),
      waiting_time: formula(
        "ms",
        "Exchange that a step waits for: within a scale-up domain all, beyond it what computation does not hide",
        (o, _, {max}) =>
          o.replica > o.scaleup_domain ? max(0, o.exchange_time - max(o.weight_time, o.matrix_time)) : o.exchange_time
      ),
      latency_time: formula(
        "ms",
        "Fixed time of layers and of the step, and the server's work on each request",
        (o, p) =>
          (o.layers * o.layer_time) / o.stages +
          p.step_latency / o.maturity +
          (o.step_batch / o.ranks) * p.request_latency
      ),
      decode_step: formula(
        "ms",
        "A decode step through all stages",
        (o, _, {max}) =>
          o.stages *
          (max(o.weight_time, o.matrix_time) +
            max(o.kv_time, o.attention_time) +
            o.activation_time +
            o.reduce_time +
            o.waiting_time +
            o.latency_time)
      ),

      token_matrix_time: formula(
        "ms/token",
        "Matrix products of a token on the whole replica",
        (o, p) => (p.flop_per_parameter * o.active_parameters) / (o.flop_rate * o.replica)
      ),
      token_attention_time: formula(
        "ms/token",
        "Attention of a prompt's token over the mean of those before it, computed at 16 bits",
        (o, p, {min}) =>
          (p.flop_per_value *
            o.prefill_values *
            ((1 - o.windowed_share) * (o.cached_length + o.uncached_length / 2) +
              o.windowed_share * min(o.cached_length + o.uncached_length / 2, o.window))) /
          (o.bf16 * o.compute_share * o.maturity * o.replica)
      ),
      token_activation_time: formula(
        "ms/token",
        "Reading and writing what passes between the matrix products of a token",
        (o, p) =>
          ((p.activation_traffic * o.active_parameters) / (o.hidden_size * p.parameter_per_value) +
            p.expert_traffic * o.expert_layers * o.experts_per_token * o.hidden_size) *
          (p.activation_size / (o.byte_rate * o.replica))
      ),
      token_exchange_time: formula(
        "ms/token",
        "Sending a token to its experts and back; beyond a scale-up domain once for each group of experts",
        (o, p, {min}) =>
          (min(o.experts_per_token, o.replica > o.scaleup_domain ? p.expert_groups : o.ranks) *
            (1 - 1 / o.ranks) *
            o.expert_layers *
            o.hidden_size *
            p.exchange_size) /
          (o.link_rate * o.replica)
      ),
      prefill_token_time: formula(
        "ms/token",
        "Prefill of a token on the whole replica",
        (o, _, {max}) =>
          max(
            o.token_matrix_time + o.token_activation_time + o.token_attention_time,
            o.replica > o.scaleup_domain ? o.token_exchange_time : 0
          ) +
          (o.replica > o.scaleup_domain ? 0 : o.token_exchange_time) +
          o.reduce_time / o.step_tokens
      ),
      prefill_time: formula(
        "ms",
        "Prefill of one request's uncached input, on the whole replica",
        (o) => o.uncached_length * o.prefill_token_time
      ),
      cached_time: formula(
        "ms",
        "Loading the cached part of a request's input",
        (o, p) => (o.cached_length * o.kv_token) / (p.cache_bandwidth * o.replica)
      ),
      decode_time: formula(
        "ms",
        "A request's share of the decode steps of its output",
        (o) => ((o.output_length / o.tokens_per_step) * o.decode_step) / o.batch
      ),
      request_time: formula(
        "ms",
        "Time of a replica that a request takes up",
        (o) => o.prefill_time + o.cached_time + o.decode_time
      ),

      tpot: formula(
        "ms/token",
        "Mean time per output token that a user sees, with others' prefill in between unless that runs elsewhere",
        (o) =>
          o.decode_step / o.tokens_per_step +
          (o.disaggregated === 1 ? 0 : (o.batch * (o.prefill_time + o.cached_time)) / o.output_length)
      ),
      ttft: formula(
        "ms",
        "Mean time to the first token on an idle replica: prefill at the speed of a step, and one step",
        (o) => o.prefill_time + o.cached_time + o.decode_step
      ),
      user_rate: formula("token/s", "Output tokens a second that a user sees", (o) => 1 / o.tpot),
      output_rate: formula(
        "token/GPU-s",
        "Output tokens per GPU",
        (o) => o.output_length / (o.request_time * o.replica)
      ),
      total_rate: formula(
        "token/GPU-s",
        "Input and output tokens per GPU",
        (o) => (o.input_length + o.output_length) / (o.request_time * o.replica)
      ),
      decode_rate: formula(
        "token/GPU-s",
        "Output tokens per GPU where prefill runs elsewhere",
        (o) => o.output_length / (o.decode_time * o.replica)
      ),
      prefill_rate: formula(
        "token/GPU-s",
        "Input tokens per GPU where decode runs elsewhere",
        (o) => 1 / (o.prefill_token_time * o.replica)
      ),
      prefill_share: formula(
        "share",
        "Share of a request's GPU time that is prefill",
        (o) => o.prefill_time / o.request_time
      ),
      cached_share: formula(
        "share",
        "Share of a request's GPU time that loads cached input",
        (o) => o.cached_time / o.request_time
      ),

      compute_part: formula(
        "share",
        "Share of GPU time in which matrix and attention arithmetic binds",
        (o) =>
          (o.uncached_length * (o.token_matrix_time + o.token_attention_time) +
            (o.decode_time / o.decode_step) *
              o.stages *
              ((o.matrix_time > o.weight_time ? o.matrix_time : 0) +
                (o.attention_time > o.kv_time ? o.attention_time : 0))) /
          o.request_time
      ),
      bandwidth_part: formula(
        "share",
        "Share of GPU time in which memory traffic binds",
        (o) =>
          (o.cached_time +
            o.uncached_length * o.token_activation_time +
            (o.decode_time / o.decode_step) *
              o.stages *
              ((o.matrix_time > o.weight_time ? 0 : o.weight_time) +
                (o.attention_time > o.kv_time ? 0 : o.kv_time) +
                o.activation_time)) /
          o.request_time
      ),
      latency_part: formula(
        "share",
        "Share of GPU time that is fixed time of layers, steps and requests",
        (o) => ((o.decode_time / o.decode_step) * o.stages * o.latency_time) / o.request_time
      ),
      interconnect_part: formula("share", "Share of GPU time that waits for other accelerators", (o, _, {max}) =>
        max(0, 1 - o.compute_part - o.bandwidth_part - o.latency_part)
      ),
      activity: formula(
        "share",
        "Power above idle while it serves, of that under full load: drawn while arithmetic or memory is busy",
        (o, p) => o.compute_part + o.bandwidth_part * p.reading_power_share
      ),
      power: formula(
        "W/GPU",
        "Server power per accelerator while it serves",
        (o, p) => o.tdp * p.server_power_ratio * (p.idle_power_share + (1 - p.idle_power_share) * o.activity)
      ),
      energy_per_token: formula(
        "J/token",
        "Server energy per output token, prefill included",
        (o) => o.power / o.output_rate
      ),

      feasible: formula(
        "1",
        "1 where the batch fits and keeps the limits on time to first token and per output token, else 0",
        (o, p, {known}) =>
          o.memory_needed <= o.memory_available &&
          o.tpot * p.slow_step_ratio <= known(o.tpot_limit, o.tpot * p.slow_step_ratio) &&
          o.ttft <= known(o.ttft_limit, o.ttft)
      ),
      request_rate: formula("1/GPU-s", "Requests per GPU and second", (o) => 1 / (o.request_time * o.replica)),
      score: formula("1/GPU-s", "Requests per GPU and second where feasible, else 0", (o) =>
        o.feasible === 1 ? o.request_rate : 0
      ),
      overshoot: formula("1", "How far the worst of the limits is broken: 1 where none is", (o, p, {known, max}) =>
        max(
          1,
          (o.tpot * p.slow_step_ratio) / known(o.tpot_limit, o.tpot * p.slow_step_ratio),
          o.ttft / known(o.ttft_limit, o.ttft),
          o.memory_needed / o.memory_available
        )
      ),
      preference: formula(
        "1/GPU-s",
        "The score, and next to nothing where it is 0: less, the further a limit is broken",
        (o) => (o.feasible === 1 ? o.request_rate : (1e-9 * o.request_rate) / o.overshoot ** 8)
      )
    })
  );
}
