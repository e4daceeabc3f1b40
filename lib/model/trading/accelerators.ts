import type {Definitions} from "../../sheet/index.js";
import {fleet} from "../fleet.js";
import type {Market} from "../market.js";
import type {Words} from "../parameter.js";

/** The market for accelerators, which have as much memory as makers deliver. */
export interface AcceleratorMarket {
  memory_wanted: number;
  competing_memory: number;
  all_memory_wanted: number;
  memory_delivered: number;
  start_memory_orders: number;
  start_memory_capacity: number;
  memory_capacity: number;
  memory_scarcity: number;
  memory_limit: number;
  memory_share: number;
  own_memory_limit: number;
  next_memory_capacity: number;
  memory_clearing: number;
  next_memory_scarcity: number;
  chip_premium: number;
  chip_clearing: number;
  next_chip_premium: number;
}

/** The columns of `AcceleratorMarket`. */
export function accelerators({rollup, formula, previous}: Words<Market>): Definitions<AcceleratorMarket> {
  return {
    memory_wanted: rollup(() => fleet, "memory_wanted", "sum", {
      doc: "Accelerator memory that neoclouds want to order"
    }),
    memory_delivered: rollup(() => fleet, "memory_delivered", "sum"),
    start_memory_orders: rollup(() => fleet, "start_memory_orders", "sum"),
    start_memory_capacity: formula(
      "GB/month",
      "Accelerator memory that makers could deliver at the outset",
      (m, p) => (m.start_memory_orders / (1 - p.competing_share)) * (1 + p.memory_supply_slack)
    ),
    memory_capacity: previous(
      "next_memory_capacity",
      "start_memory_capacity",
      "Accelerator memory, packaged with its accelerators, that makers can deliver at contract prices"
    ),
    memory_scarcity: previous(
      "next_memory_scarcity",
      1,
      "Price of memory relative to its contract price in normal times"
    ),
    competing_memory: formula(
      "GB/month",
      "Accelerator memory that others want: hyperscalers for fleets of their own, and whoever trains models",
      (m, p, {exp}) =>
        ((m.start_memory_orders * p.competing_share) / (1 - p.competing_share)) *
        exp(p.competing_growth * p.month) *
        m.memory_scarcity ** (0 - p.memory_demand)
    ),
    all_memory_wanted: formula(
      "GB/month",
      "Accelerator memory that is wanted by all",
      (m) => m.memory_wanted + m.competing_memory
    ),
    memory_limit: formula(
      "GB/month",
      "Accelerator memory that can be ordered: more expensive memory draws capacity from other uses",
      (m, p) => m.memory_capacity * m.memory_scarcity ** p.memory_elasticity
    ),
    memory_share: formula("share", "Share of the accelerators wanted that makers accept orders for", (m) =>
      m.all_memory_wanted > m.memory_limit ? m.memory_limit / m.all_memory_wanted : 1
    ),
    own_memory_limit: formula(
      "GB/month",
      "Accelerator memory that neoclouds can order, once others have their share",
      (m) => m.memory_limit - m.competing_memory * m.memory_share
    ),
    next_memory_capacity: formula(
      "GB/month",
      "Accelerator memory that makers can deliver next month: they build more where it is scarce",
      (m, p, {exp, log}) =>
        m.memory_capacity * exp((p.memory_supply_growth + p.memory_investment * log(m.memory_scarcity)) * p.step)
    ),
    memory_clearing: formula(
      "1",
      "Price of memory, relative to normal times, at which all that is wanted could be delivered",
      (m, p, f) =>
        m.all_memory_wanted > 0
          ? f.scarcity_price(
              m.memory_scarcity,
              m.all_memory_wanted / m.memory_limit,
              p.memory_elasticity + p.memory_demand,
              p.memory_ceiling
            )
          : 1
    ),
    next_memory_scarcity: formula("1", "Price of memory next month, relative to normal times", (m, p, f) =>
      f.approach(m.memory_scarcity, m.memory_clearing, p.memory_response * p.step)
    ),
    chip_premium: previous("next_chip_premium", 1, "Price of accelerators relative to their list price"),
    chip_clearing: formula(
      "1",
      "Price of accelerators, relative to their list price, to which refused orders drive it",
      (m, p, f) =>
        m.all_memory_wanted > 0
          ? f.scarcity_price(m.chip_premium, m.all_memory_wanted / m.memory_limit, 1, p.chip_ceiling)
          : 1
    ),
    next_chip_premium: formula("1", "Price of accelerators next month, relative to their list price", (m, p, f) =>
      f.approach(m.chip_premium, m.chip_clearing, p.memory_response * p.step)
    )
  };
}
