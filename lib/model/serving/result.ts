import type {Definitions} from "../../sheet/index.js";
import type {Words} from "../parameter.js";
import type {Result, ServingOption} from "./option-row.js";

/** The columns of `Result`. */
export function result({formula}: Words<ServingOption>): Definitions<Result> {
  return {
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
    output_rate: formula("token/GPU-s", "Output tokens per GPU", (o) => o.output_length / (o.request_time * o.replica)),
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
            (o.matrix_time + (o.attention_time > o.kv_time ? o.attention_time : 0))) /
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
            (o.weight_time + (o.attention_time > o.kv_time ? 0 : o.kv_time) + o.state_time + o.activation_time)) /
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
    steady_part: formula(
      "share",
      "Share of GPU time that takes as long however many requests are in work: reading weights, fixed time of layers",
      (o) =>
        ((o.decode_time / o.decode_step) * o.stages * (o.weight_time + o.latency_time - o.host_step)) / o.request_time
    ),
    peak_part: formula(
      "share",
      "Share of GPU time that the products would take at the full dense peaks",
      (o, p) =>
        ((o.uncached_length + (o.output_length / o.tokens_per_step) * o.passed_tokens) *
          p.flop_per_parameter *
          (o.body_parameters / o.shared_peak + (o.experts_per_token * o.expert_parameters) / o.peak)) /
        (o.replica * o.request_time)
    ),
    device_power: formula(
      "W/GPU",
      "Power of an accelerator while it serves: at idle, while it reads or calculates, and by its products",
      (o, p, {min}) =>
        o.tdp *
        min(
          1,
          o.device_idle_share +
            p.busy_power_share * (o.compute_part + o.bandwidth_part) +
            p.product_power_share * o.peak_part
        )
    ),
    power: formula(
      "W/GPU",
      "Server power per accelerator while it serves: its own, and what the rest of a loaded server draws",
      (o, p) => o.device_power + o.tdp * (p.server_power_ratio - 1)
    ),
    activity: formula(
      "share",
      "Power above idle while it serves, as a share of that at full load",
      (o, p, {min, max}) =>
        min(1, max(0, (o.power / (o.tdp * p.server_power_ratio) - p.idle_power_share) / (1 - p.idle_power_share)))
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
    keeps_pace: formula(
      "1",
      "1 where requests do not come one after the other, or no faster than the batch can work on them, else 0",
      (o) => (o.batch * o.arrival_interval) / o.replica >= o.ttft + o.output_length * o.tpot || o.arrival_interval <= 0
    ),
    preference: formula(
      "1/GPU-s",
      "The score, or the smallest batch that keeps pace; next to nothing where a limit is broken, less, the further",
      (o) =>
        o.feasible === 1
          ? o.arrival_interval > 0
            ? o.keeps_pace === 1
              ? 1 / (o.arrival_interval * o.batch)
              : 1e-6 * o.request_rate
            : o.request_rate
          : (1e-9 * o.request_rate) / o.overshoot ** 8
    )
  };
}
