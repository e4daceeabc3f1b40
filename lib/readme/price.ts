import type {Table} from "../sheet/index.js";
import {table} from "./parameter.js";
import {provider, type Provider} from "./provider.js";

/** An entry of a provider's price list. */
export interface Price {
  provider: Provider;
  model: string;
  input_tokens_per_dollar: number;
  output_tokens_per_dollar: number;
  entries: number;
  provider_input: number;
  provider_output: number;
  input_tokens: number;
  output_tokens: number;
  revenue: number;
}

/** Price lists: a provider's tokens are split evenly over its entries, in whole tokens. */
export const price: Table<Price> = table<Price>(
  "readme_price",
  "Price entries of the earlier program's providers.",
  ({ref, text, input, lookup, formula}) => ({
    provider: ref(() => provider, "Provider that sells the model"),
    model: text("Model sold"),
    input_tokens_per_dollar: input("token/USD", "Input tokens for a dollar"),
    output_tokens_per_dollar: input("token/USD", "Output tokens for a dollar"),
    entries: lookup("provider", "entries"),
    provider_input: lookup("provider", "input_tokens"),
    provider_output: lookup("provider", "output_tokens"),
    input_tokens: formula(
      "token/month30",
      "Input tokens sold by this entry",
      (e, p, {floor}) => floor(e.provider_input / e.entries / p.whole_token) * p.whole_token
    ),
    output_tokens: formula(
      "token/month30",
      "Output tokens sold by this entry",
      (e, p, {floor}) => floor(e.provider_output / e.entries / p.whole_token) * p.whole_token
    ),
    revenue: formula(
      "USD/month30",
      "Revenue of this entry",
      (e) => e.input_tokens / e.input_tokens_per_dollar + e.output_tokens / e.output_tokens_per_dollar
    )
  })
);
