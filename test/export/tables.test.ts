import {readdirSync, readFileSync} from "node:fs";
import {DuckDBInstance} from "@duckdb/node-api";
import {parquetReadObjects} from "hyparquet";
import {describe, expect, it} from "vitest";
import {parquet, runTables, type PublishedTable} from "../../lib/export/index.js";
import {design} from "../../lib/uncertainty/design.js";
import {at, reference} from "../model/project.js";
import {catalog, columnOf, folder, metadataOf, rowsOf} from "./published-tables.js";

describe("published tables", () => {
  it("each has a file, and each file a table", () => {
    const files = readdirSync(folder).filter((name) => name.endsWith(".parquet"));
    expect(files.sort()).toEqual(catalog.map(({name}) => `${name}.parquet`).sort());
  });
  it("every table that a page reads is published", () => {
    const published = new Set(catalog.map(({name}) => name));
    expect([...attached()].filter((name) => !published.has(name))).toEqual([]);
  });
  it("every column and every table has a description", () => {
    expect(catalog.filter(({description}) => description === "")).toEqual([]);
    expect(
      catalog.flatMap(({name, columns}) =>
        columns.filter(({description}) => description === "").map((column) => `${name}.${column.name}`)
      )
    ).toEqual([]);
  });
  it("all columns of a table have the same length", () => {
    const lengths = catalog.flatMap(({name, rows}) =>
      [...valuesByColumn(name)].filter(([, values]) => values !== rows).map(([column]) => `${name}.${column}`)
    );
    expect(lengths).toEqual([]);
  });
  it("the dictionary names every column of the models", async () => {
    const columns = await rowsOf("columns");
    expect(columns).toHaveLength(new Set(columns.map(({table, column}) => `${String(table)}.${String(column)}`)).size);
    const told = new Set(columns.map(({table}) => table));
    expect(catalog.map(({name}) => name).filter((name) => !told.has(name))).toEqual(["columns"]);
  });
  it("a headline's central value lies where its draws are", async () => {
    const headline = await rowsOf("headline");
    const inside = headline.filter(
      ({central, low, high}) => Number(central) >= Number(low) && Number(central) <= Number(high)
    );
    expect(inside.length / headline.length).toBeGreaterThan(0.95);
  });
  it("the bridge goes from 399.34 to our figure in steps that add up", async () => {
    const multiplier = (await columnOf("bridge", "multiplier")).map(Number);
    const change = (await columnOf("bridge", "change")).map(Number);
    expect(multiplier[0]).toBeCloseTo(399.33857700277736, 9);
    expect(multiplier[0]! + change.reduce((sum, step) => sum + step, 0)).toBeCloseTo(multiplier.at(-1)!, 9);
  });
});

describe("tables of draws", () => {
  it("hold all draws, in columns with distinct names", async () => {
    const names = catalog.find(({name}) => name === "draw")!.columns.map(({name}) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.every((name) => /^[a-z][a-z0-9_]*$/.test(name))).toBe(true);
    expect(await columnOf("draw", "value_per_cost")).toHaveLength(design.draws);
  });
  it("agree: a series' quantiles are the headline's to the 0.8 % that counting in buckets costs", async () => {
    const exact = (await rowsOf("headline")).filter(
      ({scenario, figure}) => scenario === "reference" && figure === "tokens"
    );
    const counted = (await rowsOf("quantile")).filter(({table, column}) => table === "economy" && column === "tokens");
    expect(exact).toHaveLength(60);
    const off = exact.map(({low}, i) => Math.abs(Number(counted[i]!.p05) / Number(low) - 1));
    expect(Math.max(...off)).toBeLessThan(0.008);
  });
  it("swing around the central value, and name existing drivers", async () => {
    const drivers = new Set(await columnOf("driver", "driver"));
    const swings = await rowsOf("swing");
    expect(swings.every(({driver}) => drivers.has(driver!))).toBe(true);
    const central = Number(swings.find(({figure}) => figure === "value_per_cost")!.central);
    expect(central / at(reference.run, "economy.value_per_cost")).toBeCloseTo(1, 9);
    const headline = (await rowsOf("headline")).find(
      ({scenario, figure}) => scenario === "reference" && figure === "value_per_cost"
    )!;
    expect(headline.central).toBe(Math.fround(central));
  });
});

describe("parquet", () => {
  const tables = runTables([{scenario: "reference", run: reference.run}]);
  const named = (name: string): PublishedTable => tables.find((table) => table.name === name)!;
  it("holds the same values, and null where a value is missing", async () => {
    const accelerators = await parquetReadObjects({file: parquet(named("accelerator"), "hash").slice().buffer});
    const row = accelerators.find(({scenario, key}) => scenario === "reference" && key === "tpu-v7")!;
    expect(row.cost_to_make).toBeNull();
    const {values} = named("accelerator").columns.find(({name}) => name === "tdp")!;
    expect(accelerators.map(({tdp}) => tdp as unknown)).toEqual(values);
  });
  it("gives the same bytes twice", () =>
    expect(Buffer.compare(parquet(named("cluster"), "hash"), parquet(named("cluster"), "hash"))).toBe(0));
  it(
    "is read by DuckDB, which finds the ledger balanced and the clusters' revenue to be the providers' " + "rent",
    async () => {
      const connection = await (await DuckDBInstance.create(":memory:")).connect();
      const ask = async (sql: string) =>
        (await connection.runAndReadAll(sql.replaceAll(/FROM (\w+)/g, `FROM '${folder}/$1.parquet'`))).getRows();
      expect(
        await ask(`SELECT count(*)::int FROM\n (
        SELECT scenario, date, sum(inflow) i, sum(outflow) o FROM account GROUP BY ALL
      ) WHERE abs(i / o - 1) > 1e-9`)
      ).toEqual([[0]]);
      const [[revenue]] = (await ask("SELECT sum(revenue) FROM cluster WHERE scenario = 'reference'")) as [[number]];
      const [[rent]] = (await ask("SELECT sum(rent) FROM deployment WHERE scenario = 'reference'")) as [[number]];
      expect(revenue / rent).toBeCloseTo(1, 9);
    }
  );
});

/** The tables that pages, and modules of pages, attach. */
function attached(): Set<string> {
  const files = readdirSync("src", {recursive: true, encoding: "utf8"}).filter((name) =>
    /^(?!lib|\.)[^.]+\.(md|ts)$/.test(name)
  );
  const sources = files.map((name) => readFileSync(`src/${name}`, "utf8"));
  return new Set(sources.flatMap((text) => Array.from(text.matchAll(/data\/(\w+)\.parquet"/g), ([, name]) => name!)));
}

/** Number of values in each column of a table's file. */
function valuesByColumn(table: string): Map<string, number> {
  const values = new Map<string, number>();
  for (const {columns} of metadataOf(table).row_groups)
    for (const {meta_data} of columns) {
      const name = meta_data!.path_in_schema.join(".");
      values.set(name, (values.get(name) ?? 0) + Number(meta_data!.num_values));
    }
  return values;
}
