import fc from "fast-check";
import {expect, it} from "vitest";
import {goalLine, type Pair} from "../../lib/advice/goal-line.js";

const square = {low: -2, high: 2};

const offGoal = (lines: readonly (readonly Pair[])[], goal: number): Pair[] =>
  lines.flat().filter(({figure}) => !(Math.abs(figure - goal) <= 1e-9 * Math.abs(goal)));

it.each([
  ["a plane", (x: number, y: number) => x + 2 * y, 1, 1],
  ["a saddle", (x: number, y: number) => x * y, 0.5, 2],
  ["a hill, around its top", (x: number, y: number) => 5 - x * x - y * y, 3, 1],
  ["a ridge", (x: number) => 2 - x * x, 1, 2],
  ["a figure that never reaches the goal", (x: number, y: number) => x * x + y * y, -1, 0],
  ["a figure without values", () => NaN, 0, 0]
])("of %s", (_, figure, goal, count) => {
  const {lines} = goalLine(figure, goal, square, square);
  expect(lines).toHaveLength(count);
  expect(offGoal(lines, goal)).toEqual([]);
});

it("a line around a maximum is closed; an open one ends at the edges of the search range", () => {
  const [ring] = goalLine((x, y) => 5 - x * x - y * y, 3, square, square).lines;
  expect(ring!.at(-1)).toEqual(ring![0]);
  const [open] = goalLine((x, y) => x + 2 * y, 1, square, square).lines;
  expect([open![0]!, open!.at(-1)!].map(({across}) => Math.abs(across))).toEqual([2, 2]);
});

it("a line ends where the figure has no value", () => {
  const {lines} = goalLine((x, y) => (x < 0 ? NaN : x + y), 0.1, square, square);
  expect(lines).toHaveLength(1);
  expect(Math.min(...lines[0]!.map(({across}) => across))).toBe(0);
});

it("gives the nearest point if the goal is out of reach", () => {
  expect(goalLine((x, y) => x + y, 10, square, square).nearest).toEqual({across: 2, up: 2, figure: 4});
});

it("neighbours on a line are in neighbouring squares, and a line takes fewer than 160 runs", () => {
  fc.assert(
    fc.property(
      fc.double({min: 0.2, max: 3, noNaN: true}),
      fc.double({min: -2, max: 2, noNaN: true}),
      (slope, goal) => {
        let runs = 0;
        const {lines} = goalLine((x, y) => (++runs, Math.exp(x + slope * y)), Math.exp(goal), square, square);
        const far = lines.flatMap((line) =>
          line.slice(1).filter(({across, up}, i) => Math.hypot(across - line[i]!.across, up - line[i]!.up) > 1)
        );
        expect([far, lines.length, runs < 160]).toEqual([[], 1, true]);
      }
    )
  );
});
