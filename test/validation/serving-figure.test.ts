import {describe, expect, it} from "vitest";
import {servingChecks} from "../../lib/validation/index.js";
import {assumptions, predictOne} from "./serving.js";

const checks = servingChecks(assumptions);
const check = (key: string) => checks.find((one) => one.key === key)!;

describe("published costs and powers of serving", () => {
  it("measured power at the wall is met within a quarter", () => {
    const powers = checks.filter(({key}) => key.startsWith("power"));
    expect(powers).toHaveLength(4);
    for (const {error} of powers) expect(Math.abs(error)).toBeLessThan(0.25);
  });
  it("a cost is the price of a GPU-hour over what a GPU makes in an hour", () => {
    const {output_tokens_per_s_per_gpu: rate} = predictOne({
      model: "deepseek-v3",
      gpu: "H100",
      gpus: 96,
      precision_weights: "FP8",
      date: "2025-05",
      scenario: "decode only",
      mean_input_tokens: 2000,
      mean_output_tokens: 100
    });
    expect(check("cost-h100-v3").predicted / ((2 / 3600 / rate!) * 1e6)).toBeCloseTo(1, 1);
  });
  it("the error is predicted over published, less 1", () => {
    for (const {published, predicted, error} of checks) expect(error).toBeCloseTo(predicted / published - 1, 12);
  });
});
