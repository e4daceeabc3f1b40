import {findProvider, type ModelInfo, type TieredPrices} from "@pydantic/genai-prices";

/** The installed price data: version, and day of publication on npm. */
export const EDITION = {name: "0.1.8", published: "2026-09-23"};

/** A seller's models in the price data. Throws if the seller no longer exists. */
export function modelsOf(seller: string): readonly ModelInfo[] {
  const found = findProvider({providerId: seller});
  if (!found) throw new Error(`the price data has no seller ${seller}`);
  return found.models;
}

/** A price in USD/Mtok; the base price if it varies by length. */
export function base(price: number | TieredPrices | undefined): number | null {
  if (price === undefined) return null;
  return typeof price === "number" ? price : price.base;
}
