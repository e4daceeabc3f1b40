import type {Definitions} from "../../sheet/index.js";
import type {Words} from "../parameter.js";
import type {RequestTime, ServingOption} from "./option-row.js";

/** The columns of `RequestTime`. */
export function requestTime({formula}: Words<ServingOption>): Definitions<RequestTime> {
  return {
    token_matrix_time: formula(
      "ms/token",
      "Matrix products of a prompt's token on the whole replica, without the output",
      (o, p) =>
        (p.flop_per_parameter *
          (o.body_parameters / o.shared_flop_rate + (o.experts_per_token * o.expert_parameters) / o.flop_rate)) /
        o.replica
    ),
    token_attention_time: formula(
      "ms/token",
      "Attention of a prompt's token over the mean of those before it, computed at 16 bits, and the index at 8",
      (o, p, {known}) =>
        (p.flop_per_value *
          (o.prompt_values / o.bf16 +
            (o.index_values * o.prompt_context) / (known(o.compression, 1) * known(o.fp8, o.bf16)))) /
        (o.compute_share * (known(o.index_layers, 0) > 0 ? p.sparse_prefill_share : 1) * o.maturity * o.replica)
    ),
    token_activation_time: formula(
      "ms/token",
      "Reading and writing what passes between the matrix multiplications of a token",
      (o, p) =>
        ((p.activation_traffic * o.multiplied_parameters) / (o.hidden_size * p.parameter_per_value) +
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
    pass_time: formula(
      "ms",
      "A pass that reads a request's uncached input: its products, or all weights, and the fixed time of layers",
      (o, p, {max}) =>
        max(
          o.prefill_time,
          o.stages *
            (o.shared_weight_time +
              (o.experts > 1
                ? (o.experts * o.expert_parameters * o.weight_precision) / (o.expert_byte_rate * o.replica)
                : 0))
        ) +
        o.stages * (o.latency_time - o.host_step)
    ),
    request_time: formula(
      "ms",
      "Time of a replica that a request takes up",
      (o) => o.prefill_time + o.cached_time + o.decode_time
    )
  };
}
