import type {Definitions} from "../../sheet/index.js";
import type {Fleet} from "../fleet.js";
import type {Words} from "../parameter.js";

/** Accelerators from the order to the sale: three stages of the lead time, two halves of their life. */
export interface Pipeline {
  speed: number;
  order_share: number;
  wanted: number;
  memory_wanted: number;
  power_wanted: number;
  ordered: number;
  pace: number;
  start_old: number;
  start_young: number;
  start_stage: number;
  in_making: number;
  in_building: number;
  in_fitting: number;
  delivered: number;
  young: number;
  old: number;
  retired: number;
  next_in_making: number;
  next_in_building: number;
  next_in_fitting: number;
  next_young: number;
  next_old: number;
}

/** The columns of `Pipeline`. */
export function pipeline({formula, previous}: Words<Fleet>): Definitions<Pipeline> {
  return {
    speed: formula(
      "1",
      "Tokens that one gives, relative to one of those that the cluster holds at the start",
      (f, p, {known}) =>
        1 /
        ((p.compute_bound_share * known(f.first_fp8, f.first_bf16)) / known(f.fp8, f.bf16) +
          ((1 - p.compute_bound_share) * f.first_bandwidth) / f.memory_bandwidth)
    ),
    order_share: formula(
      "share",
      "Share of the cluster's new capacity that is ordered as this kind: it grows from its first month on, and " +
        "passes to the next kind",
      (f, p, {min, max}) =>
        min(1, max(0, (p.start + p.month - f.from) / p.generation_ramp)) -
        min(1, max(0, (p.start + p.month - f.until) / p.generation_ramp))
    ),
    wanted: formula(
      "GPU/month",
      "Accelerators that the neocloud wants to order",
      (f) => (f.wanted_capacity * f.order_share) / f.speed
    ),
    memory_wanted: formula("GB/month", "Memory in the accelerators wanted", (f) => f.wanted * f.memory_installed),
    power_wanted: formula("MW/month", "IT power of the accelerators wanted", (f) => f.wanted * f.provisioned_power),
    ordered: formula(
      "GPU/month",
      "Accelerators ordered: those wanted, as far as makers and power allow",
      (f, _, {min}) => f.wanted * min(f.memory_share, f.power_share)
    ),
    pace: formula("1/month", "Share of a stage of the pipeline that goes on to the next", (_, p, {min}) =>
      min(3 / p.lead_time, 1 / p.step)
    ),
    start_old: formula(
      "GPU",
      "Accelerators in the second half of their life at the start: fewer than half of a fleet that has grown",
      (f, p) => (f.present * f.count * 2) / (f.life * p.expansion_rate + 4)
    ),
    start_young: formula(
      "GPU",
      "Accelerators in the first half of their life at the start",
      (f) => f.present * f.count - f.start_old
    ),
    start_stage: formula(
      "GPU",
      "Accelerators in each stage of the pipeline at the start: what is being delivered, growth and renewal, for a " +
        "third of the lead time",
      (f, p) => (f.present * f.count * p.expansion_rate + (2 * f.start_old) / f.life) / f.pace
    ),
    in_making: previous("next_in_making", "start_stage", "Accelerators in the first third of the lead time"),
    in_building: previous("next_in_building", "start_stage", "Accelerators in the second third of the lead time"),
    in_fitting: previous("next_in_fitting", "start_stage", "Accelerators in the last third of the lead time"),
    delivered: formula("GPU/month", "Accelerators that begin to work", (f) => f.in_fitting * f.pace),
    young: previous("next_young", "start_young", "Accelerators in the first half of their life"),
    old: previous("next_old", "start_old", "Accelerators in the second half of their life"),
    retired: formula("GPU/month", "Accelerators that are taken out of use and sold", (f) => (2 * f.old) / f.life),
    next_in_making: formula(
      "GPU",
      "Accelerators in the first third of the lead time, next month",
      (f, p) => f.in_making + (f.ordered - f.in_making * f.pace) * p.step
    ),
    next_in_building: formula(
      "GPU",
      "Accelerators in the second third of the lead time, next month",
      (f, p) => f.in_building + (f.in_making - f.in_building) * f.pace * p.step
    ),
    next_in_fitting: formula(
      "GPU",
      "Accelerators in the last third of the lead time, next month",
      (f, p) => f.in_fitting + (f.in_building - f.in_fitting) * f.pace * p.step
    ),
    next_young: formula(
      "GPU",
      "Accelerators in the first half of their life, next month",
      (f, p) => f.young + (f.delivered - (2 * f.young) / f.life) * p.step
    ),
    next_old: formula(
      "GPU",
      "Accelerators in the second half of their life, next month",
      (f, p) => f.old + ((2 * f.young) / f.life - f.retired) * p.step
    )
  };
}
