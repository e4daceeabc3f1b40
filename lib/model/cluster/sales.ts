import type {Definitions} from "../../sheet/index.js";
import type {Cluster} from "../cluster.js";
import type {Words} from "../parameter.js";

/** Prices of a cluster's GPU-hours, its contracts and its revenue. */
export interface Sales {
  on_demand_price: number;
  offer_price: number;
  contract_value_ratio: number;
  next_contract_value_ratio: number;
  contract_price: number;
  price: number;
  ending: number;
  new_hours: number;
  renewed: number;
  start_contracted_hours: number;
  contracted_hours: number;
  unused_hours: number;
  next_contracted_hours: number;
  unused_revenue: number;
  moved_price: number;
  export_revenue: number;
  revenue: number;
}

/** The columns of `Sales`. */
export function sales({lookup, lookups, formula, previous}: Words<Cluster>): Definitions<Sales> {
  return {
    on_demand_price: formula(
      "USD/GPU-hour",
      "On-demand price for an hour's work of the initial kind; none that covers the avoidable cost falls below it",
      (c, _, {min, max}) =>
        max(c.start_on_demand_price * c.spot_index * c.value_ratio, min(c.start_on_demand_price, c.avoidable_cost))
    ),
    offer_price: formula(
      "USD/GPU-hour",
      "Mean price at which hours of the initial kind are sold to new customers while they are new",
      (c) =>
        c.start_on_demand_price * (c.contract_share * c.first_contract_index + (1 - c.contract_share) * c.spot_index)
    ),
    contract_value_ratio: previous(
      "next_contract_value_ratio",
      "value_ratio",
      "What accelerators under contract were worth when the contracts were signed, over the initial kind"
    ),
    next_contract_value_ratio: formula(
      "1",
      "The same next month: contracts that are signed have what is installed now",
      (c) => c.contract_value_ratio + (c.value_ratio - c.contract_value_ratio) * c.renewed
    ),
    contract_price: formula(
      "USD/GPU-hour",
      "Mean price of the contracts in force, which age does not lower, for an hour's work of the initial kind",
      (c) => c.start_on_demand_price * c.contract_index * c.contract_value_ratio
    ),
    price: formula(
      "USD/GPU-hour",
      "Mean price of the GPU-hours sold to its own customers",
      (c) => c.contract_share * c.contract_price + (1 - c.contract_share) * c.on_demand_price
    ),
    ...lookups("neocloud", "ending", "new_hours", "renewed"),
    start_contracted_hours: formula(
      "GPU-hour/month",
      "GPU-hours under contract at the outset",
      (c) => c.contract_share * c.rented_hours
    ),
    contracted_hours: previous(
      "next_contracted_hours",
      "start_contracted_hours",
      "GPU-hours under contract, which are paid for whether they are used or not"
    ),
    unused_hours: formula("GPU-hour/month", "GPU-hours under contract that are not used", (c, _, {max}) =>
      c.demanded_hours > 0 ? max(0, c.contracted_hours - c.contract_share * c.rented_hours) : 0
    ),
    next_contracted_hours: formula(
      "GPU-hour/month",
      "GPU-hours under contract next month: what is used, what has not ended, and new capacity that was sold before",
      (c, p, {min, max}) =>
        min(
          c.allocatable_hours,
          max(
            c.contract_share * c.rented_hours,
            c.contracted_hours * (1 - c.ending) + p.presold_share * c.contract_share * c.new_hours * c.allocatable_hours
          )
        )
    ),
    unused_revenue: formula(
      "USD/month",
      "Take-or-pay revenue: payments for unused contracted hours",
      (c) => c.unused_hours * c.contract_price
    ),
    export_revenue: formula(
      "USD/month",
      "Hours that it works for other clusters' customers, at the on-demand price",
      (c) => c.exported_hours * c.on_demand_price
    ),
    moved_price: lookup("market", "moved_price"),
    revenue: formula(
      "USD/month",
      "GPU-hours sold at their price, and those that are paid for without use",
      (c) => (c.sold_hours - c.exported_hours) * c.price + c.unused_revenue + c.export_revenue
    )
  };
}
