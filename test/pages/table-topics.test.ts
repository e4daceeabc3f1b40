import {expect, test} from "vitest";
import {topicsOf} from "../../src/pages/sql/table-topics.js";
import {catalog} from "../export/published-tables.js";

const names = catalog.map(({name}) => name);

test("every published table stands in one group of the notebook's list, and no group holds another", () => {
  const groups = topicsOf(names);
  expect(groups.find(({title}) => title === "Others")).toBeUndefined();
  expect(groups.flatMap(({tables}) => tables).sort()).toEqual([...names].sort());
});

test("a table that no group names is still there", () => {
  expect(topicsOf(["cluster", "new_table"]).at(-1)).toEqual({title: "Others", tables: ["new_table"]});
});
