import type {Definitions} from "../../sheet/index.js";
import type {Words} from "../parameter.js";
import type {Replica, ServingOption} from "./option-row.js";

/** The columns of `Replica`. */
export function replica({formula}: Words<ServingOption>): Definitions<Replica> {
  return {
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
      "Weights, copied where requests are split, and the KV cache of the batch, copied where heads are fewer than " +
        "parts",
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
    fits: formula("1", "1 where the batch fits into memory, else 0", (o) => o.memory_needed <= o.memory_available)
  };
}
