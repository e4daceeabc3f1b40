import type {Served} from "./workload.js";

/** What a replica's accelerators reach together, and whether the batch fits into their memory. */
export interface Replica {
  device: number;
  flop_rate: number;
  byte_rate: number;
  link_rate: number;
  layer_time: number;

  memory_needed: number;
  memory_available: number;
  fits: number;
}

/** Time of a decode step, by what takes it. */
export interface DecodeStep {
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
  activity: number;
  power: number;
  energy_per_token: number;

  feasible: number;
  request_rate: number;
  score: number;
  overshoot: number;
  preference: number;
}

type Inherited = Omit<
  Served,
  "language_model" | "accelerator" | "weight_precision" | "kv_precision" | "fp8" | "fp4" | "total_parameters"
>;

/** A deployment served one way: parallelism, batch and split, and what comes of it. */
export interface ServingOption extends Inherited, Replica, DecodeStep, RequestTime, Result {
  deployment: Served;
  replica: number;
  tensor: number;
  stages: number;
  ranks: number;
  batch: number;
  disaggregated: number;
}
