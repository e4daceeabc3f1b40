import {describe, expect, it} from "vitest";
import {gridOf} from "../../src/components/figure/grid.js";
import {placesIn} from "../../src/components/figure/sorted-table.js";

const grid = gridOf([
  {name: "b", value: 10},
  {name: "a", value: null},
  {name: "C", value: 9},
  {name: "d", value: NaN}
]);

describe("a sorted table", () => {
  it.each<[string, boolean, number[]]>([
    ["", false, [0, 1, 2, 3]],
    ["name", false, [1, 0, 2, 3]],
    ["name", true, [3, 2, 0, 1]],
    ["value", false, [2, 0, 1, 3]],
    ["value", true, [0, 2, 1, 3]]
  ])("by “%s”, descending %s, has missing values last", (column, descending, places) =>
    expect(placesIn(grid, {column, descending})).toEqual(places)
  );
});
