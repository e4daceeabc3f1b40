import type {Definitions} from "../../sheet/index.js";
import type {Fleet} from "../fleet.js";
import type {Words} from "../parameter.js";

/** The contracts on accelerators, as lenders see them: on what is bought in a month, and on what is installed. */
export interface Offtake {
  offtake: number;
  housed_cost: number;
  new_offtake: number;
  new_running_cost: number;
  installed_offtake: number;
  installed_running_cost: number;
}

/** The columns of `Offtake`. */
export function offtake({formula}: Words<Fleet>): Definitions<Offtake> {
  return {
    offtake: formula(
      "USD/GPU-month",
      "Contracted revenue of an accelerator, at the initial on-demand price for its work",
      (f) => f.allocatable_share * f.contract_share * f.start_on_demand_price * f.relative_value
    ),
    housed_cost: formula(
      "USD/GPU-month",
      "Running cost of an accelerator, with rent, operation and tax of its place",
      (f, p) =>
        f.running_cost +
        f.hardware_price * (p.hardware_maintenance + p.insurance) +
        f.provisioned_power *
          (f.tenure === "owned"
            ? p.facility_operation + f.construction_cost * p.construction_premium * p.property_tax
            : f.colocation_rate * f.power_premium)
    ),
    new_offtake: formula(
      "USD/month",
      "Contracted revenue of the accelerators bought in the month",
      (f, p) => f.bought * p.step * f.offtake
    ),
    new_running_cost: formula(
      "USD/month",
      "Running cost of the accelerators bought in the month",
      (f, p) => f.bought * p.step * f.housed_cost
    ),
    installed_offtake: formula(
      "USD/month",
      "Contracted revenue of the accelerators installed",
      (f) => f.gpus * f.offtake
    ),
    installed_running_cost: formula(
      "USD/month",
      "Running cost of the accelerators installed",
      (f) => f.gpus * f.housed_cost
    )
  };
}
