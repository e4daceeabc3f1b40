import {expect, it} from "vitest";
import {fitMeasurements, measuredInputs, withFit} from "../../lib/validation/index.js";
import {assumptions} from "./serving.js";

it("a fit does not depend on the fitted values that stand in the assumptions", () => {
  const [every, steps] = [16, 2];
  const wanted = new Set(assumptions.measurement!.keys.filter((_, row) => row % every === 0));
  const some = measuredInputs(assumptions, (key) => wanted.has(key));
  const found = fitMeasurements(some, steps);
  const moved = new Map([...found].map(([key, value]) => [key, 0.8 * value] as const));
  expect(fitMeasurements(withFit(some, moved), steps)).toEqual(found);
});
