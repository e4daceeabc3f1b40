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
    held_experts: formula(
      "1",
      "Experts of these on an accelerator, on average, where whole experts are spread",
      (o) => o.touched_experts / o.expert_groups
    ),
    read_experts: formula(
      "1",
      "Experts that all wait for: those of the accelerator that holds most of the touched ones, times accelerators",
      (o, _, {min, max, sqrt, log}) =>
        o.expert_groups > 1
          ? o.expert_groups *
            min(
              o.experts / o.expert_groups,
              o.held_experts +
                sqrt(max(0, o.held_experts * (1 - o.touched_experts / o.experts)) * 2 * log(o.expert_groups))
            )
          : o.touched_experts
    ),
    shared_weight_time: formula(
      "ms",
      "Reading the weights of a stage that all tokens go through",
      (o, p) =>
        (o.body_parameters * o.shared_precision + o.output_parameters * 2 * p.byte_per_parameter) /
        (o.byte_rate * o.device * o.tensor * o.stages)
    ),
    expert_weight_time: formula("ms", "Reading the experts of a stage that are touched", (o) =>
      o.experts > 1 ? (o.read_experts * o.expert_parameters * o.weight_precision) / (o.expert_byte_rate * o.replica) : 0
    ),
    shared_matrix_time: formula(
      "ms",
      "Matrix products of a step in a stage outside the experts",
      (o, p) =>
        o.step_tokens *
        p.flop_per_parameter *
        (o.body_parameters / (o.shared_flop_rate * o.replica) +
          o.output_parameters / (o.bf16 * o.compute_share * o.maturity * o.replica))
    ),
    expert_matrix_time: formula(
      "ms",
      "Matrix products of a step in a stage by experts",
      (o, p) =>
        (o.step_tokens * p.flop_per_parameter * o.experts_per_token * o.expert_parameters) / (o.flop_rate * o.replica)
    ),
    weight_time: formula(
      "ms",
      "Reading weights, where that takes longer than multiplying with them",
      (o) =>
        (o.shared_weight_time >= o.shared_matrix_time ? o.shared_weight_time : 0) +
        (o.expert_weight_time >= o.expert_matrix_time ? o.expert_weight_time : 0)
    ),
    matrix_time: formula(
      "ms",
      "Matrix products, where they take longer than reading their weights",
      (o) =>
        (o.shared_weight_time >= o.shared_matrix_time ? 0 : o.shared_matrix_time) +
        (o.expert_weight_time >= o.expert_matrix_time ? 0 : o.expert_matrix_time)
    ),
    kv_time: formula(
      "ms",
      "Reading the KV cache and the index: each accelerator that of its requests and heads",
      (o, p, {min, known}) =>
        (o.step_batch * (o.kv_size + o.index_size)) /
        (o.byte_rate *
          (known(o.index_layers, 0) > 0 ? p.gather_share : p.kv_share) *
          o.device *
          o.ranks *
          o.stages *
          min(o.tensor, o.kv_heads))
    ),
    attention_time: formula(
      "ms",
      "Attention over the context, computed at 16 bits, and the index over all of it, at 8",
      (o, p, {known}) =>
        (o.step_tokens *
          p.flop_per_value *
          ((o.attention_values * o.read_context) / o.bf16 +
            (o.index_values * o.mean_context) / (known(o.compression, 1) * known(o.fp8, o.bf16)))) /
        (o.compute_share * (known(o.index_layers, 0) > 0 ? p.gather_share : 1) * o.maturity * o.replica)
    ),
    state_time: formula(
      "ms",
      "Reading and writing the state of linear layers",
      (o, p) =>
        (o.step_batch * 2 * o.state_size) / (o.byte_rate * p.state_share * o.device * o.ranks * o.stages * o.tensor)
    ),
    activation_time: formula(
      "ms",
      "Reading and writing what passes between the matrix multiplications",
      (o) => o.step_tokens * o.token_activation_time
    ),
    reduce_time: formula(
      "ms",
      "Adding up the parts of split matrices, twice a layer, each rank those of its requests",
      (o, p) =>
        (o.step_tokens * 2 * p.reduce_copies * (1 - 1 / o.tensor) * o.layers * o.hidden_size * p.activation_size) /
        (o.reduce_rate * o.device * o.ranks * o.stages)
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
        o.replica > o.scaleup_domain ? max(0, o.exchange_time - o.weight_time - o.matrix_time) : o.exchange_time
    ),
    host_step: formula(
      "ms",
      "The server's work on each request in a step: scheduling, sampling, detokenising, in a process for each rank",
      (o) => (o.step_batch / o.ranks) * o.host_time
    ),
    latency_time: formula(
      "ms",
      "Fixed time of layers and of the step, and the server's work on each request",
      (o, p) => o.layers_time / o.stages + p.step_latency / o.maturity + o.host_step
    ),
    decode_step: formula(
      "ms",
      "A decode step through all stages",
      (o, _, {max}) =>
        o.stages *
        (o.weight_time +
          o.matrix_time +
          max(o.kv_time, o.attention_time) +
          o.state_time +
          o.activation_time +
          o.reduce_time +
          o.waiting_time +
          o.latency_time)
    )
  };
}
