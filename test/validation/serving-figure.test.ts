import {describe, expect, it} from "vitest";
import {evaluate, keysOf, numberAt, valueAt} from "../../lib/sheet/index.js";
import {servingChecks, validation} from "../../lib/validation/index.js";
import {assumptions, predictOne} from "./serving.js";

const checks = servingChecks(assumptions);
const check = (key: string) => checks.find((one) => one.key === key)!;

describe("published costs and powers of serving", () => {
  it("measured power at the wall is met within a fifth", () => {
    const powers = checks.filter(({key}) => key.startsWith("power"));
    expect(powers).toHaveLength(4);
    for (const {error} of powers) expect(Math.abs(error)).toBeLessThan(0.2);
  });
  it(
    "measured power of accelerators that serve few users is met within a quarter: waiting draws no more than " +
      "being idle",
    () => {
      const only = ["power", "tdp", "measured_power"].map((name) => `measurement.${name}`);
      const run = evaluate(validation, assumptions, {only});
      const rest = Number(assumptions.parameter!.columns.server_power_ratio!.values[0]) - 1;
      const errors = keysOf(run, "measurement").flatMap((_, row) => {
        const measured = valueAt(run, "measurement.measured_power", row, 0);
        const [server, tdp] = ["power", "tdp"].map((name) => numberAt(run, `measurement.${name}`, row, 0));
        return typeof measured === "number" ? [(server! - rest * tdp!) / measured - 1] : [];
      });
      expect(errors).toHaveLength(6);
      expect(Math.max(...errors.map(Math.abs))).toBeLessThan(0.25);
      expect(Math.abs(errors.reduce((sum, error) => sum + error, 0) / errors.length)).toBeLessThan(0.1);
    }
  );
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
