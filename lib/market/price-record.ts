import {tableBuilder, type Table, type TableInput} from "../sheet/index.js";
import type {TokenPrice} from "./token-price.js";

/** A list price of tokens, as recorded by a commit of the price data. */
export interface PriceRecord {
  seller: string;
  model: string;
  recorded: string;
  input: number;
  cached_input: number;
  cache_write: number;
  output: number;
}

export const tokenPriceHistory: Table<PriceRecord> = tableBuilder<PriceRecord, object>()<PriceRecord>(
  "token_price_history",
  "List prices of tokens as they were first recorded, and each time they changed. The key begins with the commit.",
  ({text, input}) => ({
    seller: text("Seller, as named in the price data"),
    model: text("Model, as named by the seller"),
    recorded: text("Day of the commit, YYYY-MM-DD: the seller's change may be older"),
    input: input("USD/Mtok", "Price of input tokens; the base price if it varies by length"),
    cached_input: input("USD/Mtok", "Price of input tokens read from the prefix cache"),
    cache_write: input("USD/Mtok", "Price of input tokens written to the prefix cache"),
    output: input("USD/Mtok", "Price of output tokens")
  })
);

/** A recorded price; `from` is the day of the record. */
export interface RecordedPrice extends TokenPrice {
  commit: string;
  /** Subject of the commit, where it changed a price. */
  subject: string;
}

/** The rows of the table `token_price_history`, oldest first. */
export function recordedPricesOf({keys, columns}: TableInput): RecordedPrice[] {
  const prices = keys.map((key, row) => {
    const at = (name: keyof PriceRecord) => columns[name]!.values[row];
    const optional = (name: keyof PriceRecord) => (at(name) as number | null) ?? null;
    return {
      seller: String(at("seller")),
      model: String(at("model")),
      input: Number(at("input")),
      cached_input: optional("cached_input"),
      cache_write: optional("cache_write"),
      output: Number(at("output")),
      from: String(at("recorded")),
      commit: key.split("-")[0]!,
      subject: columns.input!.provenance![row]!.note
    };
  });
  return prices.sort((a, b) => Number(a.from > b.from) - Number(a.from < b.from));
}
