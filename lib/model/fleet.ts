import type {Table} from "../sheet/index.js";
import {market, type Market} from "./market.js";
import {cluster, type Cluster} from "./cluster.js";
import type {Neocloud} from "./neocloud.js";
import {table} from "./parameter.js";
import {accelerator, type Accelerator} from "./silicon.js";

/** A kind of accelerator that comes to market. */
export interface Generation {
  accelerator: Accelerator;
  from: number;
}

/** The accelerators of one kind in a cluster, from the order to the sale. */
export interface Fleet {
  cluster: Cluster;
  accelerator: Accelerator;
  market: Market;
  neocloud: Neocloud;
  present: number;
  from: number;
  until: number;

  accelerator_vendor: string;
  unit_price: number;
  tdp: number;
  memory_installed: number;
  memory_bandwidth: number;
  bf16: number;
  fp8: number;
  cost_to_make: number;
  logic_cost: number;
  memory_cost: number;
  embodied_carbon: number;
  embodied_water: number;
  wafers_per_gpu: number;
  count: number;
  first_bandwidth: number;
  first_bf16: number;
  first_fp8: number;
  tenure: string;
  pue: number;
  power_price: number;
  construction_cost: number;
  colocation_rate: number;
  staff: number;
  licence: number;
  allocatable_share: number;
  active_share: number;
  rate: number;
  life: number;
  wanted_capacity: number;
  memory_share: number;
  power_share: number;

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

  gpus: number;
  pipeline: number;
  equivalents: number;
  pipeline_equivalents: number;
  retired_equivalents: number;
  it_capacity: number;
  full_power: number;
  pipeline_power: number;
  retired_power: number;
  power_added: number;
  memory_delivered: number;

  system_price: number;
  hardware_price: number;
  chip_purchases: number;
  system_purchases: number;
  making_cost: number;
  wafer_cost: number;
  memory_spending: number;
  assembly_cost: number;
  making_carbon: number;
  making_water: number;
  wafers: number;
  start_hardware: number;
  hardware: number;
  hardware_retired: number;
  next_hardware: number;
  resale: number;

  capital_cost: number;
  site_cost: number;
  running_cost: number;
  new_cost: number;
}

export const generation: Table<Generation> = table<Generation>(
  "generation",
  "Kinds of accelerators that come to market: from then on, clusters order them in place of what they hold.",
  ({ref, date}) => ({
    accelerator: ref(() => accelerator, "What can be ordered"),
    from: date("First month in which it can be ordered in quantity")
  })
);

export const fleet: Table<Fleet> = table<Fleet>(
  "fleet",
  "Accelerators of one kind in a cluster: ordered, in the making, in use, retired, and what they cost.",
  ({ref, date, input, lookup, lookups, formula, previous}) => ({
    cluster: ref(() => cluster, "Where they are"),
    accelerator: ref(() => accelerator, "What they are"),
    market: ref(() => market, "Market in which they are bought"),
    neocloud: lookup("cluster", "neocloud"),
    present: input("1", "1 for what the cluster holds at the start, 0 for a later generation"),
    from: date("Month from which on they are ordered"),
    until: date("Month from which on the next generation takes over"),

    accelerator_vendor: lookup("accelerator", "vendor"),
    ...lookups("accelerator", "unit_price", "tdp", "memory_installed", "memory_bandwidth", "bf16", "fp8"),
    ...lookups("accelerator", "cost_to_make", "logic_cost", "memory_cost", "embodied_carbon", "embodied_water"),
    wafers_per_gpu: lookup("accelerator", "wafers"),
    count: lookup("cluster", "count"),
    first_bandwidth: lookup("cluster", "memory_bandwidth"),
    first_bf16: lookup("cluster", "bf16"),
    first_fp8: lookup("cluster", "fp8"),
    ...lookups("cluster", "tenure", "pue", "power_price", "construction_cost", "colocation_rate", "staff", "licence"),
    ...lookups("cluster", "allocatable_share", "active_share", "rate", "life", "wanted_capacity"),
    memory_share: lookup("market", "memory_share"),
    power_share: lookup("cluster", "power_share"),

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
      "Share of the cluster's new capacity that is ordered as this kind: it grows from its first month on, and passes to the next kind",
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
    power_wanted: formula(
      "MW/month",
      "IT power of the accelerators wanted",
      (f, p) => f.wanted * f.tdp * p.provisioned_power_ratio
    ),
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
      "Accelerators in each stage of the pipeline at the start: what is being delivered, growth and renewal, for a third of the lead time",
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
    ),

    gpus: formula("GPU", "Accelerators installed", (f) => f.young + f.old),
    pipeline: formula(
      "GPU",
      "Accelerators ordered and not yet at work",
      (f) => f.in_making + f.in_building + f.in_fitting
    ),
    equivalents: formula("GPU", "Accelerators installed, in those of the start by speed", (f) => f.gpus * f.speed),
    pipeline_equivalents: formula("GPU", "Accelerators on order, in those of the start", (f) => f.pipeline * f.speed),
    retired_equivalents: formula(
      "GPU/month",
      "Accelerators taken out of use, in those of the start",
      (f) => f.retired * f.speed
    ),
    it_capacity: formula("MW", "IT power provisioned", (f, p) => f.gpus * f.tdp * p.provisioned_power_ratio),
    full_power: formula("MW", "IT power drawn under full load", (f, p) => f.gpus * f.tdp * p.server_power_ratio),
    pipeline_power: formula(
      "MW",
      "IT power of the accelerators on order",
      (f, p) => f.pipeline * f.tdp * p.provisioned_power_ratio
    ),
    retired_power: formula(
      "MW/month",
      "IT power of the accelerators taken out of use",
      (f, p) => f.retired * f.tdp * p.provisioned_power_ratio
    ),
    power_added: formula(
      "MW/month",
      "IT power of the accelerators delivered less those taken out of use",
      (f, p) => (f.delivered - f.retired) * f.tdp * p.provisioned_power_ratio
    ),
    memory_delivered: formula(
      "GB/month",
      "Memory in the accelerators delivered",
      (f) => f.delivered * f.memory_installed
    ),

    system_price: formula(
      "USD/GPU",
      "Server, network and storage per accelerator",
      (_, p) => (p.server_cost + p.network_cost + p.storage_cost) * p.hardware_price_index
    ),
    hardware_price: formula(
      "USD/GPU",
      "Accelerator with its share of server, network and storage",
      (f, p) => f.unit_price * p.hardware_price_index + f.system_price
    ),
    chip_purchases: formula(
      "USD/month",
      "Paid for accelerators",
      (f, p) => f.delivered * f.unit_price * p.hardware_price_index
    ),
    system_purchases: formula(
      "USD/month",
      "Paid for servers, network and storage",
      (f) => f.delivered * f.system_price
    ),
    making_cost: formula("USD/month", "What the accelerators bought cost to make", (f) => f.delivered * f.cost_to_make),
    wafer_cost: formula(
      "USD/month",
      "Logic wafers in the accelerators bought",
      (f, p) => (f.delivered * f.logic_cost) / p.assembly_yield
    ),
    memory_spending: formula(
      "USD/month",
      "Memory in the accelerators bought",
      (f, p) => (f.delivered * f.memory_cost) / p.assembly_yield
    ),
    assembly_cost: formula(
      "USD/month",
      "Packaging and test of the accelerators bought",
      (f) => f.making_cost - f.wafer_cost - f.memory_spending
    ),
    making_carbon: formula(
      "tCO2e/month",
      "Greenhouse gas of making the accelerators bought",
      (f) => f.delivered * f.embodied_carbon
    ),
    making_water: formula(
      "m3/month",
      "Water used in making the accelerators bought",
      (f) => f.delivered * f.embodied_water
    ),
    wafers: formula("wafer/month", "Logic wafers in the accelerators bought", (f) => f.delivered * f.wafers_per_gpu),
    start_hardware: formula(
      "USD",
      "Purchase price of the hardware in use at the start",
      (f) => f.gpus * f.hardware_price
    ),
    hardware: previous("next_hardware", "start_hardware", "Purchase price of the hardware in use"),
    hardware_retired: formula("USD/month", "Purchase price of the hardware taken out of use", (f) =>
      f.gpus > 0 ? (f.hardware * f.retired) / f.gpus : 0
    ),
    next_hardware: formula(
      "USD",
      "Purchase price of the hardware in use next month",
      (f, p) => f.hardware + (f.delivered * f.hardware_price - f.hardware_retired) * p.step
    ),
    resale: formula(
      "USD/month",
      "What the hardware taken out of use is worth",
      (f, p) => f.hardware_retired * p.accelerator_residual
    ),

    capital_cost: formula(
      "USD/GPU-month",
      "Annuity, upkeep and insurance of an accelerator bought now",
      (f, p, {capital_recovery}) =>
        f.hardware_price *
        (capital_recovery(f.rate, f.life, p.accelerator_residual) + p.hardware_maintenance + p.insurance)
    ),
    site_cost: formula(
      "USD/GPU-month",
      "Its place in a new hall or a rented one, without energy",
      (f, p, {capital_recovery}) =>
        f.tdp *
        p.provisioned_power_ratio *
        (f.tenure === "owned"
          ? f.construction_cost *
              p.construction_premium *
              (capital_recovery(f.rate, p.facility_life, p.facility_residual) + p.property_tax) +
            p.facility_operation
          : f.colocation_rate)
    ),
    running_cost: formula(
      "USD/GPU-month",
      "Its electricity at normal occupancy and customers' use, engineers and licence",
      (f, p) =>
        f.tdp *
          p.server_power_ratio *
          (p.idle_power_share + (1 - p.idle_power_share) * f.allocatable_share * p.normal_occupancy * f.active_share) *
          f.pue *
          f.power_price +
        f.staff * p.engineer_compensation * p.wage_index +
        f.licence
    ),
    new_cost: formula(
      "USD/GPU-hour",
      "Cost of an hour of new capacity, in hours of an accelerator of the start, at normal occupancy",
      (f, p) =>
        (f.capital_cost + f.site_cost + f.running_cost) /
        (f.speed * f.allocatable_share * p.normal_occupancy * (1 - p.neocloud_overhead))
    )
  })
);
