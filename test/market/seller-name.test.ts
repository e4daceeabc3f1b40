import {describe, expect, it} from "vitest";
import {sellers} from "../../data-loaders/run/token-prices.js";
import {sellerName} from "../../lib/market/seller-name.js";

describe("sellers of tokens are named for readers", () => {
  it.each([
    ["x-ai", "xAI"],
    ["huggingface_nebius", "Nebius on Hugging Face"],
    ["huggingface_fireworks-ai", "Fireworks AI on Hugging Face"],
    ["my-own", "my-own"]
  ])("%s is %s", (seller, name) => expect(sellerName(seller)).toBe(name));
  it("none of the price data keeps its key", () =>
    expect(sellers.filter((seller) => sellerName(seller) === seller || /_/.test(sellerName(seller)))).toEqual([]));
  it("no two have the same name", () => expect(new Set(sellers.map(sellerName)).size).toBe(sellers.length));
});
