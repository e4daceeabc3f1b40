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
  activation_precision: number;
  kv_precision: number;
  uncached_length: number;
  cached_length: number;
  output_length: number;
  tokens_per_step: number;
  ttft_limit: number;
  tpot_limit: number;
  maturity: number;
  host_time: number;
  booked_output: number;
  kernel_share: number;
  arrival_interval: number;
}

/** Columns of the language model that serving looks up. */
const modelColumns = [
  "layers",
  "hidden_size",
  "kv_heads",
  "attending_layers",
  "windowed_layers",
  "full_layers",
  "sparse_layers",
  "pooled_layers",
  "pooling",
  "compression",
  "window",
  "token_values",
  "latent_values",
  "windowed_values",
  "kv_values",
  "attention_values",
  "prefill_values",
  "index_values",
  "index_dimension",
  "index_tokens",
  "index_layers",
  "state_values",
  "linear_layers",
  "experts",
  "experts_per_token",
  "expert_layers",
  "expert_parameters",
  "shared_parameters",
  "input_parameters",
  "output_parameters",
  "body_parameters"
] as const;

/** Columns of the accelerator that serving looks up under their own names. */
const acceleratorColumns = [
  "memory_capacity",
  "memory_bandwidth",
  "link_bandwidth",
  "scaleup_domain",
  "tdp",
  "bf16",
  "fp8",
  "fp4",
  "layer_latency",
  "expert_latency",
  "reduce_latency",
  "device_idle_share"
] as const;

type ModelColumn = (typeof modelColumns)[number];
type AcceleratorColumn = (typeof acceleratorColumns)[number];

/** What follows from that for every way of serving it. */
export interface Served extends Serving, Record<ModelColumn | AcceleratorColumn, number> {
  compute_share: number;
  bandwidth_share: number;
  link_share: number;

  shared_precision: number;
  own_shared_precision: number;
  product_precision: number;
  unpacked: number;
  shared_peak: number;
  peak: number;
  weights: number;
  shared_size: number;
  multiplied_parameters: number;
  passed_tokens: number;
  input_length: number;
  mean_context: number;
  windowed_context: number;
  long_context: number;
  read_context: number;
  kv_token: number;
  kv_size: number;
  index_size: number;
  state_size: number;
  booked_length: number;
  kv_reserved: number;
  prompt_context: number;
  sparse_prompt_values: number;
  prompt_values: number;
}

type Words<T> = Pick<Vocabulary<T, Parameter, Functions>, "lookup" | "lookups" | "formula">;

/** The columns of `Served` that follow from those of `Serving`, for a table that has the latter. */
export function servedColumns({lookup, lookups, formula}: Words<Served>): Definitions<Omit<Served, keyof Serving>> {
  return {
    ...lookups("language_model", ...modelColumns),
    ...lookups("accelerator", ...acceleratorColumns),
    compute_share: lookup("accelerator", "compute_efficiency"),
    bandwidth_share: lookup("accelerator", "bandwidth_efficiency"),
    link_share: lookup("accelerator", "link_efficiency"),
    own_shared_precision: lookup("language_model", "shared_precision"),

    unpacked: formula(
      "1",
      "1 where 4-bit weights are unpacked to 16 bits before the product: no units for them, or 16-bit activations",
      (s, p, {known}) =>
        s.weight_precision < 0.75 * p.byte_per_parameter &&
        (known(s.fp4, 0) <= s.bf16 || known(s.activation_precision, s.weight_precision) > 1.5 * p.byte_per_parameter)
    ),
    product_precision: formula(
      "B/param",
      "Bytes of a value in the matrix units: the longer of weight and activation, where 4-bit weights are not unpacked",
      (s, p, {known, max}) =>
        s.unpacked === 1
          ? 2 * p.byte_per_parameter
          : s.weight_precision < 0.75 * p.byte_per_parameter
            ? max(s.weight_precision, known(s.activation_precision, s.weight_precision))
            : s.weight_precision
    ),
    shared_precision: formula(
      "B/param",
      "Bytes of a weight outside the experts: with experts, these stay at 8 bits or more",
      (s, p, {known, max}) =>
        s.experts > 1
          ? max(
              s.weight_precision,
              p.byte_per_parameter,
              s.weight_precision < 0.75 * p.byte_per_parameter
                ? max(
                    known(s.own_shared_precision, s.weight_precision),
                    known(s.activation_precision, s.weight_precision)
                  )
                : s.weight_precision
            )
          : s.weight_precision
    ),
    shared_peak: formula(
      "TFLOP/GPU-s",
      "Dense peak for weights outside the experts; at 16 bits where the accelerator lacks their precision",
      (s, p, {known}) =>
        s.experts > 1 ? (s.shared_precision > 1.5 * p.byte_per_parameter ? s.bf16 : known(s.fp8, s.bf16)) : s.peak
    ),
    peak: formula(
      "TFLOP/GPU-s",
      "Dense peak for experts, or for all of a dense model: what unpacking leaves of it where weights are unpacked",
      (s, p, {known}) =>
        s.product_precision > 1.5 * p.byte_per_parameter
          ? s.bf16 * (s.unpacked === 1 ? p.unpack_share : 1)
          : s.product_precision > 0.75 * p.byte_per_parameter
            ? known(s.fp8, s.bf16)
            : known(s.fp4, s.bf16)
    ),
    shared_size: formula(
      "GB",
      "Size of the weights outside the experts, embeddings at 16 bits",
      (s, p) =>
        s.body_parameters * s.shared_precision + (s.input_parameters + s.output_parameters) * 2 * p.byte_per_parameter
    ),
    weights: formula(
      "GB",
      "Size of one copy of the weights",
      (s) => s.shared_size + s.experts * s.expert_parameters * s.weight_precision
    ),
    multiplied_parameters: formula(
      "Gparam",
      "Parameters that a token is multiplied with",
      (s) => s.shared_parameters - s.input_parameters + s.experts_per_token * s.expert_parameters
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
    windowed_context: formula("token", "Context that a windowed layer reads", (s, _, {min}) =>
      min(s.mean_context, s.window)
    ),
    long_context: formula(
      "token",
      "Context that the other layers read, summed over them: all of it, chosen tokens, or a compressed one",
      (s, _, {known, min}) =>
        s.full_layers * s.mean_context +
        s.sparse_layers *
          (min(s.mean_context / known(s.compression, 1), known(s.index_tokens, s.mean_context)) + s.window) +
        known(s.pooled_layers, 0) * (s.mean_context / known(s.pooling, 1) + s.window)
    ),
    read_context: formula(
      "token",
      "Context that a layer reads, on average over those that attend",
      (s) => (s.long_context + s.windowed_layers * s.windowed_context) / s.attending_layers
    ),
    kv_token: formula(
      "kB/token",
      "KV cache of a token of context, without windows",
      (s) => s.kv_values * s.kv_precision
    ),
    kv_size: formula(
      "GB",
      "KV cache that a decode step of a request reads",
      (s) => (s.token_values * s.long_context + s.windowed_values * s.windowed_context) * s.kv_precision
    ),
    index_size: formula(
      "GB",
      "Keys of the index that a decode step of a request reads, 8 bits each and a scale",
      (s, p, {known}) =>
        ((known(s.index_layers, 0) * s.mean_context) / known(s.compression, 1)) *
        (known(s.index_dimension, 0) * p.index_key_size + p.index_scale_size)
    ),
    state_size: formula("GB", "State of linear layers that a request holds", (s, p) => s.state_values * p.state_size),
    booked_length: formula(
      "token",
      "Tokens of a request that have room in the cache, on average over its life",
      (s) => s.input_length + s.booked_output * s.output_length
    ),
    kv_reserved: formula(
      "GB",
      "Memory that a request holds: cache by kind of layer, keys of the index, state",
      (s, _, {min}) =>
        s.kv_token * s.booked_length +
        s.windowed_values * min(s.booked_length, s.window) * s.kv_precision +
        (s.index_size * s.booked_length) / s.mean_context +
        s.state_size
    ),
    prompt_context: formula(
      "token",
      "Context of a token of the prompt, on average",
      (s) => s.cached_length + s.uncached_length / 2
    ),
    sparse_prompt_values: formula(
      "token",
      "The same if every layer chose its context: chosen tokens in latent form or all of them unfolded, the lesser",
      (s, _, {known, min}) =>
        min(
          s.attention_values *
            (min(s.prompt_context / known(s.compression, 1), known(s.index_tokens, s.prompt_context)) + s.window),
          s.prefill_values * s.prompt_context
        )
    ),
    prompt_values: formula(
      "token",
      "Products of a prompt's token with its context, over heads and layers",
      (s, _, {known, min}) =>
        (s.prefill_values * (s.full_layers * s.prompt_context + s.windowed_layers * min(s.prompt_context, s.window)) +
          s.sparse_layers * s.sparse_prompt_values +
          s.attention_values * known(s.pooled_layers, 0) * (s.prompt_context / known(s.pooling, 1) + s.window)) /
        s.attending_layers
    )
  };
}
