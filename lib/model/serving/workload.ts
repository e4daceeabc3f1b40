import type {Definitions, Vocabulary} from "../../sheet/index.js";
import type {Functions} from "../functions.js";
import type {LanguageModel} from "../language-model.js";
import type {Parameter} from "../parameter.js";
import type {Accelerator} from "../silicon.js";

/** What a row states of itself that is served: a model, an accelerator, how requests look, what users accept. */
export interface Serving {
  language_model: LanguageModel;
  accelerator: Accelerator;
  weight_precision: number;
  kv_precision: number;
  uncached_length: number;
  cached_length: number;
  output_length: number;
  tokens_per_step: number;
  ttft_limit: number;
  tpot_limit: number;
  maturity: number;
}

/** What follows from that for every way of serving it. */
export interface Served extends Serving {
  total_parameters: number;
  active_parameters: number;
  layers: number;
  hidden_size: number;
  kv_heads: number;
  kv_values: number;
  attention_values: number;
  prefill_values: number;
  window: number;
  windowed_share: number;
  experts: number;
  experts_per_token: number;
  expert_layers: number;
  expert_parameters: number;
  shared_parameters: number;
  memory_capacity: number;
  memory_bandwidth: number;
  link_bandwidth: number;
  scaleup_domain: number;
  tdp: number;
  bf16: number;
  fp8: number;
  fp4: number;
  compute_share: number;
  bandwidth_share: number;
  layer_latency: number;
  link_share: number;

  shared_precision: number;
  stream_precision: number;
  peak: number;
  weights: number;
  passed_tokens: number;
  input_length: number;
  mean_context: number;
  read_context: number;
  kv_token: number;
  kv_size: number;
  kv_reserved: number;
}

type Words<T> = Pick<Vocabulary<T, Parameter, Functions>, "lookup" | "lookups" | "formula">;

/** The columns of `Served` that follow from those of `Serving`, for a table that has the latter. */
export function servedColumns({lookup, lookups, formula}: Words<Served>): Definitions<Omit<Served, keyof Serving>> {
  return {
    ...lookups("language_model", "total_parameters", "active_parameters", "layers", "hidden_size", "kv_heads"),
    ...lookups("language_model", "kv_values", "attention_values", "prefill_values", "window", "windowed_share"),
    ...lookups("language_model", "experts", "experts_per_token", "expert_layers", "expert_parameters"),
    ...lookups("language_model", "shared_parameters"),
    ...lookups("accelerator", "memory_capacity", "memory_bandwidth", "link_bandwidth", "scaleup_domain", "tdp"),
    ...lookups("accelerator", "bf16", "fp8", "fp4"),
    compute_share: lookup("accelerator", "compute_efficiency"),
    bandwidth_share: lookup("accelerator", "bandwidth_efficiency"),
    layer_latency: lookup("accelerator", "layer_latency"),
    link_share: lookup("accelerator", "link_efficiency"),

    shared_precision: formula(
      "B/param",
      "Bytes of a weight outside the experts: with experts, these stay at 8 bits or more",
      (s, p, {max}) => (s.experts > 1 ? max(s.weight_precision, p.byte_per_parameter) : s.weight_precision)
    ),
    stream_precision: formula(
      "B/param",
      "Bytes of a weight on its way to the matrix units: hardware without 4-bit units expands 4-bit weights to 16",
      (s, p, {known}) =>
        s.weight_precision < 0.75 * p.byte_per_parameter && known(s.fp4, 0) <= s.bf16
          ? p.expansion * p.byte_per_parameter
          : s.weight_precision
    ),
    peak: formula(
      "TFLOP/GPU-s",
      "Dense peak at the weights' precision; at 16 bits where the accelerator lacks it",
      (s, p, {known}) =>
        s.stream_precision > 1.5 * p.byte_per_parameter
          ? s.bf16
          : s.stream_precision > 0.75 * p.byte_per_parameter
            ? known(s.fp8, s.bf16)
            : known(s.fp4, s.bf16)
    ),
    weights: formula(
      "GB",
      "Size of one copy of the weights",
      (s) => s.shared_parameters * s.shared_precision + (s.total_parameters - s.shared_parameters) * s.weight_precision
    ),
    passed_tokens: formula(
      "token",
      "Tokens that pass the model a step and request: drafts are checked along with the next token",
      (s, p) => p.plain_step + (s.tokens_per_step - p.plain_step) * p.drafts_per_gain
    ),
    input_length: formula(
      "token",
      "Input tokens of a request, cached or not",
      (s) => s.uncached_length + s.cached_length
    ),
    mean_context: formula(
      "token",
      "Context of a request, on average over its output",
      (s) => s.input_length + s.output_length / 2
    ),
    read_context: formula(
      "token",
      "Context that a layer reads, on average over layers, some of which see a window only",
      (s, _, {min}) => (1 - s.windowed_share) * s.mean_context + s.windowed_share * min(s.mean_context, s.window)
    ),
    kv_token: formula("kB/token", "KV cache of a token of context", (s) => s.kv_values * s.kv_precision),
    kv_size: formula("GB", "KV cache that a decode step of a request reads", (s) => s.kv_token * s.read_context),
    kv_reserved: formula(
      "GB",
      "KV cache that a request holds: room for all its tokens in all layers, for its whole life",
      (s) => s.kv_token * (s.input_length + s.output_length)
    )
  };
}
