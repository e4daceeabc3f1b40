import {exp} from "../sheet/exponential.js";
import {log} from "../sheet/logarithm.js";
import {linkedLater, model, monthsOf, numberAt, type Inputs, type Run, type Table} from "../sheet/index.js";
import {userCount} from "./adoption.js";
import {functions} from "./functions.js";
import {parameter, table} from "./parameter.js";

/** A period of the rental market, and how fast supply grew in it. */
export interface MarketShock {
  from: number;
  until: number;
  supply_growth: number;
  active: number;
  active_supply: number;
}

/** The rental market of the H100 since 2023, run by the law of `market` and `tenor`. */
export interface RentalHistory {
  start_tightness: number;
  demand_growth: number;
  cost: number;
  avoidable_cost: number;
  blackwell: number;
  term: number;
  discount: number;
  supply_growth: number;
  tightness: number;
  next_tightness: number;
  clearing_price: number;
  last_clearing_price: number;
  last_new_price: number;
  new_price: number;
  age_factor: number;
  spot_price: number;
  reach: number;
  fade: number;
  contract_price: number;
}

const marketShock: Table<MarketShock> = table<MarketShock>(
  "market_shock",
  "Periods of the rental market since 2023, and how fast supply grew in them.",
  ({date, input, formula}) => ({
    from: date("First month of the period"),
    until: date("First month after the period"),
    supply_growth: input("1/yr", "Continuous growth rate (per year) of the GPU-hours on offer, in hours of an H100"),
    active: formula("1", "1 in the months of the period, else 0", (s, p) =>
      p.start + p.month >= s.from && p.start + p.month < s.until ? 1 : 0
    ),
    active_supply: formula("1/yr", "Growth of supply in the months of the period", (s) => s.active * s.supply_growth)
  })
);

const rentalHistory: Table<RentalHistory> = table<RentalHistory>(
  "rental_history",
  "The price of an H100-hour since 2023 by the model's price equation, with one growth of demand.",
  ({date, input, rollup, formula, previous}) => ({
    start_tightness: input("1", "GPU-hours demanded, of those on offer, in the first month"),
    demand_growth: input("1/yr", "Continuous growth rate (per year) of the GPU-hours demanded, in hours of an H100"),
    cost: input("USD/GPU-hour", "Cost of new capacity"),
    avoidable_cost: input("USD/GPU-hour", "Cost that an idle accelerator saves"),
    blackwell: date("First month in which the next generation can be ordered in quantity"),
    term: input("yr", "Time for which a contract's price holds"),
    discount: input("share", "Discount for the length of the commitment"),
    supply_growth: rollup(() => marketShock, "active_supply", "sum"),
    tightness: previous("next_tightness", "start_tightness", "GPU-hours demanded, of those on offer"),
    next_tightness: formula(
      "1",
      "GPU-hours demanded, of those on offer, next month",
      (h, p, {exp}) => h.tightness * exp((h.demand_growth - h.supply_growth) * p.step)
    ),
    clearing_price: formula(
      "USD/GPU-hour",
      "Price to which scarcity drives that of a GPU-hour of the newest accelerators",
      (h, p, f) =>
        f.max(
          h.avoidable_cost,
          h.cost * f.clearing_price(h.tightness / p.normal_occupancy, p.rental_elasticity, p.rental_ceiling)
        )
    ),
    last_clearing_price: previous("clearing_price", "clearing_price", "Price to which last month's scarcity drives it"),
    last_new_price: previous("new_price", "clearing_price", "On-demand price last month, before age"),
    new_price: formula(
      "USD/GPU-hour",
      "On-demand price of an hour's work of the newest accelerators",
      (h, p, f) =>
        h.cost * f.approach(h.last_new_price / h.cost, h.last_clearing_price / h.cost, p.rental_response * p.step)
    ),
    age_factor: formula("1", "What the next generation leaves of the H100's price", (h, p, {arrival, exp}) =>
      exp((0 - p.ageing) * arrival((p.start + p.month - h.blackwell) / p.generation_ramp))
    ),
    spot_price: formula("USD/GPU-hour", "On-demand price", (h, p, {max}) =>
      max(h.avoidable_cost, h.new_price * h.age_factor)
    ),
    reach: formula(
      "share",
      "Weight of today's on-demand price in the mean of those expected over the term",
      (h, p, {exp}) => (1 - exp(0 - p.reversion * h.term)) / (p.reversion * h.term)
    ),
    fade: formula(
      "share",
      "Mean price over the term of an ageing accelerator, relative to the newest",
      (h, p, {exp}) => (1 - exp(0 - p.rent_decline * h.term)) / (p.rent_decline * h.term)
    ),
    contract_price: formula(
      "USD/GPU-hour",
      "Price of a new contract for one year: what buyers expect on demand over its term, less a discount",
      (h) => h.cost * (h.new_price / h.cost) ** h.reach * h.age_factor * (1 - h.discount) * h.fade
    )
  }),
  {single: true}
);

/** The years before the chain: the rental market by the chain's law of prices and parameters, and counts of users. */
export const history = linkedLater(() => model([marketShock, rentalHistory, userCount], parameter, functions));

/** The first month of the history, and its length up to the first month of the chain. */
export const HISTORY = {start: "2023-07", months: 42};

/** The law is fitted on prices before this month and judged on those from then on. */
export const JUDGED_FROM = "2025-01";

/** A published price beside the law's for the same month and contract, and what two forecasts without a model say. */
export interface FittedQuote {
  key: string;
  month: number;
  contract: QuotedContract;
  /** Whether the law was fitted on the quote or is judged on it. */
  period: "fitted" | "judged";
  price: number;
  modelled: number;
  /** Newest price on demand before the quote that the law was fitted on, carried on; none before the first. */
  last_price: number | undefined;
  /** Mean of all quotes of the contract in the period, which only hindsight knows. */
  constant: number;
  /** Logarithm of modelled over published price. */
  error: number;
}

/** For how long a quote holds. */
export type QuotedContract = "on-demand" | "reserved-1-year";

/** What is set against published prices: the law, or a forecast that needs no model. */
export type Forecast = "modelled" | "last_price" | "constant";

/** What a forecast misses by, root mean square of logarithms, over the quotes of a period. */
export interface ForecastError {
  forecast: Forecast;
  period: "fitted" | "judged";
  contract: QuotedContract | "all";
  quotes: number;
  error: number;
}

const leftOut = ["hyperscaler", "tco-model"];

/**
 * The H100's published prices, on demand and for one year, beside the model's. Hyperscalers' list prices, figures of
 * cost models and hours that the seller may take back are left out: they are another good, or no offers. An index of
 * spot prices is of hours on demand.
 */
export function fitQuotes(run: Run, inputs: Inputs): FittedQuote[] {
  const used = quotesOf(run, inputs);
  const fitted = used.filter(({period}) => period === "fitted");
  return used.map(({key, month, contract, period, price}) => {
    const column = contract === "on-demand" ? "spot_price" : "contract_price";
    const modelled = numberAt(run, `rental_history.${column}`, 0, month);
    const alike = used.filter((one) => one.contract === contract && one.period === period);
    return {
      ...{key, month, contract, period, price, modelled},
      last_price: fitted.filter((one) => one.month < month).at(-1)?.price,
      constant: geometricMean(alike.map((one) => one.price)),
      error: log(modelled / price)
    };
  });
}

/** What the law and forecasts without a model miss by, on the prices that it was fitted on and on later ones. */
export function forecastErrors(quotes: readonly FittedQuote[]): ForecastError[] {
  const forecasts = ["modelled", "last_price", "constant"] as const;
  const contracts = ["all", "on-demand", "reserved-1-year"] as const;
  return (["fitted", "judged"] as const).flatMap((period) =>
    contracts.flatMap((contract) => {
      const used = quotes.filter((one) => one.period === period && (contract === "all" || one.contract === contract));
      return used.length === 0 ? [] : forecasts.map((forecast) => errorOf(used, {forecast, period, contract}));
    })
  );
}

function errorOf(quotes: readonly FittedQuote[], labels: Omit<ForecastError, "quotes" | "error">): ForecastError {
  const ratios = quotes.flatMap(({price, ...quote}) => {
    const forecast = quote[labels.forecast];
    return forecast === undefined ? [] : [log(forecast / price)];
  });
  const error = Math.sqrt(mean(ratios.map((ratio) => ratio * ratio)));
  return {...labels, quotes: ratios.length, error};
}

/** The quotes that are set against the law, by date. */
function quotesOf(run: Run, {rental_quote: quotes}: Inputs) {
  const {accelerator, contract, seller, quoted, price} = quotes!.columns;
  const used = quotes!.keys.flatMap((key, row) => {
    const month = Math.floor(Number(quoted!.values[row]) - monthsOf(run.start));
    const sold = soldAs(String(contract!.values[row]), String(seller!.values[row]));
    if (accelerator!.values[row] !== "h100" || !sold || month < 0 || month >= run.months) return [];
    const period = month < monthsOf(JUDGED_FROM) - monthsOf(run.start) ? ("fitted" as const) : ("judged" as const);
    return [{key, month, contract: sold, period, price: Number(price!.values[row])}];
  });
  return used.sort((a, b) => a.month - b.month);
}

function soldAs(contract: string, seller: string): QuotedContract | undefined {
  if (leftOut.includes(seller)) return undefined;
  if (contract === "spot-index") return seller === "index" ? "on-demand" : undefined;
  return contract === "on-demand" || contract === "reserved-1-year" ? contract : undefined;
}

function geometricMean(values: readonly number[]): number {
  return exp(mean(values.map(log)));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
