import {describe, expect, it} from "vitest";
import {disagreements} from "../export/agreement.js";
import {published, random} from "../export/compared.js";
import {cellsInDuckdb} from "../export/duckdb.js";
import {runsAtOnce} from "./runs-at-once.js";

describe("DuckDB computes every value to 1e-9", {timeout: 1_500_000}, () => {
  it.each(published)("of $name, in all months", async ({run}) =>
    expect(disagreements(run, await cellsInDuckdb(run))).toEqual([])
  );
  it("of 25 random scenarios", async () => {
    const cells = await runsAtOnce(random.map(({run}) => run));
    for (const [i, {name, run}] of random.entries()) expect(disagreements(run, cells[i]!), name).toEqual([]);
  });
});
