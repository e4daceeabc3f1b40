import {describe, expect, it} from "vitest";
import {zeroLine} from "../../lib/finance/index.js";

describe("zeroLine", () => {
  it("passes between cells where a plane through them is 0", () =>
    expect(
      zeroLine([
        [-1, 1, 3],
        [-1, 1, 3]
      ])
    ).toEqual([{x1: 0.5, y1: 0, x2: 0.5, y2: 1}]));
  it("is there once from edge to edge of a slope", () =>
    expect(
      zeroLine([
        [-2, -1],
        [-1, 2]
      ])
    ).toEqual([{x1: 1, y1: expect.closeTo(1 / 3) as number, x2: expect.closeTo(1 / 3) as number, y2: 1}]));
  it("is nowhere in a table of one sign, or beside a missing value", () => {
    expect(
      zeroLine([
        [1, 2],
        [3, 4]
      ])
    ).toEqual([]);
    expect(
      zeroLine([
        [NaN, 1],
        [-1, 1]
      ])
    ).toEqual([]);
  });
});
