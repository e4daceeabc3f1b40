import {
  yardsticks,
  MARGIN,
  type BlendName,
  type Dispersion,
  type ListedPrice,
  type Peers,
  type RentalLevel,
  type TokenMargin,
  type Yardstick
} from "../market/index.js";
import {priceRow} from "./price-row.js";
import {recordTableOf} from "./records.js";

const text = (doc: string) => ["text", "", doc] as const;
const perToken = (doc: string) => ["number", "USD/Mtok", doc] as const;
const perHour = (doc: string) => ["number", "USD/GPU-hour", doc] as const;

/** A list price with the attributes that pages need. */
export interface MarketPrice extends ListedPrice {
  current: boolean;
}

const BLEND = "Workload of the million tokens: chat, long-context, coding-agent or batch";

/** Every list price of tokens, past prices included. */
export const tokenPriceTable = recordTableOf<readonly MarketPrice[]>()({
  name: "token_price",
  description: "List prices of tokens by seller and model, dated where they changed.",
  fields: {
    seller: text("Seller, as named in the price data"),
    model: text("Model, as named by the seller"),
    common_name: text("Name of the model, the same for all sellers"),
    language_model: text("Row of language_model with the same architecture; empty if unknown"),
    from: text("First day of the price, YYYY-MM-DD; empty where the data do not say"),
    current: ["number", "1", "1 where the price is in force at the start of the run, else 0"],
    reseller: ["number", "1", "1 for sellers that repeat others' prices, else 0"],
    input: perToken("Price of input tokens"),
    cached_input: perToken("Price of input tokens read from the prefix cache; missing if not stated"),
    cache_write: perToken("Price of input tokens written to the prefix cache; missing if not stated"),
    output: perToken("Price of output tokens"),
    blended: perToken("Price of a million tokens of chat: three input tokens, none cached, for each output token"),
    blended_long_context: perToken(
      "The same for long contexts: 30 input tokens, half of them cached, for each output token"
    ),
    blended_coding_agent: perToken(
      "The same for a coding agent: 300 input tokens for each output token, 92 % of them cached and most others " +
        "written to the cache"
    )
  },
  rows: (prices) => prices.map((price) => ({...priceRow(price), current: Number(price.current)}))
});

/** Price dispersion of one model in a blend. */
export type BlendDispersion = Dispersion & {blend: BlendName};

/** Price dispersion by model. */
export const dispersionTable = recordTableOf<readonly BlendDispersion[]>()({
  name: "price_dispersion",
  description: "Price dispersion of models with at least three sellers, by blend of tokens.",
  fields: {
    model: text("Name of the model, the same for all sellers"),
    blend: text(BLEND),
    sellers: ["number", "1", "Number of sellers, excluding those that repeat others' prices"],
    low: perToken("Lowest price of a million tokens of the blend"),
    median: perToken("Median price"),
    high: perToken("Highest price"),
    cheapest: text("Seller with the lowest price"),
    dearest: text("Seller with the highest price"),
    ratio: ["number", "1", "Highest over lowest price"],
    deviation: ["number", "1", "Standard deviation of the prices' natural logarithms"]
  },
  rows: (dispersions) => dispersions
});

/** A list price in a blend beside our cost. */
export type BlendMargin = TokenMargin & {blend: BlendName};

/** List prices beside our cost of the same tokens. */
export const marginTable = recordTableOf<readonly BlendMargin[]>()({
  name: "token_margin",
  description:
    "List prices beside the levelised cost of the same tokens: implied margin and break-even utilisation by model, " +
    "seller and blend of tokens.",
  fields: {
    seller: text("Seller, as named in the price data"),
    model: text("Model, as named by the seller"),
    blend: text(BLEND),
    language_model: text("Row of language_model used for the cost"),
    accelerator: text("Accelerator of the chain's clusters on which serving is cheapest"),
    gpu_hour: perHour("Levelised cost of a GPU-hour there, with capital and overhead"),
    price: perToken("List price of a million tokens of the blend"),
    full: perToken("Cost of a million tokens at full utilisation"),
    levelised: perToken("Cost at the chain's utilisation"),
    input_cost: perToken("Levelised cost of input tokens; missing where the blend has none"),
    cached_cost: perToken("Levelised cost of cached input tokens; missing where the blend has none"),
    output_cost: perToken("Levelised cost of output tokens"),
    margin: ["number", "1", "1 less levelised cost over price"],
    break_even: [
      "number",
      "1",
      "Break-even utilisation: share of GPU-hours that must compute for the price to cover cost; above 1, none does"
    ]
  },
  rows: (margins) =>
    margins.map(({kinds, ...margin}) => ({
      ...margin,
      input_cost: kinds.input,
      cached_cost: kinds.cached,
      output_cost: kinds.output
    }))
});

/** A level of rental prices beside the chain's price and cost. */
export interface PlacedLevel extends RentalLevel {
  chain_price: number;
  chain_cost: number;
}

/** Levels of rental prices. */
export const rentalLevelTable = recordTableOf<readonly PlacedLevel[]>()({
  name: "rental_level",
  description: "Rental price level by accelerator, kind of contract and class of seller.",
  fields: {
    accelerator: text("Accelerator rented"),
    contract: text("Kind of contract: kinds are different goods, never combined"),
    seller: text("Class of seller; all: every class except cost models"),
    quotes: ["number", "1", "Number of quotes behind the level"],
    current: ["number", "1", "1 if the quotes are from the twelve months before the run, 0 if all are older"],
    first: text("Month of the oldest quote of this kind"),
    last: text("Month of the newest"),
    low: perHour("Lowest of these quotes"),
    median: perHour("Median"),
    high: perHour("Highest"),
    chain_price: perHour("Initial price of the same contract in the chain; missing where it has none"),
    chain_cost: perHour("Initial levelised cost of a GPU-hour in the chain; missing where it has no such accelerator")
  },
  rows: (levels) => levels
});

/** Distribution of peers' figures, in percentiles. */
export const peerTable = recordTableOf<readonly Peers[]>()({
  name: "peer",
  description: "Distribution of companies' figures in percentiles, for benchmarking.",
  fields: {
    layer: text("Layer: neocloud, inference or application"),
    metric: text("Figure"),
    title: text("Name of the figure"),
    unit: text("Unit of the value"),
    population: text("Who the peers are"),
    blend: text("Blend of tokens behind their prices; empty if the figure needs none"),
    count: ["number", "1", "Number of values behind the distribution"],
    share: ["number", "share", "Share of peers whose figure is below the value"],
    value: ["number", "", "The value, in unit"]
  },
  rows: (peers) =>
    peers.flatMap(({layer, metric, population, blend = "", count, values}) => {
      const {metrics}: Yardstick = yardsticks[layer];
      const {title, unit} = [...metrics, MARGIN].find(({key}) => key === metric)!;
      return values.map((value, i) => ({
        layer,
        metric,
        title,
        unit,
        population,
        blend,
        count,
        share: i / (values.length - 1),
        value
      }));
    })
});
