import type {Served} from "./workload.js";

/** What a replica's accelerators reach together, and whether the batch fits into their memory. */
export interface Replica {
  device: number;
  expert_groups: number;
  shared_flop_rate: number;
  flop_rate: number;
  byte_rate: number;
  expert_byte_rate: number;
  link_rate: number;
  reduce_rate: number;
  layers_time: number;

  memory_needed: number;
  memory_available: number;
  fits: number;
}

/** Time of a decode step, by what takes it. */
export interface DecodeStep {
  step_batch: number;
  step_tokens: number;
  touched_experts: number;
  held_experts: number;
  read_experts: number;
  shared_weight_time: number;
  expert_weight_time: number;
  shared_matrix_time: number;
  expert_matrix_time: number;
  weight_time: number;
  matrix_time: number;
  kv_time: number;
  attention_time: number;
  state_time: number;
  activation_time: number;
  reduce_time: number;
  exchange_time: number;
  waiting_time: number;
  host_step: number;
  latency_time: number;
  decode_step: number;
}

/** Time of a replica that a request takes: prefill, loading of cached input, decoding. */
export interface RequestTime {
  token_matrix_time: number;
  token_attention_time: number;
  token_activation_time: number;
  token_exchange_time: number;
  prefill_token_time: number;
  prefill_time: number;
  cached_time: number;
  decode_time: number;
  pass_time: number;
  request_time: number;
}

/** Latency, throughput, power and binding resource of an option, and how it ranks. */
export interface Result {
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
  steady_part: number;
  peak_part: number;
  device_power: number;
  power: number;
  activity: number;
  energy_per_token: number;

  feasible: number;
  request_rate: number;
  score: number;
  overshoot: number;
  keeps_pace: number;
  preference: number;
}

/** What a way of serving looks up of what is served. */
export const inherited = [
  "uncached_length",
  "cached_length",
  "output_length",
  "tokens_per_step",
  "ttft_limit",
  "tpot_limit",
  "maturity",
  "host_time",
  "kernel_share",
  "arrival_interval",
  "weight_precision",
  "layers",
  "hidden_size",
  "kv_heads",
  "compression",
  "attention_values",
  "index_values",
  "index_layers",
  "linear_layers",
  "experts",
  "experts_per_token",
  "expert_layers",
  "expert_parameters",
  "output_parameters",
  "body_parameters",
  "memory_capacity",
  "memory_bandwidth",
  "link_bandwidth",
  "scaleup_domain",
  "tdp",
  "bf16",
  "fp8",
  "layer_latency",
  "expert_latency",
  "reduce_latency",
  "device_idle_share",
  "compute_share",
  "bandwidth_share",
  "link_share",
  "shared_precision",
  "shared_peak",
  "peak",
  "weights",
  "shared_size",
  "multiplied_parameters",
  "passed_tokens",
  "input_length",
  "mean_context",
  "read_context",
  "kv_token",
  "kv_size",
  "index_size",
  "state_size",
  "kv_reserved",
  "prompt_context",
  "sparse_prompt_values",
  "prompt_values"
] as const satisfies readonly (keyof Served)[];

type Inherited = Pick<Served, (typeof inherited)[number]>;

/** A deployment served one way: parallelism, batch and split, and what comes of it. */
export interface ServingOption extends Inherited, Replica, DecodeStep, RequestTime, Result {
  deployment: Served;
  replica: number;
  tensor: number;
  stages: number;
  ranks: number;
  expert_split: number;
  batch: number;
  disaggregated: number;
}
