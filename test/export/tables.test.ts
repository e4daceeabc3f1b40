import {readdirSync} from "node:fs";
import {DuckDBInstance} from "@duckdb/node-api";
import {parquetReadObjects} from "hyparquet";
import {mkdtempSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {describe, expect, it} from "vitest";
import {plans} from "../../data-loaders/run/plan.js";
import {simulate} from "../../data-loaders/run/simulate.js";
import {parquet, type PublishedTable} from "../../lib/export/index.js";

const tables = [...simulate(), ...(await plans()).tables];
const named = (name: string): PublishedTable => tables.find((table) => table.name === name)!;
const column = (table: string, name: string) => named(table).columns.find((one) => one.name === name)!.values;

describe("published tables", () => {
  it("each has a loader, and each loader a table", () => {
    const loaders = readdirSync("data-loaders")
      .filter((name) => name.endsWith(".parquet.ts"))
      .map((name) => name.replace(".parquet.ts", ""));
    expect(loaders.sort()).toEqual(tables.map(({name}) => name).sort());
  });
  it("every column has a sentence, every table too", () => {
    expect(tables.filter(({description}) => description === "")).toEqual([]);
    expect(
      tables.flatMap(({name, columns}) =>
        columns.filter(({description}) => description === "").map((one) => `${name}.${one.name}`)
      )
    ).toEqual([]);
  });
  it("columns of a table are of one length", () => {
    for (const {columns} of tables) expect(new Set(columns.map(({values}) => values.length)).size).toBe(1);
  });
  it("the dictionary names every column of the models", () =>
    expect(column("columns", "column")).toHaveLength(
      new Set(column("columns", "table").map((table, i) => `${table}.${column("columns", "column")[i]}`)).size
    ));
  it("a headline's central value lies where its draws are", () => {
    const inside = column("headline", "central").filter(
      (value, i) =>
        Number(value) >= Number(column("headline", "low")[i]) && Number(value) <= Number(column("headline", "high")[i])
    );
    expect(inside.length / column("headline", "central").length).toBeGreaterThan(0.95);
  });
  it("the bridge goes from 399.34 to our figure in steps that add up", () => {
    const multiplier = column("bridge", "multiplier").map(Number);
    const change = column("bridge", "change").map(Number);
    expect(multiplier[0]).toBeCloseTo(399.33857700277736, 9);
    expect(multiplier[0]! + change.reduce((sum, one) => sum + one, 0)).toBeCloseTo(multiplier.at(-1)!, 9);
  });
});

describe("tables of draws", () => {
  it("hold 4,096 draws in columns with names of their own", () => {
    const names = named("draw").columns.map(({name}) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.every((name) => /^[a-z][a-z0-9_]*$/.test(name))).toBe(true);
    expect(column("draw", "value_per_cost")).toHaveLength(4096);
  });
  it("agree: a series' quantiles are the headline's to the 0.4 % that counting in buckets costs", () => {
    const rows = (name: string, fields: string[], wanted: (row: unknown[]) => boolean) =>
      column(name, fields[0]!)
        .map((_, i) => fields.map((field) => column(name, field)[i]))
        .filter(wanted);
    const exact = rows(
      "headline",
      ["scenario", "figure", "low"],
      (row) => row[0] === "reference" && row[1] === "tokens"
    );
    const counted = rows("quantile", ["table", "column", "p05"], (row) => row[0] === "economy" && row[1] === "tokens");
    expect(exact).toHaveLength(60);
    const off = exact.map(([, , low], i) => Math.abs(Number(counted[i]![2]) / Number(low) - 1));
    expect(Math.max(...off)).toBeLessThan(0.006);
  });
  it("swing around the central value, and name drivers that there are", () => {
    const drivers = new Set(column("driver", "driver"));
    expect(column("swing", "driver").every((driver) => drivers.has(driver))).toBe(true);
    const first = column("swing", "figure").indexOf("value_per_cost");
    const at = column("headline", "figure").findIndex(
      (figure, i) => figure === "value_per_cost" && column("headline", "scenario")[i] === "reference"
    );
    expect(Number(column("swing", "central")[first]) / Number(column("headline", "central")[at])).toBeCloseTo(1, 9);
  });
});

describe("parquet", () => {
  it("holds the same values, and null where a value is missing", async () => {
    const accelerators = await parquetReadObjects({file: parquet(named("accelerator"), "hash").slice().buffer});
    const row = accelerators.find(({scenario, key}) => scenario === "reference" && key === "tpu-v7")!;
    expect(row.cost_to_make).toBeNull();
    expect(accelerators.map(({tdp}) => tdp as unknown)).toEqual(column("accelerator", "tdp"));
  });
  it("gives the same bytes twice", () =>
    expect(Buffer.compare(parquet(named("cluster"), "hash"), parquet(named("cluster"), "hash"))).toBe(0));
  it("is read by DuckDB, which finds the ledger balanced and the clusters' revenue to be the providers' rent", async () => {
    const folder = mkdtempSync(`${tmpdir()}/token-factory-`);
    for (const name of ["account", "cluster", "deployment"])
      writeFileSync(`${folder}/${name}.parquet`, parquet(named(name), "hash"));
    const connection = await (await DuckDBInstance.create(":memory:")).connect();
    const ask = async (sql: string) =>
      (await connection.runAndReadAll(sql.replaceAll(/FROM (\w+)/g, `FROM '${folder}/$1.parquet'`))).getRows();
    expect(
      await ask(
        "SELECT count(*)::int FROM (SELECT scenario, date, sum(inflow) i, sum(outflow) o FROM account GROUP BY ALL) WHERE abs(i / o - 1) > 1e-9".replace(
          "FROM (",
          "FROM\n("
        )
      )
    ).toEqual([[0]]);
    const [[revenue]] = (await ask("SELECT sum(revenue) FROM cluster WHERE scenario = 'reference'")) as [[number]];
    const [[rent]] = (await ask("SELECT sum(rent) FROM deployment WHERE scenario = 'reference'")) as [[number]];
    expect(revenue / rent).toBeCloseTo(1, 9);
  });
});
