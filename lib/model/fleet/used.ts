import type {Definitions} from "../../sheet/index.js";
import type {Fleet} from "../fleet.js";
import type {Words} from "../parameter.js";

/** What a used accelerator is worth to buyers and to its owner, and what dealers pay for those that are retired. */
export interface Used {
  used_rent: number;
  used_earnings: number;
  used_price: number;
  used_ratio: number;
  used_proceeds: number;
  keeping_rent: number;
  resold: number;
  scrapped: number;
  resale: number;
}

/** The columns of `Used`. */
export function used({formula}: Words<Fleet>): Definitions<Used> {
  return {
    used_rent: formula(
      "USD/GPU-hour",
      "Mean expected price of its hours while a buyer uses it: the price of a contract of that length",
      (f) => f.start_on_demand_price * f.relative_value * f.used_index
    ),
    used_earnings: formula(
      "USD/GPU-month",
      "Earnings of a buyer with the mean costs of all sites, at normal utilisation, in rented space",
      (f, p) =>
        f.used_rent * f.mean_allocatable_share * p.normal_occupancy * (1 - p.neocloud_overhead) -
        f.loaded_power *
          (p.idle_power_share +
            (1 - p.idle_power_share) * f.mean_allocatable_share * p.normal_occupancy * f.mean_active_share) *
          f.mean_energy_price -
        f.mean_attendance -
        f.hardware_price * p.hardware_maintenance -
        f.provisioned_power * f.mean_place_cost
    ),
    used_price: formula(
      "USD/GPU",
      "Price of a used accelerator with its share of the server, at the end of its planned life: the present value " +
        "of its future earnings, at most the price of a new one plus earnings until that arrives",
      (f, p, {max, min, capital_recovery}) =>
        min(
          max(0, f.used_earnings) / capital_recovery(p.cost_of_capital, p.used_life, 0),
          f.hardware_price + max(0, f.used_earnings) / capital_recovery(p.cost_of_capital, p.lead_time, 0)
        )
    ),
    used_ratio: formula(
      "1",
      "Price of a used accelerator relative to that of a new one of its kind",
      (f) => f.used_price / f.hardware_price
    ),
    used_proceeds: formula(
      "USD/GPU",
      "Price that a dealer pays for a used accelerator",
      (f, p) => f.used_price * (1 - p.dealer_margin)
    ),
    keeping_rent: formula(
      "USD/GPU-hour",
      "Expected price of its hours below which it is worth more sold than kept: its running cost, what its place " +
        "costs beyond normal times, and the proceeds of a sale",
      (f, p, {capital_recovery}) =>
        f.running_cost_of_hour +
        (f.provisioned_power * f.place_rate * (f.power_premium - 1) +
          f.used_proceeds * capital_recovery(p.cost_of_capital, p.used_life, 0)) /
          (f.allocatable_share * p.normal_occupancy)
    ),
    resold: formula(
      "GPU/month",
      "Retired accelerators that dealers take, as far as there are buyers for them",
      (f) => f.retired * f.resale_share
    ),
    scrapped: formula("GPU/month", "Retired accelerators for which there is no buyer", (f) => f.retired - f.resold),
    resale: formula(
      "USD/month",
      "Paid by dealers for the accelerators that they take",
      (f) => f.resold * f.used_proceeds
    )
  };
}
