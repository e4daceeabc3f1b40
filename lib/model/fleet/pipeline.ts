import type {Definitions} from "../../sheet/index.js";
import type {Fleet} from "../fleet.js";
import type {Words} from "../parameter.js";

/** Accelerators from the order to the sale: three stages of the lead time, two halves of their life. */
export interface Pipeline {
  speed: number;
  relative_value: number;
  arrived: number;
  attraction: number;
  order_share: number;
  wanted: number;
  memory_wanted: number;
  power_wanted: number;
  ordered: number;
  pace: number;
  start_pace: number;
  start_old: number;
  start_young: number;
  start_growth: number;
  start_deliveries: number;
  start_memory_orders: number;
  start_in_making: number;
  start_in_building: number;
  start_in_fitting: number;
  in_making: number;
  in_building: number;
  in_fitting: number;
  bought: number;
  delivered: number;
  young: number;
  old: number;
  closure: number;
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
      "Tokens that one gives, relative to one of those that the cluster holds at the outset",
      (f) => f.work / f.start_work
    ),
    relative_value: formula(
      "1",
      "Price of its hours, relative to that of those that the cluster holds at the outset: it falls as later " +
        "generations arrive",
      (f, p, {exp, max}) =>
        (f.on_demand_price / f.start_on_demand_price) * exp(0 - p.ageing * max(0, f.generations - f.order))
    ),
    arrived: formula("share", "How far it has come to market", (f, p, {arrival}) =>
      arrival((p.start + p.month - f.from) / p.generation_ramp)
    ),
    attraction: formula(
      "1",
      "How attractive it is to order: the more, the less an hour of its capacity costs for what it earns",
      (f, p, {exp, log, min, max}) =>
        f.arrived * exp(min(20, max(-20, log(f.start_on_demand_price / f.new_cost) / p.choice_sharpness)))
    ),
    order_share: formula(
      "share",
      "Share of the cluster's new capacity that is ordered as this kind",
      (f) => f.attraction / f.attraction_sum
    ),
    wanted: formula(
      "GPU/month",
      "Accelerators that the neocloud wants to order",
      (f) => (f.wanted_capacity * f.order_share) / f.relative_value
    ),
    memory_wanted: formula("GB/month", "Memory in the accelerators wanted", (f) => f.wanted * f.memory_installed),
    power_wanted: formula("MW/month", "IT power of the accelerators wanted", (f) => f.wanted * f.provisioned_power),
    ordered: formula(
      "GPU/month",
      "Accelerators ordered: those wanted, as far as makers and power allow",
      (f, _, {min}) => f.wanted * min(f.memory_share, f.power_share)
    ),
    pace: formula("1/month", "Share of a stage of the pipeline that goes on to the next", (_, p) => p.stage_pace),
    start_pace: formula(
      "1/month",
      "Share of a stage of the pipeline that went on to the next before the first month",
      (_, p) => 3 / p.start_lead
    ),
    start_old: formula(
      "GPU",
      "Accelerators in the second half of their life at the outset: fewer than half of a fleet that has grown",
      (f) => (f.present * f.count * 2) / (f.life * f.order_book + 4)
    ),
    start_young: formula(
      "GPU",
      "Accelerators in the first half of their life at the outset",
      (f) => f.present * f.count - f.start_old
    ),
    start_growth: formula(
      "1/yr",
      "Growth that orders before the first month allow for",
      (f, p) => f.order_book + p.expansion_excess
    ),
    start_deliveries: formula(
      "GPU/month",
      "Accelerators delivered at the outset: growth and renewal",
      (f) => f.present * f.count * f.start_growth + (2 * f.start_old) / f.life
    ),
    start_memory_orders: formula(
      "GB/month",
      "Memory in the accelerators that demand's growth alone would have had ordered initially",
      (f, p, {exp}) =>
        (f.present * f.count * f.order_book + (2 * f.start_old) / f.life) *
        exp(f.order_book * p.start_lead) *
        f.memory_installed
    ),
    start_in_fitting: formula(
      "GPU",
      "Accelerators in the last third of the lead time at the outset",
      (f) => f.start_deliveries / f.start_pace
    ),
    start_in_building: formula(
      "GPU",
      "Accelerators in the second third of the lead time at the outset: for a later and larger fleet",
      (f, p, {exp}) => f.start_in_fitting * exp((f.start_growth * p.start_lead) / 3)
    ),
    start_in_making: formula(
      "GPU",
      "Accelerators in the first third of the lead time at the outset: for a still later and larger fleet",
      (f, p, {exp}) => f.start_in_fitting * exp((f.start_growth * 2 * p.start_lead) / 3)
    ),
    in_making: previous("next_in_making", "start_in_making", "Accelerators in the first third of the lead time"),
    in_building: previous("next_in_building", "start_in_building", "Accelerators in the second third of the lead time"),
    in_fitting: previous("next_in_fitting", "start_in_fitting", "Accelerators in the last third of the lead time"),
    bought: formula(
      "GPU/month",
      "Accelerators that arrive on site and are paid for, to be fitted",
      (f) => f.in_building * f.pace
    ),
    delivered: formula("GPU/month", "Accelerators that begin to work", (f) => f.in_fitting * f.pace),
    young: previous("next_young", "start_young", "Accelerators in the first half of their life"),
    old: previous("next_old", "start_old", "Accelerators in the second half of their life"),
    closure: formula(
      "share",
      "How far the price of its hours falls short of what running it costs, or the price that is expected of what " +
        "makes it worth keeping rather than selling",
      (f, _, {min, max}) => max(0, min(1, 1 - min(f.hour_price / f.running_cost_of_hour, f.used_rent / f.keeping_rent)))
    ),
    retired: formula(
      "GPU/month",
      "Accelerators that are retired: at the end of their life, or as they no longer pay for running or keeping",
      (f, p, {min}) => f.old * min(1 / p.step, 2 / f.life + p.closure_rate * f.closure)
    ),
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
