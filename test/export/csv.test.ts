import {expect, test} from "vitest";
import {csv} from "../../lib/export/csv.js";
import {gridOf} from "../../src/components/figure/grid.js";

test("csv quotes what needs it, keeps numbers in full and leaves missing cells empty", () => {
  const rows = [
    {name: 'a "b", c', price: 0.1 + 0.2, date: new Date("2026-12-01")},
    {name: "two\nlines", price: null, date: null}
  ];
  expect(csv(gridOf(rows))).toBe('name,price,date\n"a ""b"", c",0.30000000000000004,2026-12-01\n"two\nlines",,\n');
});
