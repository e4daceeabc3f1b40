import type {Definitions} from "../../sheet/index.js";
import type {Contract, ProjectWords} from "./row.js";

/** The columns of `Contract`. */
export function contract({formula, previous}: ProjectWords): Definitions<Contract> {
  return {
    contract_length: formula(
      "month",
      "Time for which the long contract runs, within the cluster's life",
      (x, _, {min}) => min(x.offtake_term, x.accelerator_life)
    ),
    contracted: formula("share", "Share of the month under the long contract", (x, _, {min, max}) =>
      max(0, min(x.operating, (x.contract_length - x.last_age) / x.step))
    ),
    offtake_part: formula("share", "Share of the month's GPU-hours that the long contract covers", (x) =>
      x.operating > 0 ? (x.offtake_share * x.contracted) / x.operating : 0
    ),
    offtake_price: formula(
      "USD/GPU-hour",
      "Price of the long contract: fixed in dollars when the first payment is made, so that inflation erodes it",
      (x, _, {exp}) => x.on_demand_price * x.price_level * (1 - x.offtake_discount) * exp(-x.inflation * x.month)
    ),
    offtake_revenue: formula(
      "USD/month",
      "Revenue of the long contract",
      (x) => x.sold_hours * x.offtake_part * x.offtake_price
    ),
    prepayments: formula(
      "USD/month",
      "Paid by the long contract's customer, as the cluster is paid for",
      (x) => (x.purchases * x.prepayment) / x.investment
    ),
    planned_credit: formula("USD/month", "Taken off the customer's bills for what was paid in advance", (x) =>
      x.contract_length > 0 ? (x.prepayment * x.contracted) / x.contract_length : 0
    ),
    prepayment_credit: formula(
      "USD/month",
      "Taken off the customer's bills for what was paid in advance; all that is left when the cluster is sold",
      (x) => (x.closing === 1 ? x.last_deferred / x.step : x.planned_credit)
    ),
    last_deferred: previous("deferred", 0, "Paid in advance and not yet delivered at the end of last month"),
    deferred: formula(
      "USD",
      "Paid in advance and not yet delivered",
      (x) => x.last_deferred + (x.prepayments - x.prepayment_credit) * x.step
    )
  };
}
