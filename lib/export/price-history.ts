import type {PriceEvent} from "../market/index.js";
import {priceRow} from "./price-row.js";
import {recordTableOf} from "./records.js";

const text = (doc: string) => ["text", "", doc] as const;
const perToken = (doc: string) => ["number", "USD/Mtok", doc] as const;

/** A price in the course of an offer's prices, and whether its seller repeats others' prices. */
export type MarketPriceEvent = PriceEvent & {reseller: boolean};

/** List prices of tokens over time. */
export const tokenPriceHistoryTable = recordTableOf<readonly MarketPriceEvent[]>()({
  name: "token_price_history",
  description:
    "List prices of tokens since June 2025 as the price data recorded them: one row for the first price of a seller " +
    "for a model and for each change of it.",
  fields: {
    seller: text("Seller, as the price data name it"),
    model: text("Model as the seller names it"),
    common_name: text("One name for a model, whoever sells it"),
    reseller: ["number", "1", "1 for sellers that repeat others' prices, else 0"],
    from: text(
      "Day on which the price was recorded, or begins where the data say so, YYYY-MM-DD; empty where it is older " +
        "than both"
    ),
    until: text(
      "Last day on which it is known to hold; empty where the data no longer list it, and of a price to come"
    ),
    stated: ["number", "1", "1 where the data state the day, 0 where it is that of the record"],
    step: text(
      "What it is: first, cut, rise (of the price of chat), cache (only the price of cached tokens changes) or " +
        "correction (of the data)"
    ),
    change: ["number", "share", "Price of chat over the one before, less 1; missing where there is none"],
    reason: text("Why it is a correction of the data; empty where it is none"),
    commit: text("Commit of the price data that recorded it, or their version"),
    input: perToken("Price of input tokens; the base price if it varies by length or hour"),
    cached_input: perToken("Price of input tokens read from the prefix cache; missing where none is stated"),
    cache_write: perToken("Price of input tokens written to the prefix cache; missing where none is stated"),
    output: perToken("Price of output tokens"),
    blended: perToken("Price of a million tokens of chat: three input tokens, none cached, for each output token"),
    blended_long_context: perToken("The same of long contexts, as in token_price"),
    blended_coding_agent: perToken("The same of a coding agent, as in token_price")
  },
  rows: (events) => events.map((event) => ({...priceRow(event), stated: Number(event.stated)}))
});
