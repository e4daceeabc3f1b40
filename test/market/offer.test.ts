import {describe, expect, it} from "vitest";
import {blends, costInMix, countOffers, marketOffers, typedMix, type ListedPrice} from "../../lib/market/index.js";

const listed = (seller: string, changes: Partial<ListedPrice> = {}): ListedPrice => ({
  ...{seller, model: "org/Model-1", language_model: "model-1", reseller: false},
  ...{input: 1, cached_input: null, cache_write: null, output: 4, from: ""},
  ...changes
});
const mix = {input: 1, cached: 0, output: 1};
const costs = new Map([["model-1", {full: 1, levelised: 2}]]);

describe("marketOffers", () => {
  it("puts losses first and unknown costs last, with reasons", () => {
    const offers = marketOffers(
      [
        listed("unknown", {language_model: ""}),
        listed("fair", {input: 4}),
        listed("limits", {language_model: "model-2"}),
        listed("free", {input: 0, output: 0}),
        listed("losing", {output: 1})
      ],
      costs,
      mix
    );
    expect(offers.map(({seller, margin, reason}) => [seller, margin, reason.split(":")[1]?.trim() ?? ""])).toEqual([
      ["losing", -1, ""],
      ["fair", 0.5, ""],
      ["free", NaN, "the list price is 0"],
      ["unknown", NaN, "the model's architecture is unpublished or not in the tables"],
      ["limits", NaN, "no accelerator of the chain meets the latency limits"]
    ]);
    expect(countOffers(offers)).toMatchObject({known: 2, losing: 1, unknown: 3, thinnest: {seller: "losing"}});
  });
  it("of none counts none", () =>
    expect(countOffers([])).toEqual({known: 0, losing: 0, unknown: 0, thinnest: undefined}));
});

describe("costInMix", () => {
  const cost = {full: 1, levelised: 2, kinds: {input: 3, cached: 1, output: 8}};
  it.each([
    [
      {input: 1, cached: 0, output: 0},
      {full: 1.5, levelised: 3}
    ],
    [
      {input: 1, cached: 2, output: 1},
      {full: 1.625, levelised: 3.25}
    ]
  ])("of %j", (other, expected) => expect(costInMix(cost, other)).toEqual(expected));
});

describe("a typed mix", () => {
  it("is parts of input, cached and output tokens", () =>
    expect(typedMix("3:1:1")).toEqual({mix: {input: 3, cached: 1, output: 1}}));
  it("counts what an agent writes to the cache as the blend of a coding agent does", () =>
    expect(typedMix("24:276:1")).toEqual({mix: blends["coding-agent"].mix}));
  it("may have a fourth part: cache writes", () => {
    expect(typedMix("24:276:1:0")).toEqual({mix: {input: 24, cached: 276, output: 1, written: 0}});
    expect(typedMix("3:0:1:2")).toEqual({mix: {input: 3, cached: 0, output: 1, written: 2}});
  });
  it.each(["", "3:1", "3:0:1:4", "3:0:1:2:1", "3::1", "a:0:1", "-1:0:1", "0:0:0", "1:Infinity:1"])(
    "is not “%s”",
    (text) => expect(typedMix(text)).toMatchObject({problem: expect.stringContaining(`got “${text}”`) as string})
  );
});
