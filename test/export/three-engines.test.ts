import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {runScenario} from "../../data-loaders/project.js";
import type {Run} from "../../lib/sheet/index.js";
import {project} from "../model/project.js";
import {disagreements} from "./agreement.js";
import {SqlModel} from "./duckdb.js";
import {office, recalculated} from "./libreoffice.js";
import {randomScenario, runOf} from "./random-scenario.js";

const months = 2;
const scenarios = fc.sample(randomScenario, {numRuns: 50, seed: 2026});
const random = scenarios.map((overrides) => runOf(overrides, months));
const named = (name: string, length?: number): Run => runScenario(project, name, [], length).run;

/** LibreOffice takes two or three seconds a workbook, so it gets fewer. */
const inOffice = 15;

describe.concurrent("engine and DuckDB agree to 1e-9", {timeout: 400_000}, () => {
  it.each([
    ["reference", 60],
    ["readme-baseline", 1]
  ])("on %s, all of its months", async (name, length) => {
    const run = named(name, length);
    expect(disagreements(run, await (await SqlModel.of(run)).cells(run))).toEqual([]);
  });
  it("on 50 random scenarios", async () => {
    const sql = await SqlModel.of(random[0]!);
    for (const [i, run] of random.entries())
      expect(disagreements(run, await sql.cells(run)), JSON.stringify(scenarios[i])).toEqual([]);
  });
  it.skipIf(office === undefined)("and LibreOffice: on both, and on the first of the random scenarios", async () => {
    const runs = [named("reference", 12), named("readme-baseline"), ...random.slice(0, inOffice)];
    const cells = await recalculated(runs);
    for (const [i, run] of runs.entries())
      expect(disagreements(run, cells[i]!), JSON.stringify(scenarios[i - 2])).toEqual([]);
  });
});

describe("random scenarios", () => {
  it("some lose values, and none all of them", () => {
    const lost = random.map((run) => missingIn(run) - missingIn(named("reference", months)));
    expect(Math.max(...lost)).toBeGreaterThan(1000);
    expect(Math.min(...lost)).toBeLessThan(10);
  });
});

function missingIn({cells}: Run): number {
  return [...cells.values()].reduce(
    (sum, {faults}) => sum + [...faults.values()].reduce((count, month) => count + month.size, 0),
    0
  );
}
