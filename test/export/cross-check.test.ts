import {describe, expect, it} from "vitest";
import {crossCheckTable} from "../../lib/export/site-tables.js";
import {at, project, reference} from "../model/project.js";

const drawing = {design: {spread: "latin", draws: 32, seed: 1}, correlations: []} as const;
const table = crossCheckTable({reference, published: project.published, drawing, sources: []});
const column = (name: string) => table.columns.find((one) => one.name === name)!.values;
const withCell = (cell: string, unit: string) => ({
  keys: ["one"],
  columns: {...project.published.columns, cell: {values: [cell]}, unit: {values: [unit]}}
});

describe("crossCheckTable", () => {
  it("sets each published figure beside the cell that predicts it, in the published unit", () => {
    const row = project.published.keys.indexOf("neocloud-revenue-per-power");
    const yearly = 12 * (at(reference.run, "economy.neocloud_revenue") / at(reference.run, "economy.it_capacity"));
    expect(Number(column("predicted")[row]) / yearly).toBeCloseTo(1, 9);
  });
  it("every prediction has a range, also where some draws serve nobody", () => {
    for (const end of ["low", "high"]) expect(column(end).map(Number).filter(Number.isFinite)).toHaveLength(14);
    expect(column("low")).not.toContain(null);
  });
  it("the error is predicted over published, less 1", () =>
    column("error").forEach((error, i) =>
      expect(error).toBeCloseTo(Number(column("predicted")[i]) / Number(column("published")[i]) - 1, 12)
    ));
  it("names a cell that is not there, with the near miss", () =>
    expect(() =>
      crossCheckTable({reference, published: withCell("comparison.capital_per_pwer", "USD/MW"), drawing, sources: []})
    ).toThrow("did you mean capital_per_power?"));
  it("refuses a unit that does not go with the cell's", () =>
    expect(() =>
      crossCheckTable({reference, published: withCell("comparison.capital_per_power", "USD"), drawing, sources: []})
    ).toThrow("USD does not go with the model's MUSD/MW"));
});
