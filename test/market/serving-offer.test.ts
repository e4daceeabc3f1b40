import {describe, expect, it} from "vitest";
import {mixOf, sellerPrices, servingOffers, type ServingTerms, type TokenPrice} from "../../lib/market/index.js";
import type {Way} from "../../lib/validation/index.js";

/** A GPU that serves a request of a million tokens in an hour of decoding, within half of each limit. */
const way = {
  ...{replica: 1, uncached_length: 0, cached_length: 0, output_length: 1e6},
  ...{prefill_time: 0, cached_time: 0, decode_time: 3.6e6, power: 1000},
  ...{compute_part: 0.6, bandwidth_part: 0.4, interconnect_part: 0, latency_part: 0},
  ...{ttft: 1000, tpot: 25, memory_needed: 10, memory_available: 100}
} as Way;
const limits = {ttft_limit: 2000, tpot_limit: 50};
const terms: ServingTerms = {hours: new Map([["a", 2]]), busy: 1, sold: 3, slack: 1};

describe("servingOffers", () => {
  it("costs a GPU-hour for what it serves, and earns what the tokens sell at less the GPU-hour", () => {
    const [offer] = servingOffers(new Map([["a", way]]), limits, terms);
    expect(offer).toMatchObject({cost: 2, binds: "compute", nearest: {used: 0.5}, profit_per_hour: 1});
    // 1 USD an hour, of 8,766 hours, on 1 kW.
    expect(offer!.profit_per_megawatt).toBe(8_766_000);
  });
  it("pays for hours that do not compute as for others", () => {
    const [offer] = servingOffers(new Map([["a", way]]), limits, {...terms, busy: 0.5});
    expect(offer).toMatchObject({cost: 4, profit_per_hour: -0.5});
  });
  it("puts the cheapest first, what has no price last, and leaves out what keeps no limit", () => {
    const best = new Map<string, Way | undefined>([
      ...(["unknown", "dear", "cheap"] as const).map((key): [string, Way] => [key, way]),
      ["none", undefined]
    ]);
    const hours = new Map([["dear", 2] as const, ["cheap", 1] as const, ["none", 1] as const]);
    expect(servingOffers(best, limits, {...terms, hours}).map(({accelerator}) => accelerator)).toEqual([
      "cheap",
      "dear",
      "unknown"
    ]);
  });
});

describe("the mix of a question", () => {
  const asked = (cached_share: number) => ({input_length: 1000, cached_share, output_length: 100});
  it("has what an agent writes to the cache, who reads more from it than anew", () => {
    const {input, cached, output, written} = mixOf(asked(0.9));
    expect([input, cached, output].map(Math.round)).toEqual([100, 900, 100]);
    expect(written! / input).toBeCloseTo(0.95, 12);
  });
  it("has nothing of the kind where most is read anew", () => expect(mixOf(asked(0.4))).not.toHaveProperty("written"));
});

describe("sellerPrices", () => {
  const price = (seller: string, input: number, cached_input: number | null = null): TokenPrice => ({
    ...{seller, model: "m", input, cached_input, cache_write: null, output: 4, from: ""}
  });
  it("takes each seller's lowest price in the mix, the lowest first", () => {
    const mix = {input: 1, cached: 2, output: 1};
    expect(sellerPrices([price("a", 4), price("b", 2), price("a", 1, 0.5)], mix)).toEqual([
      {seller: "a", model: "m", price: 1.5},
      {seller: "b", model: "m", price: 2.5}
    ]);
  });
  it("knows no seller that asks nothing", () => {
    const free = {...price("a", 0), output: 0};
    expect(sellerPrices([free], {input: 1, cached: 0, output: 1})).toEqual([]);
  });
});
