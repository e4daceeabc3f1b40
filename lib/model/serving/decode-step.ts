import type {Definitions} from "../../sheet/index.js";
import type {Words} from "../parameter.js";
import type {DecodeStep, ServingOption} from "./option-row.js";

/** The columns of `DecodeStep`. */
export function decodeStep({formula}: Words<ServingOption>): Definitions<DecodeStep> {
  return {
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
        (o.experts > 1 ? (o.touched_experts * o.expert_parameters * o.stream_precision) / (o.byte_rate * o.replica) : 0)
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
    )
  };
}
