import type {Definitions} from "../../sheet/index.js";
import type {Investment, ProjectWords} from "./row.js";

/** The columns of `Investment`. */
export function investment({formula}: ProjectWords): Definitions<Investment> {
  return {
    discount_rate: formula("1/yr", "Cost of capital with the premium", (x) => x.cost_of_capital + x.capital_premium),
    nominal_rate: formula("1/yr", "Nominal interest before the premium", (x, _, {known}) =>
      known(x.loan_rate, x.base_rate + x.loan_spread)
    ),
    real_loan_rate: formula(
      "1/yr",
      "Real interest with the premium",
      (x) => x.nominal_rate - x.inflation + x.capital_premium
    ),
    refinancing_rate: formula(
      "1/yr",
      "Real interest with the premium of what is refinanced",
      (x) => x.base_rate + x.refinancing_spread - x.inflation + x.capital_premium
    ),
    prepayment: formula(
      "USD",
      "What the long contract's customer pays before the cluster opens",
      (x) => x.hardware_cost * x.offtake_share * x.prepayment_share
    ),
    loan_amount: formula(
      "USD",
      "The loan: what contracted cash repays, but no more than a share of what the customer has not paid",
      (x, _, {min}) =>
        x.amortisation === "sculpted"
          ? min(x.debt_capacity, x.debt_share * (x.investment - x.prepayment))
          : x.debt_share * (x.investment - x.prepayment)
    ),
    leverage: formula(
      "share",
      "The loan, of what lenders and owners pay together",
      (x) => x.loan_amount / (x.investment - x.prepayment)
    ),
    cost_of_equity: formula(
      "1/yr",
      "What owners ask for: as set, or what the cost of capital leaves once lenders have their interest",
      (x, _, {known}) => known(x.required_return, (x.discount_rate - x.leverage * x.real_loan_rate) / (1 - x.leverage))
    ),
    site_capacity: formula("MW", "IT power that the site provides", (x) => x.count * x.tdp * x.provisioned_power_ratio),
    full_power: formula("MW", "IT power drawn under full load", (x) => x.count * x.tdp * x.server_power_ratio),
    hardware_cost: formula(
      "USD",
      "Accelerators, servers, network and storage",
      (x) => x.count * (x.unit_price + x.server_cost + x.network_cost + x.storage_cost)
    ),
    building_cost: formula("USD", "Facility, where owned", (x) =>
      x.tenure === "owned" ? x.site_capacity * x.construction_cost * x.construction_premium : 0
    ),
    investment: formula("USD", "All that is bought", (x) => x.hardware_cost + x.building_cost),
    opening_month: formula(
      "month",
      "Month in which the cluster opens: the first after all is paid",
      (x, _, {ceil}) => ceil(x.build_time / x.step) * x.step
    )
  };
}
