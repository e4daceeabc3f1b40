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

/** A list price with what the pages need to know of it. */
export interface MarketPrice extends ListedPrice {
  current: boolean;
}

const BLEND = "Use whose tokens a million are: chat, long-context, coding-agent or batch";

/** Every list price of tokens, with earlier and later ones. */
export const tokenPriceTable = recordTableOf<readonly MarketPrice[]>()({
  name: "token_price",
  description: "List prices of tokens of all sellers and models, by date where they changed.",
  fields: {
    seller: text("Seller, as the price data name it"),
    model: text("Model as the seller names it"),
    common_name: text("One name for a model, whoever sells it"),
    language_model: text("Row of language_model of that shape; empty where none is known"),
    from: text("First day of the price, YYYY-MM-DD; empty where the data do not say"),
    current: ["number", "1", "1 where the price is in force at the start of the run, else 0"],
    reseller: ["number", "1", "1 for sellers that repeat others' prices, else 0"],
    input: perToken("Price of input tokens"),
    cached_input: perToken("Price of input tokens read from the prefix cache; missing where none is stated"),
    cache_write: perToken("Price of input tokens written to the prefix cache; missing where none is stated"),
    output: perToken("Price of output tokens"),
    blended: perToken("Price of a million tokens of chat: three input tokens, none cached, for each output token"),
    blended_long_context: perToken(
      "The same of long contexts: 30 input tokens, half of them cached, for each output token"
    ),
    blended_coding_agent: perToken(
      "The same of a coding agent: 300 input tokens for each output token, 92 % of them cached and most others " +
        "written to the cache"
    )
  },
  rows: (prices) => prices.map((price) => ({...priceRow(price), current: Number(price.current)}))
});

/** How far prices of one model lie apart in a blend. */
export type BlendDispersion = Dispersion & {blend: BlendName};

/** How far prices of one model lie apart. */
export const dispersionTable = recordTableOf<readonly BlendDispersion[]>()({
  name: "price_dispersion",
  description: "Models that three sellers or more list: how far their prices lie apart, by blend of tokens.",
  fields: {
    model: text("One name for the model, whoever sells it"),
    blend: text(BLEND),
    sellers: ["number", "1", "Sellers that list it, without those that repeat others' prices"],
    low: perToken("Lowest price of a million tokens of the blend"),
    median: perToken("Median price"),
    high: perToken("Highest price"),
    cheapest: text("Who is cheapest"),
    dearest: text("Who is dearest"),
    ratio: ["number", "1", "Highest over lowest price"],
    deviation: ["number", "1", "Standard deviation of the prices' natural logarithms"]
  },
  rows: (dispersions) => dispersions
});

/** A price in a blend beside our cost. */
export type BlendMargin = TokenMargin & {blend: BlendName};

/** Prices beside our cost of the same tokens. */
export const marginTable = recordTableOf<readonly BlendMargin[]>()({
  name: "token_margin",
  description:
    "List prices beside the levelised cost of the same tokens: implied margin and break-even utilisation by model, " +
    "seller and blend of tokens.",
  fields: {
    seller: text("Seller, as the price data name it"),
    model: text("Model as the seller names it"),
    blend: text(BLEND),
    language_model: text("Row of language_model by whose shape the cost is computed"),
    accelerator: text("Accelerator of the chain's clusters on which it is cheapest to serve"),
    gpu_hour: perHour("Levelised cost of a GPU-hour there, with capital and overhead"),
    price: perToken("List price of a million tokens of the blend"),
    full: perToken("Cost of a million tokens if every GPU-hour computes"),
    levelised: perToken("Cost at the share of GPU-hours that compute in the chain"),
    input_cost: perToken("Levelised cost of input tokens; missing where the blend has none"),
    cached_cost: perToken("Levelised cost of cached input tokens; missing where the blend has none"),
    output_cost: perToken("Levelised cost of output tokens"),
    margin: ["number", "1", "1 less levelised cost over price"],
    break_even: [
      "number",
      "1",
      "Share of GPU-hours that have to compute for the price to pay for all; above 1, no use does"
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
  description: "Level of rental prices by accelerator, kind of contract and class of seller.",
  fields: {
    accelerator: text("Accelerator rented"),
    contract: text("Kind of contract: kinds are different goods and are never combined"),
    seller: text("Class of seller; all: every class but cost models"),
    quotes: ["number", "1", "Quotes that the level is of"],
    current: ["number", "1", "1 where they are of the last twelve months before the run, 0 where all are older"],
    first: text("Month of the oldest quote of the kind"),
    last: text("Month of the newest"),
    low: perHour("Lowest of these quotes"),
    median: perHour("Median"),
    high: perHour("Highest"),
    chain_price: perHour("Price of the same contract in the chain at the start; missing where it has none"),
    chain_cost: perHour("Levelised cost of a GPU-hour in the chain at the start; missing where it has none of the kind")
  },
  rows: (levels) => levels
});

/** Figures of peers by hundredths. */
export const peerTable = recordTableOf<readonly Peers[]>()({
  name: "peer",
  description: "Distribution of companies' figures, in hundredths: what a company compares itself with.",
  fields: {
    layer: text("Layer: neocloud, inference or application"),
    metric: text("Figure"),
    title: text("What it is"),
    unit: text("Unit of the value"),
    population: text("Who the peers are"),
    blend: text("Blend of tokens in which their prices are stated; empty where the figure needs none"),
    count: ["number", "1", "Values that stand behind it"],
    share: ["number", "share", "Share of peers whose figure is below the value"],
    value: ["number", "", "The value, in the unit of its row"]
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
