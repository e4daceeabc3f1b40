import type {Definitions} from "../../sheet/index.js";
import type {Fleet} from "../fleet.js";
import type {Words} from "../parameter.js";

/** Accelerators in service and on order, and the power and memory that go with them. */
export interface Installed {
  gpus: number;
  pipeline: number;
  equivalents: number;
  value: number;
  pipeline_equivalents: number;
  pipeline_value: number;
  retired_equivalents: number;
  retired_value: number;
  compute_equivalents: number;
  it_capacity: number;
  full_power: number;
  pipeline_power: number;
  fitting_capacity: number;
  retired_power: number;
  power_begun: number;
  building_capacity: number;
  power_delivered: number;
  memory_delivered: number;
}

/** The columns of `Installed`. */
export function installed({formula}: Words<Fleet>): Definitions<Installed> {
  return {
    gpus: formula("GPU", "Accelerators installed", (f) => f.young + f.old),
    pipeline: formula(
      "GPU",
      "Accelerators ordered and not yet at work",
      (f) => f.in_making + f.in_building + f.in_fitting
    ),
    equivalents: formula("GPU", "Accelerators installed, in those at the outset by speed", (f) => f.gpus * f.speed),
    value: formula(
      "GPU",
      "Accelerators installed, in those at the outset by the price of their hours",
      (f) => f.gpus * f.relative_value
    ),
    pipeline_equivalents: formula("GPU", "Accelerators on order, in those at the outset", (f) => f.pipeline * f.speed),
    pipeline_value: formula(
      "GPU",
      "Accelerators on order, in those at the outset by the price of their hours",
      (f) => f.pipeline * f.relative_value
    ),
    retired_equivalents: formula(
      "GPU/month",
      "Accelerators retired, in those at the outset",
      (f) => f.retired * f.speed
    ),
    retired_value: formula(
      "GPU/month",
      "Accelerators retired, in those at the outset by the price of their hours",
      (f) => f.retired * f.relative_value
    ),
    compute_equivalents: formula(
      "GPU",
      "Accelerators installed, in H100s by their arithmetic",
      (f) => f.gpus * f.compute_work
    ),
    it_capacity: formula("MW", "IT power provisioned", (f) => f.gpus * f.provisioned_power),
    full_power: formula("MW", "IT power drawn under full load", (f) => f.gpus * f.loaded_power),
    pipeline_power: formula("MW", "IT power of the accelerators on order", (f) => f.pipeline * f.provisioned_power),
    fitting_capacity: formula(
      "MW",
      "IT power of the accelerators that are being fitted",
      (f) => f.in_fitting * f.provisioned_power
    ),
    retired_power: formula("MW/month", "IT power of the accelerators retired", (f) => f.retired * f.provisioned_power),
    building_capacity: formula(
      "MW",
      "IT power of the accelerators in the second third of the lead time, whose buildings are being built",
      (f) => f.in_building * f.provisioned_power
    ),
    power_begun: formula(
      "MW/month",
      "IT power of the accelerators for which buildings are begun, less that of those retired",
      (f) => (f.in_making * f.pace - f.retired) * f.provisioned_power
    ),
    power_delivered: formula(
      "MW/month",
      "Power that sites are built for to house the accelerators bought",
      (f) => f.bought * f.provisioned_power * f.site_ratio
    ),
    memory_delivered: formula(
      "GB/month",
      "Memory in the accelerators delivered",
      (f) => f.delivered * f.memory_installed
    )
  };
}
