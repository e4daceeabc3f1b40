import {expect, it} from "vitest";
import type {Run} from "../../lib/sheet/index.js";
import {runWith} from "../model/project.js";
import {random} from "./compared.js";

it("some random scenarios have missing values, but none only those", () => {
  const known = missingIn(runWith({}, 2));
  const lost = random.map(({run}) => missingIn(run) - known);
  expect(Math.max(...lost)).toBeGreaterThan(1000);
  expect(Math.min(...lost)).toBeLessThan(10);
});

function missingIn({cells}: Run): number {
  return [...cells.values()].reduce(
    (sum, {faults}) => sum + [...faults.values()].reduce((count, month) => count + month.size, 0),
    0
  );
}
