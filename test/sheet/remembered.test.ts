import fc from "fast-check";
import {expect, it} from "vitest";
import {remembered} from "../../lib/sheet/remembered.js";

const some = fc.constantFrom(0, -0, 1, 2, NaN, Infinity);

it("a function that keeps its results gives the same, signs of zero included", () =>
  fc.assert(
    fc.property(fc.array(fc.tuple(some, some, some), {maxLength: 60}), (calls) => {
      const of = (a: number, b: number, c: number) => a / b + 1 / c;
      const kept = remembered(of);
      for (const [a, b, c] of calls) expect(kept(a, b, c)).toBe(of(a, b, c));
    })
  ));

it("calls the function once for what it has just computed", () => {
  let calls = 0;
  const kept = remembered((a, b, c) => a + b + c + 0 * ++calls);
  for (let i = 0; i < 100; ++i) kept(1, 2, i % 10);
  expect(calls).toBe(10);
});
