import fc from "fast-check";
import {expect, it} from "vitest";
import {goalSeek} from "../../lib/advice/goal-seek.js";

it.each([
  ["rises once", (x: number) => x * x * x, 8, [2]],
  ["reaches the goal twice", (x: number) => x * x, 2, [-Math.SQRT2, Math.SQRT2]],
  ["reaches it at a point that is tried", (x: number) => x, 0, [0]],
  ["never reaches it", (x: number) => x * x, -1, []],
  ["has no value on the way", (x: number) => (x < 0 ? NaN : x - 0.1), 0, [0.1]],
  ["has no value at all", () => NaN, 0, []]
])("a figure that %s", (_, figure, goal, expected) => {
  const {reached} = goalSeek(figure, goal, -4, 4);
  expect(reached.map(({input}) => Number(input.toPrecision(12)))).toEqual(
    expected.map((one) => Number(one.toPrecision(12)))
  );
});

it("gives the nearest point if the goal is out of reach", () => {
  expect(goalSeek((x) => x, 10, 0, 4).nearest).toEqual({input: 4, figure: 4});
  expect(goalSeek(() => NaN, 10, 0, 4).nearest).toBeUndefined();
});

it("solutions give the goal to 1e-12, in fewer than 80 runs", () => {
  fc.assert(
    fc.property(fc.double({min: 0.1, max: 10, noNaN: true}), fc.double({min: 0.2, max: 3.9, noNaN: true}), (k, at) => {
      let runs = 0;
      const figure = (x: number): number => (++runs, Math.exp(-k * x));
      const goal = Math.exp(-k * at);
      const {reached} = goalSeek(figure, goal, 0, 4);
      return reached.length === 1 && Math.abs(reached[0]!.figure / goal - 1) < 1e-12 && runs < 80;
    })
  );
});

it("a figure that jumps over its goal does not reach it, and the jump is reported", () => {
  const {reached, jumps} = goalSeek((x) => (x < 1 ? x : x + 5), 3, -4, 4);
  expect([reached, jumps.map(({input}) => input)]).toEqual([[], [expect.closeTo(1, 12)]]);
});
