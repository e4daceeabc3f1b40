import {parquetMetadata} from "hyparquet";
import {expect, it} from "vitest";
import {openingRows} from "../../src/components/rows/opening-rows.js";
import {placeIn} from "../../src/components/rows/row-source.js";
import {fileOf, rowsOf} from "../export/published-tables.js";

it("the rows of a table's first month are those of the whole table, and know their places in it", async () => {
  const columns = ["scenario", "date", "key", "count"];
  const file = fileOf("cluster");
  const rows = await openingRows(file, parquetMetadata(file), columns);
  const all = await rowsOf("cluster");
  const first = Math.min(...all.map(({date}) => Number(date)));
  const expected = all.filter(({date}) => Number(date) === first);
  expect(rows).toEqual(expected.map((row) => Object.fromEntries(columns.map((name) => [name, row[name]]))));
  expect(rows.length).toBeLessThan(all.length);
  expect(rows.map((row) => all[placeIn(row)!])).toEqual(expected);
});
