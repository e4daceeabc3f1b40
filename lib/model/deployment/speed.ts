import type {Definitions} from "../../sheet/index.js";
import {servingOption, type Deployment} from "../deployment.js";
import type {Words} from "../parameter.js";
import type {ServingOption} from "../serving/index.js";

/** How fast a deployment's configuration serves requests, and how much faster software makes it. */
export interface Speed {
  best: ServingOption;
  batch: number;
  start_rate: number;
  start_output_rate: number;
  tpot: number;
  ttft: number;
  prefill_share: number;
  loading_share: number;
  activity: number;
  compute_part: number;
  bandwidth_part: number;
  latency_part: number;
  interconnect_part: number;
  compute_reached: number;
  bandwidth_reached: number;
  four_bit_gain: number;
  software_index: number;
  work_index: number;
  gpu_time: number;
}

/** The columns of `Speed`. */
export function speed({lookup, lookups, formula, rollup}: Words<Deployment>): Definitions<Speed> {
  return {
    best: rollup(() => servingOption, "preference", "argmax", {
      doc:
        "Serving configuration that handles most requests per GPU within the limits; one that nearly keeps " +
        "them where none does"
    }),
    batch: lookup("best", "batch"),
    start_rate: lookup("best", "request_rate", "Requests per GPU and second with the initial software"),
    start_output_rate: lookup("best", "output_rate", "Output tokens per GPU and second with the initial software"),
    ...lookups("best", "tpot", "ttft", "prefill_share"),
    loading_share: lookup("best", "cached_share"),
    activity: lookup("best", "activity"),
    ...lookups("best", "compute_part", "bandwidth_part", "latency_part", "interconnect_part"),
    compute_reached: formula(
      "share",
      "Share of the dense peak that software reaches: it closes in on what can be reached",
      (d, p, f) => f.approach(d.compute_share, f.max(d.compute_share, p.compute_ceiling), p.kernel_learning * p.month)
    ),
    bandwidth_reached: formula(
      "share",
      "Share of memory bandwidth that software reaches: it closes in on what can be reached",
      (d, p, f) =>
        f.approach(d.bandwidth_share, f.max(d.bandwidth_share, p.bandwidth_ceiling), p.kernel_learning * p.month)
    ),
    four_bit_gain: formula(
      "1",
      "Gain through work that moves from 8 bits to 4: none where there are no units for it or weights have 4 bits",
      (d, p, {known}) =>
        known(d.fp4, 0) > known(d.fp8, d.bf16) && d.weight_precision > 0.75 * p.byte_per_parameter
          ? p.precision_gain
          : 1
    ),
    software_index: formula(
      "1",
      "Requests of the initial length per GPU-hour relative to the initial level: each part of the GPU time has " +
        "its own gains",
      (d, p) =>
        1 /
        ((d.compute_part * d.compute_share) / (d.compute_reached * d.four_bit_gain) +
          (d.bandwidth_part * d.bandwidth_share) /
            (d.bandwidth_reached * d.four_bit_gain * p.speculation_gain * p.attention_gain) +
          d.latency_part / p.fixed_time_gain +
          d.interconnect_part)
    ),
    work_index: lookup("tier", "work_index"),
    gpu_time: formula(
      "GPU-s",
      "GPU time of a request of the initial mean length",
      (d) => d.work_index / (d.start_rate * d.software_index)
    )
  };
}
