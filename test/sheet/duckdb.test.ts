import {DuckDBInstance, type DuckDBConnection} from "@duckdb/node-api";
import {beforeAll, describe, expect, it} from "vitest";
import {evaluate, valueAt, type Inputs, type Run} from "../../lib/sheet/index.js";
import {fiveRows, inputs} from "./five-rows.js";

/** The same model with more rows, so that groups differ, and with an accelerator that no one installs. */
const many: Inputs = {
  ...inputs,
  accelerator: {
    keys: ["big", "small", "spare"],
    columns: {vendor: {values: ["A", "B", "B"]}, tdp: {values: [1000, 500, 300]}}
  },
  cluster: {
    keys: Array.from({length: 40}, (_, i) => `c${i}`),
    columns: {
      gpu: {values: Array.from({length: 40}, (_, i) => (i % 3 === 0 ? "big" : "small"))},
      site: {values: Array.from({length: 40}, (_, i) => (i % 4 === 0 ? "colocated" : "owned"))},
      count: {values: Array.from({length: 40}, (_, i) => (i * 37) % 101)},
      added: {values: Array.from({length: 40}, (_, i) => i % 5)}
    }
  }
};
const months = 4;

describe("DuckDB agrees to 1e-9", () => {
  const run = evaluate(fiveRows, many, {months});
  let database: DuckDBConnection;
  beforeAll(async () => {
    database = await (await DuckDBInstance.create(":memory:")).connect();
    for (const table of ["accelerator", "cluster"]) await database.run(typed(table));
    await database.run(clusters);
  });

  it.each([
    [
      "lookup is a join",
      "cluster.board_power",
      "SELECT tdp FROM cluster JOIN accelerator ON gpu = accelerator.key ORDER BY cluster.row"
    ],
    [
      "rollup(sum) is a left join and a sum, 0 over no rows",
      "accelerator.installed",
      "SELECT coalesce(sum(count), 0) FROM accelerator LEFT JOIN cluster ON gpu = accelerator.key GROUP BY " +
        "accelerator.row ORDER BY accelerator.row"
    ],
    ["rollup(count) of a one-row table counts all rows", "market.clusters", "SELECT count(*) FROM cluster"],
    [
      "rollup(weighted_mean) is sum over sum",
      "market.mean_power",
      "SELECT sum(tdp * count) / sum(count) FROM cluster JOIN accelerator ON gpu = accelerator.key"
    ]
  ])("%s", async (_, id, sql) => expectClose(column(run, id, 0), await numbers(database, sql)));
  it.each([0, 1, 3])("previous, formula and rollup(sum) in month %d are a recursion and a sum", async (month) => {
    const of = (sql: string): Promise<number[]> =>
      numbers(database, `SELECT ${sql} FROM clusters WHERE month = ${month}`);
    expectClose(column(run, "cluster.size", month), await of("unnest(list(size ORDER BY row))"));
    expectClose(column(run, "cluster.power", month), await of("unnest(list(power ORDER BY row))"));
    expectClose(column(run, "cluster.rent", month), await of("unnest(list(rent ORDER BY row))"));
    expectClose(column(run, "market.energy_cost", month), await of("sum(energy_cost)"));
    expectClose(column(run, "market.biggest_power", month), await of("max(power)"));
  });
  it("rollup(argmax) is the first row of the greatest", async () => {
    const reader = await database.runAndReadAll(
      "SELECT key FROM clusters WHERE month = 3 ORDER BY power DESC, row LIMIT 1"
    );
    expect(valueAt(run, "market.biggest", 0, 3)).toBe(reader.getRows()[0]![0]);
  });
});

/** Clusters month by month: each month's size follows from the month before. */
const clusters = `CREATE TABLE clusters AS
WITH RECURSIVE sized AS (
  SELECT *, 0 AS month, count AS size FROM cluster
  UNION ALL
  SELECT * REPLACE (month + 1 AS month, size + added AS size) FROM sized WHERE month < ${months - 1}
)
SELECT sized.*, size * tdp / 1000 AS power, power * 730.5 / 1000 AS energy, energy * 1000 * 0.1 AS energy_cost,
  CASE WHEN site = 'colocated' THEN energy_cost / 2 ELSE 0 END AS rent
FROM sized JOIN accelerator ON gpu = accelerator.key`;

function typed(table: string): string {
  const {keys, columns} = many[table]!;
  const names = ["row", "key", ...Object.keys(columns)];
  const rows = keys.map((key, row) => [row, key, ...Object.values(columns).map(({values}) => values[row]!)]);
  const values = rows.map((row) => `(${row.map(literal).join(", ")})`).join(", ");
  return (
    `CREATE TABLE ${table} AS SELECT * FROM (VALUES ` +
    `${values}) AS t(${names.map((name) => `"${name}"`).join(", ")})`
  );
}

function literal(value: number | string): string {
  return typeof value === "number" ? `${value}::DOUBLE` : `'${value}'`;
}

function column(run: Run, id: string, month: number): number[] {
  const rows = run.inputs[id.split(".")[0]!]!.keys;
  return rows.map((_, row) => Number(valueAt(run, id, row, month)));
}

async function numbers(database: DuckDBConnection, sql: string): Promise<number[]> {
  const reader = await database.runAndReadAll(sql);
  return reader.getRows().map(([value]) => Number(value));
}

function expectClose(actual: number[], expected: number[]): void {
  expect(actual).toHaveLength(expected.length);
  actual.forEach((value, i) =>
    expect(Math.abs(value - expected[i]!)).toBeLessThanOrEqual(1e-9 * Math.abs(expected[i]!))
  );
}
