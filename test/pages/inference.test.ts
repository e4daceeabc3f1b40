import {expect, it} from "vitest";
import {explore} from "../../lib/validation/index.js";
import {resellers} from "../../data-loaders/run/token-prices.js";
import type {RowOf} from "../../src/components/rows/table-types.js";
import {timeParts} from "../../src/pages/inference/binding-constraint.js";
import {marketOf} from "../../src/pages/inference/market.js";
import {rowsOf} from "../export/published-tables.js";
import {assumptions} from "../validation/serving.js";

it("the parts of an output token's time add up, also where experts and the rest are bound by different things", () => {
  for (const language_model of ["deepseek-v3", "qwen3-next-80b-a3b", "llama-3-3-70b"]) {
    const {ways} = explore(assumptions, {
      ...{language_model, accelerator: "b200", accelerators: 8, weights: "fp8", input_length: 4000, cached_share: 0},
      ...{output_length: 1000, ttft_limit: 2000, tpot_limit: 50}
    });
    const off = ways.filter((way) => {
      const total = timeParts(way).reduce((sum, {time}) => sum + time, 0);
      return Math.abs(total / way.tpot - 1) > 1e-9;
    });
    expect(ways.length).toBeGreaterThan(10);
    expect(off).toEqual([]);
  }
});

it("a model's sellers are those in force that do not repeat others' prices, as on the command line", async () => {
  const market = marketOf((await rowsOf("token_price")) as unknown as RowOf<"token_price">[]);
  const sellers = new Set(market.get("llama-3-3-70b")!.map(({seller}) => String(seller)));
  expect(sellers.size).toBeGreaterThan(10);
  expect(resellers.filter((seller) => sellers.has(seller))).toEqual([]);
  const later = [...market.values()].flat().filter(({current}) => current !== 1);
  expect(later).toEqual([]);
});
