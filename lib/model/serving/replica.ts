import type {Definitions} from "../../sheet/index.js";
import type {Words} from "../parameter.js";
import type {Replica, ServingOption} from "./option-row.js";

/** The columns of `Replica`. */
export function replica({formula}: Words<ServingOption>): Definitions<Replica> {
  return {
    device: formula("GPU", "One accelerator of the replica", (o) => o.replica / (o.tensor * o.stages * o.ranks)),
    expert_groups: formula("1", "Groups of accelerators over which whole experts are spread", (o, _, {max}) =>
      max(o.ranks, o.expert_split)
    ),
    shared_flop_rate: formula(
      "TFLOP/GPU-s",
      "Operations a second that matrix multiplications outside the experts reach",
      (o) => o.shared_peak * o.compute_share * o.maturity
    ),
    flop_rate: formula(
      "TFLOP/GPU-s",
      "Operations a second that products of experts reach; those of a dense model, where it has none",
      (o, p) => o.peak * o.compute_share * o.maturity * (o.experts > 1 ? p.expert_product_share : 1)
    ),
    byte_rate: formula(
      "TB/GPU-s",
      "Bytes a second that are read from memory",
      (o, p) => o.memory_bandwidth * o.bandwidth_share * o.maturity ** p.maturity_of_reading
    ),
    expert_byte_rate: formula(
      "TB/GPU-s",
      "Bytes a second of experts that grouped products read",
      (o, p) => o.byte_rate * p.expert_read_share * o.kernel_share
    ),
    link_rate: formula(
      "GB/GPU-s",
      "Bytes a second sent to other accelerators: half of the links' both directions, or the network beyond the domain",
      (o, p) => (o.replica > o.scaleup_domain ? p.scaleout_bandwidth : o.link_bandwidth / 2) * o.link_share
    ),
    reduce_rate: formula(
      "GB/GPU-s",
      "The same to those that share a matrix, which may be within a domain where the replica is not",
      (o, p) => (o.device * o.tensor > o.scaleup_domain ? p.scaleout_bandwidth : o.link_bandwidth / 2) * o.link_share
    ),
    layers_time: formula(
      "ms",
      "Fixed time of all layers: launches, and waiting for the others where matrices or experts are split",
      (o, p, {known}) =>
        (o.layer_latency *
          (o.layers + o.expert_latency * o.expert_layers + p.linear_latency * known(o.linear_layers, 0)) +
          p.index_latency * known(o.index_layers, 0)) /
          o.maturity +
        (o.tensor > 1 ? 2 * o.reduce_latency * o.layers : 0) +
        (o.ranks > 1 ? p.exchange_latency * o.expert_layers : 0)
    ),

    memory_needed: formula(
      "GB",
      "Weights, copied where requests are split, and the KV cache of the batch, copied where heads are fewer than " +
        "parts",
      (o, _, {max}) =>
        o.weights + (o.ranks - 1) * o.shared_size + o.batch * o.kv_reserved * max(1, o.tensor / o.kv_heads)
    ),
    memory_available: formula(
      "GB",
      "Memory of a replica's accelerators, without workspace",
      (o, p) => o.replica * (o.memory_capacity * p.usable_memory - p.workspace_memory)
    ),
    fits: formula("1", "1 where the batch fits into memory, else 0", (o) => o.memory_needed <= o.memory_available)
  };
}
