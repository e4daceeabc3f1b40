import type {Definitions} from "../../sheet/index.js";
import type {Fleet} from "../fleet.js";
import type {Words} from "../parameter.js";

/** The contracts on what is bought in a month, as lenders see them. */
export interface Offtake {
  new_offtake: number;
  new_running_cost: number;
}

/** The columns of `Offtake`. */
export function offtake({formula}: Words<Fleet>): Definitions<Offtake> {
  return {
    new_offtake: formula(
      "USD/month",
      "Contracted revenue of the accelerators bought in the month, at the initial on-demand price for their work",
      (f, p) => f.bought * p.step * f.allocatable_share * f.contract_share * f.start_on_demand_price * f.relative_value
    ),
    new_running_cost: formula(
      "USD/month",
      "Running cost of the accelerators bought in the month, with rent, operation and tax of their place",
      (f, p) =>
        f.bought *
        p.step *
        (f.running_cost +
          f.hardware_price * (p.hardware_maintenance + p.insurance) +
          f.provisioned_power *
            (f.tenure === "owned"
              ? p.facility_operation + f.construction_cost * p.construction_premium * p.property_tax
              : f.colocation_rate * f.power_premium))
    )
  };
}
