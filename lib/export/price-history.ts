import type {PriceEvent} from "../market/index.js";
import {priceRow} from "./price-row.js";
import {recordTableOf} from "./records.js";

const text = (doc: string) => ["text", "", doc] as const;
const perToken = (doc: string) => ["number", "USD/Mtok", doc] as const;

/** A price in an offer's history, and whether its seller repeats others' prices. */
export type MarketPriceEvent = PriceEvent & {reseller: boolean};

/** List prices of tokens over time. */
export const tokenPriceHistoryTable = recordTableOf<readonly MarketPriceEvent[]>()({
  name: "token_price_history",
  description:
    "List prices of tokens since June 2025, as recorded in the price data: one row for a seller's first price " +
    "of a model and one for each change.",
  fields: {
    seller: text("Seller, as named in the price data"),
    model: text("Model, as named by the seller"),
    common_name: text("Name of the model, the same for all sellers"),
    reseller: ["number", "1", "1 for sellers that repeat others' prices, else 0"],
    from: text(
      "Day on which the price took effect or, if the data do not state it, was recorded, YYYY-MM-DD; empty if older " +
        "than both"
    ),
    until: text("Last day on which the price is known to apply; empty if no longer listed, or not yet in force"),
    stated: ["number", "1", "1 if the data state the day, 0 if it is the day of the record"],
    step: text(
      "Kind of entry: first, cut, rise (of the price of chat), cache (only the price of cached tokens changes) or " +
        "correction (of the data)"
    ),
    change: ["number", "share", "Relative change in the price of chat; missing for the first price"],
    reason: text("Why the entry is a correction; empty if it is none"),
    commit: text("Commit of the price data that recorded it, or their version"),
    input: perToken("Price of input tokens; the base price if it varies by length or hour"),
    cached_input: perToken("Price of input tokens read from the prefix cache; missing if not stated"),
    cache_write: perToken("Price of input tokens written to the prefix cache; missing if not stated"),
    output: perToken("Price of output tokens"),
    blended: perToken("Price of a million tokens of chat: three input tokens, none cached, for each output token"),
    blended_long_context: perToken("The same for long contexts, as in token_price"),
    blended_coding_agent: perToken("The same for a coding agent, as in token_price")
  },
  rows: (events) => events.map((event) => ({...priceRow(event), stated: Number(event.stated)}))
});
