import {describe, expect, it} from "vitest";
import {fitLogistic, logistic} from "../../lib/model/index.js";
import {project} from "./project.js";

describe("fitLogistic(times, counts)", () => {
  it("finds the curve that counts were taken from", () => {
    const curve = {potential: 1000, imitation: 0.2, midpoint: 20};
    const times = [0, 6, 12, 18, 24, 27];
    const fitted = fitLogistic(
      times,
      times.map((time) => logistic(curve, time))
    );
    expect(fitted.error).toBeLessThan(0.01);
    expect(fitted.potential / curve.potential).toBeCloseTo(1, 1);
    expect(fitted.imitation / curve.imitation).toBeCloseTo(1, 1);
  });
  it("fits the published users of ChatGPT within 8 %, growing by 1 to 2 a year while users were few", () => {
    const {counted, users} = project.history.inputs.user_count!.columns;
    const fitted = fitLogistic(counted!.values.map(Number), users!.values.map(Number));
    expect(fitted.error).toBeLessThan(0.08);
    expect(12 * fitted.imitation).toBeGreaterThan(1);
    expect(12 * fitted.imitation).toBeLessThan(2);
  });
});
