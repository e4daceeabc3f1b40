import {model, monthsOf, numberAt, type Inputs, type Run, type Table} from "../sheet/index.js";
import {userCount} from "./adoption.js";
import {functions} from "./functions.js";
import {parameter, table} from "./parameter.js";

/** A period of the rental market with the shocks that it is given. */
export interface MarketShock {
  from: number;
  until: number;
  supply_growth: number;
  demand_growth: number;
  cost_growth: number;
  active: number;
  active_supply: number;
  active_demand: number;
  active_cost: number;
}

/** The rental market of the H100 since 2023, run by the law of `market`. */
export interface RentalHistory {
  start_tightness: number;
  start_cost: number;
  supply_growth: number;
  demand_growth: number;
  cost_growth: number;
  tightness: number;
  next_tightness: number;
  cost: number;
  next_cost: number;
  clearing_price: number;
  last_clearing_price: number;
  last_spot_price: number;
  spot_price: number;
  contract_price: number;
}

export const marketShock: Table<MarketShock> = table<MarketShock>(
  "market_shock",
  "Periods of the rental market since 2023: how fast supply, demand and the cost of new capacity changed.",
  ({date, input, formula}) => ({
    from: date("First month of the period"),
    until: date("First month after the period"),
    supply_growth: input("1/yr", "Logarithmic growth a year of the GPU-hours on offer, in hours of an H100"),
    demand_growth: input("1/yr", "Logarithmic growth a year of the GPU-hours asked for, in hours of an H100"),
    cost_growth: input("1/yr", "Logarithmic growth a year of the cost of new capacity"),
    active: formula("1", "1 in the months of the period, else 0", (s, p) =>
      p.start + p.month >= s.from && p.start + p.month < s.until ? 1 : 0
    ),
    active_supply: formula("1/yr", "Growth of supply in the months of the period", (s) => s.active * s.supply_growth),
    active_demand: formula("1/yr", "Growth of demand in the months of the period", (s) => s.active * s.demand_growth),
    active_cost: formula("1/yr", "Growth of cost in the months of the period", (s) => s.active * s.cost_growth)
  })
);

export const rentalHistory: Table<RentalHistory> = table<RentalHistory>(
  "rental_history",
  "The price of an H100-hour since 2023 by the model's law of prices, with its shocks given.",
  ({input, rollup, formula, previous}) => ({
    start_tightness: input("1", "GPU-hours asked for, of those on offer, in the first month"),
    start_cost: input("USD/GPU-hour", "Cost of new capacity in the first month"),
    supply_growth: rollup(() => marketShock, "active_supply", "sum"),
    demand_growth: rollup(() => marketShock, "active_demand", "sum"),
    cost_growth: rollup(() => marketShock, "active_cost", "sum"),
    tightness: previous("next_tightness", "start_tightness", "GPU-hours asked for, of those on offer"),
    next_tightness: formula(
      "1",
      "GPU-hours asked for, of those on offer, next month",
      (h, p, {exp}) => h.tightness * exp((h.demand_growth - h.supply_growth) * p.step)
    ),
    cost: previous("next_cost", "start_cost", "Cost of new capacity"),
    next_cost: formula(
      "USD/GPU-hour",
      "Cost of new capacity next month",
      (h, p, {exp}) => h.cost * exp(h.cost_growth * p.step)
    ),
    clearing_price: formula(
      "USD/GPU-hour",
      "Price to which scarcity drives that of a GPU-hour",
      (h, p, f) => h.cost * f.clearing_price(h.tightness / p.normal_occupancy, p.rental_elasticity, p.rental_ceiling)
    ),
    last_clearing_price: previous("clearing_price", "clearing_price", "Price to which last month's scarcity drives it"),
    last_spot_price: previous("spot_price", "clearing_price", "Price on demand last month"),
    spot_price: formula(
      "USD/GPU-hour",
      "Price on demand",
      (h, p, f) =>
        h.cost * f.approach(h.last_spot_price / h.cost, h.last_clearing_price / h.cost, p.rental_response * p.step)
    ),
    contract_price: formula(
      "USD/GPU-hour",
      "Price of a new contract for one year",
      (h, p) => h.spot_price * (1 - p.contract_discount)
    )
  }),
  {single: true}
);

/** The years before the chain: the rental market by the chain's law of prices and parameters, and counts of users. */
export const history = model([marketShock, rentalHistory, userCount], parameter, functions);

/** The first month of the history, and its length up to the first month of the chain. */
export const HISTORY = {start: "2023-07", months: 42};

/** A published price beside the model's for the same month and contract. */
export interface FittedQuote {
  key: string;
  month: number;
  contract: string;
  price: number;
  modelled: number;
  /** Logarithm of modelled over published price. */
  error: number;
}

const columnOf: Record<string, string> = {"on-demand": "spot_price", "reserved-1-year": "contract_price"};
const leftOut = ["hyperscaler", "tco-model"];

/**
 * The H100's published prices, on demand and for one year, beside the model's. Hyperscalers' list prices and figures of
 * cost models are left out: they are another good, or no offers.
 */
export function fitQuotes(run: Run, {rental_quote: quotes}: Inputs): FittedQuote[] {
  const {accelerator, contract, seller, quoted, price} = quotes!.columns;
  return quotes!.keys.flatMap((key, row) => {
    const column = columnOf[String(contract!.values[row])];
    const month = Math.floor(Number(quoted!.values[row]) - monthsOf(run.start));
    const used = accelerator!.values[row] === "h100" && column && !leftOut.includes(String(seller!.values[row]));
    if (!used || month < 0 || month >= run.months) return [];
    const published = Number(price!.values[row]);
    const modelled = numberAt(run, `rental_history.${column}`, 0, month);
    const error = Math.log(modelled / published);
    return [{key, month, contract: String(contract!.values[row]), price: published, modelled, error}];
  });
}

/** Root of the mean squared error of fitted quotes, in logarithms. */
export function errorOf(fitted: readonly FittedQuote[]): number {
  return Math.sqrt(fitted.reduce((sum, {error}) => sum + error * error, 0) / fitted.length);
}
