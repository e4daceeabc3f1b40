import {expect, it} from "vitest";
import {numberIn} from "../../src/components/rows/row-values.js";
import {costParts} from "../../src/pages/neoclouds/costs.js";
import type {Cluster} from "../../src/pages/neoclouds/data.js";
import {questions} from "../../src/pages/sql/questions.js";
import {memory} from "../export/duckdb.js";
import {folder, rowsOf} from "../export/published-tables.js";

it("the parts of a GPU-hour's cost add up to it, at every cluster in every month", async () => {
  const clusters = (await rowsOf("cluster")) as unknown as Cluster[];
  const sold = clusters.filter((cluster) => numberIn(cluster, "sold_hours") > 0);
  const ratio = (cluster: Cluster): number => costParts(cluster).at(-1)!.to / numberIn(cluster, "levelised_cost");
  const apart = sold.filter((cluster) => Math.abs(ratio(cluster) - 1) > 1e-6);
  expect(sold.length).toBeGreaterThan(0);
  expect(apart.map(({key, date}) => [key, date])).toEqual([]);
});

it("in the notebook's question, parts and profit add up to the price of a GPU-hour", async () => {
  const database = await memory();
  await database.run(`CREATE VIEW cluster AS FROM '${folder}/cluster.parquet'`);
  const {query} = questions.find(({id}) => id === "gpu-hour")!;
  const rows = (await database.runAndReadAll(query)).getRowsJson();
  const ratios = rows.map(([, price, ...parts]) => parts.map(Number).reduce((sum, part) => sum + part) / Number(price));
  expect(ratios.length).toBeGreaterThan(0);
  expect(ratios.filter((ratio) => Math.abs(ratio - 1) > 1e-6)).toEqual([]);
});
