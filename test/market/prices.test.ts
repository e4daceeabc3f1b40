import {readFileSync} from "node:fs";
import {createRequire} from "node:module";
import {findProvider} from "@pydantic/genai-prices";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {listPrices} from "../../data-loaders/run/list-prices.js";
import {loadProject, runScenario} from "../../data-loaders/run/project.js";
import {resellers, sellers, tokenPrices} from "../../data-loaders/run/token-prices.js";
import {loadValidation} from "../../data-loaders/run/validation.js";
import {
  blended,
  blends,
  canonical,
  CUSTOMARY,
  dispersions,
  inForce,
  marginOf,
  modelIn,
  quotesOf,
  rentalLevels,
  rentLevel,
  rentRatio,
  servingCost,
  type Quote,
  type TokenPrice
} from "../../lib/market/index.js";
import {REFERENCE} from "../../lib/model/reference.js";
import {keysOf, monthsOf, numberAt} from "../../lib/sheet/index.js";

const price = (changes: Partial<TokenPrice>): TokenPrice => ({
  seller: "a",
  model: "m",
  input: 1,
  cached_input: 0.1,
  cache_write: null,
  output: 4,
  from: "",
  ...changes
});

describe("one name for a model", () => {
  it.each([
    ["accounts/fireworks/models/llama-v3p1-8b-instruct", "llama-3-1-8b"],
    ["meta-llama/Meta-Llama-3.1-8B-Instruct-Turbo", "llama-3-1-8b"],
    ["us.meta.llama3-1-8b-instruct-v1:0", "llama-3-1-8b"],
    ["llama-3.1-8b-instant", "llama-3-1-8b"],
    ["@cf/openai/gpt-oss-120b", "gpt-oss-120b"],
    ["aws.openai.gpt-oss-20b-1:0".replace("aws.", ""), "gpt-oss-20b-1"],
    ["claude-sonnet-4-20250514", "claude-sonnet-4"],
    ["Qwen/Qwen3-235B-A22B-Instruct-2507", "qwen3-235b-a22b-2507"],
    ["deepseek-ai/DeepSeek-V3.1", "deepseek-v3-1"],
    ["fireworks/glm-4p7", "glm-4-7"]
  ])("%s is %s", (name, common) => expect(canonical(name)).toBe(common));
  it("matches one of ours only if the whole name agrees", () => {
    const models = {
      keys: ["glm-4-7", "qwen3-235b-a22b", "llama-3-3-70b", "deepseek-v3"],
      columns: {same_shape: {values: ["glm-4-6", null, "llama-3-1-70b; deepseek-r1-distill-llama-70b", "deepseek-r1"]}}
    };
    expect(modelIn("z-ai/glm-4.7", models)).toBe("glm-4-7");
    expect(modelIn("z-ai/glm-4.7-flash", models)).toBeUndefined();
    expect(modelIn("Qwen/Qwen3-235B-A22B-Thinking-2507", models)).toBe("qwen3-235b-a22b");
    expect(modelIn("deepseek-r1-distill-llama-70b", models)).toBe("llama-3-3-70b");
    expect(modelIn("deepseek-r1-distill-qwen-32b", models)).toBeUndefined();
    expect(modelIn("meta.llama3-1-70b-instruct-v1:0", models)).toBe("llama-3-3-70b");
  });
});

describe("a blended price", () => {
  it("is the mean over the tokens of a mix", () => {
    expect(blended(price({}), CUSTOMARY)).toBe((3 * 1 + 4) / 4);
    expect(blended(price({}), {input: 1, cached: 9, output: 0})).toBeCloseTo(0.19, 12);
  });
  it("of cached tokens is that of others where none is stated", () =>
    expect(blended(price({cached_input: null}), {input: 0, cached: 1, output: 0})).toBe(1));
  it("asks for what is written to the cache what the seller does, or the price of input", () => {
    const mix = {input: 4, cached: 0, output: 1, written: 3};
    expect(blended(price({cache_write: 1.25}), mix)).toBeCloseTo((1 + 3 * 1.25 + 4) / 5, 12);
    expect(blended(price({cache_write: null}), mix)).toBe(blended(price({}), {...mix, written: 0}));
  });
  it("has the share of the chain's developers' agents in the blend of a coding agent", () => {
    const {keys, columns} = loadProject().models.get("chain")!.inputs.segment!;
    const {input, written} = blends["coding-agent"].mix;
    expect(written! / input).toBeCloseTo(Number(columns.written_share!.values[keys.indexOf("coder-team")]), 12);
  });
  it("lies between the prices that it is made of", () =>
    fc.assert(
      fc.property(
        fc.tuple(...[1, 2, 3].map(() => fc.double({min: 0.01, max: 100, noNaN: true}))),
        fc.nat(9),
        fc.nat(9),
        ([input, cached_input, output], a, b) => {
          const value = blended(
            {input: input!, cached_input: cached_input!, output: output!},
            {input: a, cached: b, output: 1}
          );
          expect(value).toBeGreaterThanOrEqual(Math.min(input!, cached_input!, output!) * (1 - 1e-12));
          expect(value).toBeLessThanOrEqual(Math.max(input!, cached_input!, output!) * (1 + 1e-12));
        }
      )
    ));
});

describe("prices in force", () => {
  const prices = [price({input: 3}), price({input: 2, from: "2026-06-01"}), price({input: 1, from: "2027-01-01"})];
  it("are the last that have begun", () => {
    expect(inForce(prices, "2026-12-01").map(({input}) => input)).toEqual([2]);
    expect(inForce(prices, "2026-05-31").map(({input}) => input)).toEqual([3]);
  });
});

describe("dispersion", () => {
  it("takes the cheapest offer of each seller of a model, under whatever name", () => {
    const [only] = dispersions(
      [
        price({seller: "a", model: "Llama-3.1-8B-Instruct", input: 1, output: 1}),
        price({seller: "a", model: "llama-v3p1-8b", input: 9, output: 9}),
        price({seller: "b", model: "meta.llama3-1-8b-instruct-v1:0", input: 2, output: 2}),
        price({seller: "c", model: "llama-3.1-8b", input: 4, output: 4}),
        price({seller: "d", model: "other"})
      ],
      CUSTOMARY
    );
    expect(only).toMatchObject({
      model: "llama-3-1-8b",
      sellers: 3,
      low: 1,
      median: 2,
      high: 4,
      cheapest: "a",
      dearest: "c",
      ratio: 4
    });
    expect(only!.deviation).toBeCloseTo(Math.log(2), 12);
  });
});

describe("the price data", () => {
  const file = createRequire(import.meta.url).resolve("@pydantic/genai-prices");
  it("has no seller that is not read", () => {
    const ids = [...readFileSync(file, "utf8").matchAll(/"?\bid"?: ?["'`]([a-z0-9_-]+)["'`]/g)].map(([, id]) => id!);
    const known = [...new Set(ids)].filter((id) => findProvider({providerId: id})?.id === id);
    expect([...sellers].sort()).toEqual(known.sort());
  });
  it("has the price at which each deployment of the chain sells", () => {
    const chain = listPrices();
    const all = new Set(tokenPrices().map(({seller, model}) => `${seller}/${model}`));
    expect(chain.keys.filter((key) => !all.has(key))).toEqual([]);
  });
  it("knows its resellers", () => expect(resellers.filter((id) => !sellers.includes(id))).toEqual([]));
});

describe("the margin that a price implies", () => {
  const {inputs} = loadValidation();
  const options = {mix: CUSTOMARY, busy: 0.5};
  const cost = servingCost(inputs, "llama-3-3-70b", {
    ...options,
    gpuHours: new Map([
      ["h100", 2],
      ["b200", 3]
    ])
  })!;
  it("is of the accelerator that is cheapest per token", () => {
    const each = (["h100", "b200"] as const).map(
      (key) =>
        servingCost(inputs, "llama-3-3-70b", {...options, gpuHours: new Map([[key, key === "h100" ? 2 : 3]])})!.full
    );
    expect(cost.full).toBe(Math.min(...each));
  });
  it("doubles its cost where half of the hours compute, and breaks even at cost over price", () => {
    expect(cost.levelised).toBeCloseTo(2 * cost.full, 12);
    const margin = marginOf(price({input: 1, output: 1}), cost, CUSTOMARY);
    expect(margin.margin).toBeCloseTo(1 - cost.levelised, 12);
    expect(margin.break_even).toBeCloseTo(cost.full, 12);
  });
  it("is unknown for a model that no accelerator serves within the limits", () =>
    expect(
      servingCost(inputs, "llama-3-1-405b", {
        ...options,
        gpuHours: new Map([["l40s", 1]]),
        service: {tokens: 2000, ttft_limit: 2000, tpot_limit: 5, accelerators: 1}
      })
    ).toBeUndefined());
});

describe("the traded price of an accelerator", () => {
  const {run} = runScenario(loadProject(), REFERENCE, [], 1);
  const start = monthsOf(run.start);
  const quotes = quotesOf(run);
  const level = rentLevel(quotes, start);
  const {values, provenance} = run.inputs.accelerator!.columns.spot_price!;
  const rowOf = (key: string): number => keysOf(run, "accelerator").indexOf(key);
  it("is, of the H100, the level on which indices meet, one vote each", () => {
    expect(Number(values[rowOf("h100")])).toBeCloseTo(level.median, 3);
    expect(level.issuers).toHaveLength(7);
    const {low, high} = run.inputs.parameter!.columns.rent_level!.provenance![0]!;
    expect(low).toBeCloseTo(level.low / level.median, 3);
    expect(high).toBeCloseTo(level.high / level.median, 3);
  });
  it.each(["h200", "b200", "b300", "a100", "mi300x"])(
    "of the %s is to the H100's as in indices that quote both on one day, within what all quotes of both say",
    (key) => {
      const ratio = rentRatio(quotes, key, start)!;
      const h100 = numberAt(run, "accelerator.on_demand_price", rowOf("h100"), 0);
      expect(numberAt(run, "accelerator.on_demand_price", rowOf(key), 0) / h100).toBeCloseTo(ratio.median, 3);
      const {low, high} = provenance![rowOf(key)]!;
      // One index quotes the MI300X: what a seller asks, over the H100's price in that month, is taken for its low end.
      if (key !== "mi300x") expect(low / level.median).toBeCloseTo(ratio.low, 2);
      expect(high / level.median).toBeCloseTo(ratio.high, 2);
    }
  );
  it("of all kinds moves with the level, so that ratios stay", () => {
    const dearer = runScenario(
      loadProject(),
      REFERENCE,
      [{cell: "parameter.rent_level", value: "1.2", place: ""}],
      1
    ).run;
    for (const row of keysOf(run, "accelerator").keys()) {
      const [after, before] = [dearer, run].map((one) => numberAt(one, "accelerator.on_demand_price", row, 0));
      expect(after).toBeCloseTo(1.2 * before!, 9);
    }
  });
  it("is assumed for no accelerator without an index", () => {
    const assumed = keysOf(run, "accelerator").filter((_, row) => values[row] !== null);
    expect(assumed).toEqual(keysOf(run, "accelerator").filter((key) => rentRatio(quotes, key, start)));
  });
  it("does not change where a seller is quoted twice, with older readings, or with sellers' own prices", () => {
    const both = quotes.filter(({issuer}) => issuer === "Ornn");
    const others = both.flatMap((one) => [
      {...one, quoted: one.quoted - 1, price: 8.04},
      {...one, issuer: "Old", quoted: start - 7, price: 1},
      {...one, issuer: "Nebula", seller: "neocloud"},
      {...one, issuer: "not named", price: 1},
      {...one, issuer: "SemiAnalysis", contract: "reserved-1-year", price: 1}
    ]);
    expect(rentRatio([...quotes, ...others], "b200", start)!.median).toBe(rentRatio(quotes, "b200", start)!.median);
    expect(rentLevel([...quotes, ...others], start)).toEqual(level);
  });
  it("of a kind does not change with an index that quotes no other: that moves the level of all", () => {
    const [one] = quotes.filter(({accelerator, issuer}) => accelerator === "b200" && issuer === "Ornn");
    const more = [...quotes, {...one!, issuer: "New", price: 20}];
    expect(rentRatio(more, "b200", start)).toEqual(rentRatio(quotes, "b200", start));
    expect(rentLevel(more, start).median).toBeGreaterThan(level.median);
  });
});

describe("levels of rental prices", () => {
  const quote = (changes: Partial<Quote>): Quote => ({
    accelerator: "h100",
    contract: "on-demand",
    seller: "neocloud",
    issuer: "Nebula",
    quoted: monthsOf("2026-10"),
    price: 3,
    ...changes
  });
  const levels = rentalLevels(
    [
      quote({}),
      quote({price: 5, seller: "hyperscaler"}),
      quote({price: 2, contract: "reserved-1-year"}),
      quote({price: 9, quoted: monthsOf("2024-01")}),
      quote({price: 1, seller: "tco-model"})
    ],
    monthsOf("2026-12")
  );
  const level = (contract: string, seller: string) =>
    levels.find((one) => one.contract === contract && one.seller === seller)!;
  it("never go over two kinds of contract, nor over cost models", () => {
    expect(level("on-demand", "all")).toMatchObject({quotes: 2, low: 3, median: 4, high: 5});
    expect(level("reserved-1-year", "all")).toMatchObject({quotes: 1, median: 2});
    expect(level("on-demand", "tco-model").median).toBe(1);
  });
  it("are of the last twelve months, and say since when quotes are known", () =>
    expect(level("on-demand", "neocloud")).toMatchObject({quotes: 1, current: 1, first: "2024-01", last: "2026-10"}));
  it("give a seller who is quoted twice one vote, by the newest quote", () => {
    const twice = [quote({}), quote({quoted: monthsOf("2026-11"), price: 4}), quote({issuer: "Galaxy", price: 2})];
    expect(rentalLevels(twice, monthsOf("2026-12"))[0]).toMatchObject({quotes: 2, low: 2, median: 3, high: 4});
  });
  it("of old quotes alone say so", () =>
    expect(rentalLevels([quote({quoted: monthsOf("2024-01")})], monthsOf("2026-12"))[0]).toMatchObject({
      current: 0,
      quotes: 1
    }));
});
