import {describe, expect, it} from "vitest";
import {evaluate, keysOf, numberAt, valueAt} from "../../lib/sheet/index.js";
import {quantile, servingChecks, validation} from "../../lib/validation/index.js";
import {assumptions, predictOne} from "./serving.js";

const checks = servingChecks(assumptions);
const check = (key: string) => checks.find((one) => one.key === key)!;

describe("published costs and powers of serving", () => {
  it("measured power at the wall is met within a fifth", () => {
    const powers = checks.filter(({key}) => key.startsWith("power"));
    expect(powers).toHaveLength(4);
    for (const {error} of powers) expect(Math.abs(error)).toBeLessThan(0.2);
  });
  it("measured power of accelerators is met within a tenth in the middle, without a lean, idle or busy", () => {
    const only = ["device_power", "measured_power", "concurrency"].map((name) => `measurement.${name}`);
    const run = evaluate(validation, assumptions, {only});
    const errors = keysOf(run, "measurement").flatMap((_, row) => {
      const measured = valueAt(run, "measurement.measured_power", row, 0);
      const power = numberAt(run, "measurement.device_power", row, 0);
      const few = numberAt(run, "measurement.concurrency", row, 0) <= 8;
      return typeof measured === "number" ? [{error: power / measured - 1, few}] : [];
    });
    const middle = (values: number[]): number => quantile(values, 0.5)!;
    expect(errors).toHaveLength(90);
    expect(middle(errors.map(({error}) => Math.abs(error)))).toBeLessThan(0.1);
    expect(Math.abs(middle(errors.map(({error}) => error)))).toBeLessThan(0.03);
    expect(Math.abs(middle(errors.filter(({few}) => few).map(({error}) => error)))).toBeLessThan(0.1);
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
