import type {Table} from "../sheet/index.js";
import {table} from "./parameter.js";
import {accelerator, type Accelerator} from "./silicon.js";

/** A dated, published price of a GPU-hour. */
export interface RentalQuote {
  accelerator: Accelerator;
  quoted: number;
  contract: "on-demand" | "reserved-1-year" | "reserved-3-year" | "spot-index";
  seller: "hyperscaler" | "neocloud" | "marketplace" | "index" | "tco-model";
  issuer: string;
  price: number;
}

/** A published list price of tokens. */
export interface ListPrice {
  provider: string;
  model: string;
  input: number;
  cached_input: number;
  cache_write: number;
  output: number;
}

export const rentalQuote: Table<RentalQuote> = table<RentalQuote>(
  "rental_quote",
  "Published prices of a GPU-hour, by date and contract, offers as well as indices and cost models.",
  ({ref, date, text, input}) => ({
    accelerator: ref(() => accelerator, "Accelerator rented"),
    quoted: date("When the price held"),
    contract: text<RentalQuote["contract"]>("Kind of contract; prices of different kinds are different goods"),
    seller: text<RentalQuote["seller"]>("Class of seller"),
    issuer: text("Who quotes: a seller, or who publishes an index"),
    price: input("USD/GPU-hour", "Price of a GPU-hour")
  })
);

export const listPrice: Table<ListPrice> = table<ListPrice>(
  "list_price",
  "List prices of tokens, per provider and model.",
  ({text, input}) => ({
    provider: text("Who sells the tokens"),
    model: text("Model as the provider names it"),
    input: input("USD/Mtok", "Price of input tokens"),
    cached_input: input("USD/Mtok", "Price of input tokens read from the prefix cache"),
    cache_write: input("USD/Mtok", "Price of input tokens written to the prefix cache, where it is another"),
    output: input("USD/Mtok", "Price of output tokens")
  })
);
