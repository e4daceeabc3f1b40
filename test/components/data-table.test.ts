import {expect, it} from "vitest";
import {asText, edgesOf, setsOf, stepsOf} from "../../src/pages/sheet/data-table.js";

const across = {cell: "parameter.a", values: [1, 2]};
const down = {cell: "parameter.b", values: [10, 20]};

it("steps are equal, and include both ends", () => {
  expect(stepsOf(0.1, 0.3, 3)).toEqual([0.1, 0.2, 0.3]);
  expect(stepsOf(2, 2, 1)).toEqual([2]);
});

it("a table of two inputs has a set for each pair, row by row; one of one input has one row", () => {
  expect(setsOf(across, down).map((set) => set.map(({value}) => value))).toEqual([
    ["1", "10"],
    ["2", "10"],
    ["1", "20"],
    ["2", "20"]
  ]);
  expect(setsOf(across, undefined)).toEqual([[{cell: "parameter.a", value: "1"}], [{cell: "parameter.a", value: "2"}]]);
});

it("the line runs between cells on different sides of the goal, and round none without a value", () => {
  const edges = (values: number[]) => values.map((_, at) => edgesOf(values, 2, at, 5));
  expect(edges([1, 9, 1, 1])).toEqual([["right"], ["bottom"], [], []]);
  expect(edges([1, NaN, 9, 9])).toEqual([["bottom"], [], [], []]);
});

it("a table is copied with the values of its inputs", () => {
  expect(asText([5, 6, 7, 8], across, down)).toBe("\t1\t2\n10\t5\t6\n20\t7\t8");
  expect(asText([5, 6], across, undefined)).toBe("\t1\t2\n\t5\t6");
});
