import type {ModelInfo, ModelPrice} from "@pydantic/genai-prices";
import type {Provenance, TableInput} from "../../lib/sheet/index.js";
import {base, modelsOf} from "./price-data.js";

/** Sellers in the price data; resellers that only repeat others' prices are left out. */
const sellers = [
  "anthropic",
  "avian",
  "aws",
  "azure",
  "baseten",
  "cerebras",
  "cohere",
  "deepseek",
  "fireworks",
  "google",
  "groq",
  "huggingface_together",
  "minimax",
  "mistral",
  "moonshotai",
  "novita",
  "openai",
  "openrouter",
  "ovhcloud",
  "perplexity",
  "together",
  "x-ai",
  "zai"
];

/** The key in source.csv of the price data. */
const PRICE_SOURCE = "genai-prices";

/**
 * List prices of tokens from `@pydantic/genai-prices`, one row per seller and model, with key `seller/model`, in
 * USD/Mtok: of dated prices the newest, of prices by length or hour the base. Models without a token price are left
 * out.
 */
export function listPrices(): TableInput {
  const rows = sellers.flatMap((id) => modelsOf(id).flatMap((model) => priceRow(id, model)));
  const column = (name: keyof PriceRow): (number | string | null)[] => rows.map((row) => row[name]);
  const priced = (name: keyof PriceRow) => ({
    values: column(name),
    provenance: rows.map((row) => provenance(row[name]))
  });
  return {
    keys: rows.map(({provider, model}) => `${provider}/${model}`),
    columns: {
      provider: {values: column("provider")},
      model: {values: column("model")},
      input: priced("input"),
      cached_input: priced("cached_input"),
      cache_write: priced("cache_write"),
      output: priced("output")
    }
  };
}

interface PriceRow {
  provider: string;
  model: string;
  input: number | null;
  cached_input: number | null;
  cache_write: number | null;
  output: number | null;
}

function priceRow(provider: string, {id, prices}: ModelInfo): PriceRow[] {
  const current: ModelPrice = Array.isArray(prices)
    ? (prices.filter(({constraint}) => constraint?.type !== "time_of_date").at(-1) ?? prices[0])!.prices
    : prices;
  const input = base(current.input_mtok);
  const cached_input = base(current.cache_read_mtok);
  const cache_write = base(current.cache_write_mtok);
  const output = base(current.output_mtok);
  return input === null || output === null ? [] : [{provider, model: id, input, cached_input, cache_write, output}];
}

function provenance(value: number | string | null): Provenance | null {
  if (typeof value !== "number") return null;
  return {low: value, high: value, family: "exact", sources: [PRICE_SOURCE], note: "", place: "@pydantic/genai-prices"};
}
