import {tenor, type Tenor} from "./contract.js";
import type {Table} from "../sheet/index.js";
import {market, type Market} from "./market.js";
import {table} from "./parameter.js";
import {accelerator, type Accelerator} from "./silicon.js";

/** The price of an accelerator's hours under a contract that is signed now. */
export interface PriceBook {
  accelerator: Accelerator;
  tenor: Tenor;
  market: Market;
  order: number;
  generations: number;
  on_demand_price: number;
  provisioned_power: number;
  new_index: number;
  new_price: number;
  revenue_per_power: number;
}

export const priceBook: Table<PriceBook> = table<PriceBook>(
  "price_book",
  "Prices of accelerators' hours by tenor, for contracts that are signed now, and what they bring per MW.",
  ({ref, input, lookup, lookups, formula}) => ({
    accelerator: ref(() => accelerator, "Whose hours are sold"),
    tenor: ref(() => tenor, "For how long the price holds"),
    market: ref(() => market, "Market in which they are sold"),
    order: input("1", "How many generations the accelerator is ahead of what is installed initially"),
    generations: lookup("market", "generations"),
    ...lookups("accelerator", "on_demand_price", "provisioned_power"),
    new_index: lookup("tenor", "new_index"),
    new_price: formula(
      "USD/GPU-hour",
      "Price of an hour: it falls as later generations come",
      (b, p, {exp, max}) => b.on_demand_price * b.new_index * exp(0 - p.ageing * max(0, b.generations - b.order))
    ),
    revenue_per_power: formula(
      "MUSD/MW-yr",
      "Revenue a year of accelerators that are all sold, of the IT power that their site provides",
      (b) => b.new_price / b.provisioned_power
    )
  })
);
