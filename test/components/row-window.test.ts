import {describe, expect, test} from "vitest";
import {ROW, rowWindow} from "../../src/components/cell/row-window.js";

describe.each([0, 5, 300, 200_000, 1_000_000, 50_000_000])("of %d rows", (length) => {
  const height = 350;
  const all = (top: number): number => {
    const {above, count, below} = rowWindow(length, top, height);
    return above + count * ROW + below;
  };

  test("few are in the box at any scroll position, and its height is constant", () => {
    const places = Array.from({length: 101}, (_, i) => (i / 100) * all(0));
    for (const top of places) {
      const {from, count} = rowWindow(length, top, height);
      expect(count).toBeLessThan(60);
      expect(from + count).toBeLessThanOrEqual(length);
      expect(Math.abs(all(top) - all(0))).toBeLessThan(2 * ROW);
    }
  });

  test("the first are at the top, the last at the end, and rows fill the visible part", () => {
    expect(rowWindow(length, 0, height).from).toBe(0);
    const end = rowWindow(length, all(0), height);
    expect(end.from + end.count).toBe(length);
    for (const top of [0, 0.3 * all(0), 0.7 * all(0)].filter((place) => place < all(0) - height)) {
      const {above, count} = rowWindow(length, top, height);
      expect(above).toBeLessThanOrEqual(top);
      expect(above + count * ROW).toBeGreaterThanOrEqual(Math.min(top + height, length * ROW));
    }
  });
});

test("the box is no taller than browsers can scroll", () => {
  const {above, count, below} = rowWindow(50_000_000, 0, 350);
  expect(above + count * ROW + below).toBeLessThan(10_000_000);
});
