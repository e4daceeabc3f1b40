import type {Definitions} from "../../sheet/index.js";
import type {ProjectWords, Retirement} from "./row.js";

/** The columns of `Retirement`. Once the long contract is over, owners may sell before the planned end. */
export function retirement({formula, previous}: ProjectWords): Definitions<Retirement> {
  return {
    market_earnings: formula(
      "USD/month",
      "What the month would earn without the long contract",
      (x) => x.sold_hours * x.merchant_price * (1 - x.neocloud_overhead) - x.cost_before_overhead
    ),
    last_market_value: previous("market_value", 0, "Present value of market earnings to the end of last month"),
    market_value: formula(
      "USD",
      "Present value of market earnings so far",
      (x, _, {exp}) => x.last_market_value + x.market_earnings * x.step * exp(-x.discount_rate * x.month)
    ),
    hardware_resale: formula(
      "USD",
      "What the hardware would sell for: its value in equal steps down to the residual, times the rent of a GPU-hour " +
        "relative to the price path's start",
      (x) =>
        x.hardware_cost *
        (1 - ((1 - x.accelerator_residual) * x.age) / x.accelerator_life) *
        x.price_index *
        x.price_level
    ),
    resale_value: formula(
      "USD",
      "What the cluster would sell for: hardware, and a facility at its book value",
      (x) => x.hardware_resale + x.building_cost * (1 - ((1 - x.facility_residual) * x.age) / x.facility_life)
    ),
    saleable: formula(
      "share",
      "1 in the months at whose end the cluster may be sold: the long contract is over",
      (x) => (x.operating > 0 && x.age > x.contract_length - x.step * 1e-6 ? 1 : 0)
    ),
    last_best: previous("best", -1e15, "Greatest value so far of selling, to the end of last month"),
    best: formula(
      "USD",
      "Greatest present value so far of market earnings to a sale and the sale; in the last month, of the whole life",
      (x, _, {exp, max}) =>
        x.saleable === 1
          ? max(x.last_best, x.market_value + x.resale_value * exp(-x.discount_rate * x.month))
          : x.last_best
    ),
    rest_value: formula(
      "USD",
      "What the rest is worth on the price path: market earnings and a sale when that is best",
      (x, _, {exp}) => (x.best_sale - x.market_value) * exp(x.discount_rate * x.month)
    ),
    retiring: formula("share", "1 where the rest is worth no more than a sale", (x) =>
      x.saleable === 1 && x.rest_value <= x.resale_value * (1 + 1e-9) ? 1 : 0
    ),
    closing: formula(
      "share",
      "1 in the month in which the cluster is sold: at the end of its life, when it retires, or when lenders take it",
      (x) =>
        x.last_sold === 0 &&
        (x.retiring === 1 ||
          x.defaulted === 1 ||
          (x.age > x.accelerator_life - x.step * 1e-6 && x.last_age <= x.accelerator_life - x.step * 1e-6))
          ? 1
          : 0
    ),
    last_sold: previous("sold", 0, "1 once the cluster has been sold, at the end of last month"),
    sold: formula("share", "1 once the cluster has been sold", (x) => x.last_sold + x.closing)
  };
}
