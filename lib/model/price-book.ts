import {tenor, type Tenor} from "./contract.js";
import type {Table} from "../sheet/index.js";
import {table} from "./parameter.js";
import {accelerator, type Accelerator} from "./silicon.js";

/** The price of an accelerator's hours under a contract that is signed now. */
export interface PriceBook {
  accelerator: Accelerator;
  tenor: Tenor;
  on_demand_price: number;
  provisioned_power: number;
  new_index: number;
  new_price: number;
  revenue_per_power: number;
}

export const priceBook: Table<PriceBook> = table<PriceBook>(
  "price_book",
  "Prices of accelerators' hours by tenor, for contracts that are signed now, and what they bring per MW.",
  ({ref, lookup, lookups, formula}) => ({
    accelerator: ref(() => accelerator, "Whose hours are sold"),
    tenor: ref(() => tenor, "For how long the price holds"),
    ...lookups("accelerator", "on_demand_price", "provisioned_power"),
    new_index: lookup("tenor", "new_index"),
    new_price: formula(
      "USD/GPU-hour",
      "Price of an hour, while no later generation has come",
      (b) => b.on_demand_price * b.new_index
    ),
    revenue_per_power: formula(
      "MUSD/MW-yr",
      "Revenue a year of accelerators that are all sold, of the IT power that their site provides",
      (b) => b.new_price / b.provisioned_power
    )
  })
);
