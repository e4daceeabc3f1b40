import {describe, expect, it} from "vitest";
import {isBooked, ledgerValue, type ScenarioRun} from "../../lib/model/index.js";
import {cellAt, valueAt} from "../../lib/sheet/index.js";
import {runScenario} from "../../data-loaders/run/project.js";
import {cellBehind, cellOf, type CellMark} from "../../src/components/inspector/origin.js";
import {register} from "../../src/components/rows/row-source.js";
import {project} from "../model/project.js";
import {catalog, cellsIn, sampleOf, type Value} from "./published-tables.js";

const tables = catalog.map(({name, columns}) => ({name, columns, cells: cellsIn(name)}));
const withCells = tables.filter(({cells}) => cells.kind !== "none");

describe("a published table states the model's cells that it holds", () => {
  it("a table of the model or the ledger: each row is a row of the model", () => {
    expect(cellsIn("cluster")).toEqual({kind: "row", row: "cluster[{key}]"});
    expect(cellsIn("flow")).toEqual({kind: "row", row: "flow[{payer_sector} > {payee_sector} > {good}]"});
  });
  it("one of headline figures, the central value of each row", () =>
    expect(cellsIn("headline")).toEqual({kind: "about", cell: "economy.{figure}", columns: ["central"]}));
  it("one of studies beside the model, none", () => {
    for (const name of ["rental_history", "benchmark", "measurement", "lever"]) expect(cellsIn(name).kind).toBe("none");
  });
  it.each(withCells)("$name, by columns that it has", ({columns, cells}) => {
    const known = columns.map(({name}) => name);
    expect(known).toEqual(expect.arrayContaining(named(cells)));
  });
});

describe("the cells of a published table are those of a run", () => {
  it.each(withCells)("$name", async ({name, columns, cells}) => {
    const rows = register(await sampleOf(name), {table: name, cells});
    for (const row of rows) {
      const behind = cellBehind(row);
      if (behind) valueOf(behind);
      if (cells.kind === "row")
        for (const {name: column, type} of columns) if (type === "number") compare(row[column]!, cellOf(row, column));
    }
  });
  it("inputs of tables outside the model are not cells", () => {
    const cells = cellsIn("assumption");
    const row = (table: string) =>
      register([{table, key: "a", column: "b", central: 1}], {table: "assumption", cells})[0]!;
    expect(cellOf(row("accelerator"), "central")).toEqual({cell: "accelerator[a].b", scenario: "reference"});
    expect(cellOf(row("readme_parameter"), "central")?.scenario).toBe("readme-baseline");
    expect(cellOf(row("lever"), "central")).toBeUndefined();
    expect(cellBehind(row("readme_correction"))).toBeUndefined();
  });
});

/** The columns that a table's addresses name. */
function named(cells: ReturnType<typeof cellsIn>): string[] {
  if (cells.kind === "none") return [];
  const fields = Array.from(
    (cells.kind === "row" ? cells.row : cells.cell).matchAll(/\{(\w+)\}/g),
    ([, name]) => name!
  );
  return cells.kind === "row" ? fields : [...fields, ...cells.columns];
}

/** A published number equals its cell, in single precision if stored so. */
function compare(published: Value, mark: CellMark | undefined): void {
  const value = Number(valueOf(mark!));
  if (typeof published !== "number") return;
  expect(Math.abs(value - published), mark!.cell).toBeLessThanOrEqual(1e-6 * Math.abs(published));
}

/** The value of a cell in the run of its scenario. Throws an `InputError` for an unknown cell. */
function valueOf({cell, scenario}: CellMark): unknown {
  const {run} = runOf(scenario);
  if (isBooked(cell)) return ledgerValue(run, cell).value;
  const {column, row, month} = cellAt(run, cell);
  return valueAt(run, column.id, row, month);
}

const runs = new Map<string, ScenarioRun>();

function runOf(scenario: string): ScenarioRun {
  const known = runs.get(scenario) ?? runScenario(project, scenario);
  runs.set(scenario, known);
  return known;
}
