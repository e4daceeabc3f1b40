import type {ModelInfo, ModelPrice} from "@pydantic/genai-prices";
import type {TokenPrice} from "../../lib/market/index.js";
import {base, modelsOf} from "./price-data.js";

/** All sellers in the price data. */
export const sellers = [
  "anthropic",
  "arcee",
  "avian",
  "aws",
  "azure",
  "baseten",
  "cerebras",
  "cloudflare",
  "cohere",
  "cursor",
  "deepseek",
  "doubleword",
  "fireworks",
  "github-copilot",
  "google",
  "groq",
  "huggingface_cerebras",
  "huggingface_fireworks-ai",
  "huggingface_groq",
  "huggingface_hyperbolic",
  "huggingface_nebius",
  "huggingface_novita",
  "huggingface_nscale",
  "huggingface_ovhcloud",
  "huggingface_publicai",
  "huggingface_sambanova",
  "huggingface_together",
  "minimax",
  "mistral",
  "modal",
  "moonshotai",
  "novita",
  "openai",
  "openrouter",
  "ovhcloud",
  "perplexity",
  "quicksilverpro",
  "together",
  "typesafe",
  "voyageai",
  "x-ai",
  "zai",
  "zhipuai"
];

/** Sellers that pass on others' models at their prices: shown, but not counted as sellers. */
export const resellers = [
  "cursor",
  "github-copilot",
  "huggingface_cerebras",
  "huggingface_fireworks-ai",
  "huggingface_groq",
  "huggingface_novita",
  "huggingface_ovhcloud",
  "openrouter",
  "quicksilverpro"
];

/**
 * Every list price of tokens in `@pydantic/genai-prices`, for all sellers and models, including past and future prices
 * where the data have them, in USD/Mtok: of prices by length, hour of the day or service, the base. Models without
 * prices of input and output are left out.
 */
export function tokenPrices(): TokenPrice[] {
  return sellers.flatMap((id) =>
    modelsOf(id).flatMap(({id: model, prices}) => dated(prices).flatMap((one) => priceOf(id, model, one)))
  );
}

interface Dated {
  from: string;
  price: ModelPrice;
}

function dated(prices: ModelInfo["prices"]): Dated[] {
  if (!Array.isArray(prices)) return [{from: "", price: prices}];
  return prices.flatMap(({constraint, prices: price}) => {
    if (constraint?.type === "time_of_date") return [];
    return [{from: constraint?.start_date ?? "", price}];
  });
}

function priceOf(seller: string, model: string, {from, price}: Dated): TokenPrice[] {
  const [input, output] = [price.input_mtok, price.output_mtok].map(base);
  const [cached_input = null, cache_write = null] = [price.cache_read_mtok, price.cache_write_mtok].map(base);
  return input == null || output == null ? [] : [{seller, model, input, cached_input, cache_write, output, from}];
}
