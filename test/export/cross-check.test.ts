import {describe, expect, it} from "vitest";
import {runBacktest} from "../../data-loaders/run/project.js";
import {loadValidation} from "../../data-loaders/run/validation.js";
import {backtest} from "../../lib/validation/index.js";
import {crossCheckTable} from "../../lib/export/site-tables.js";
import {at, project, reference} from "../model/project.js";

const checking = {
  scenario: "reference",
  run: reference.run,
  serving: loadValidation().inputs,
  correlations: project.correlations,
  sources: project.models.get("chain")!.sources,
  draws: 32,
  tested: backtest({
    run: runBacktest(project),
    facts: project.facts,
    correlations: project.correlations,
    draws: 32
  })
};
const table = crossCheckTable({...checking, checks: project.checks});
const column = (name: string) => table.columns.find((one) => one.name === name)!.values;
const withCell = (cell: string, unit: string) => ({
  keys: ["one"],
  columns: {...project.checks.columns, cell: {values: [cell]}, unit: {values: [unit]}}
});

describe("crossCheckTable", () => {
  it("sets each published figure beside the cell that predicts it, in the published unit", () => {
    const row = project.checks.keys.indexOf("power-share-tco");
    const of = (name: string) => at(reference.run, `comparison.${name}`);
    const atFullLoad = (of("electricity_cost") * of("flat_out_power")) / of("it_power");
    const works = of("cost") - of("overhead") - of("fitting_charge") - of("fitting_cost");
    const share = atFullLoad / (works - of("electricity_cost") + atFullLoad);
    expect(Number(column("predicted")[row]) / share).toBeCloseTo(1, 9);
  });
  it("every figure has a prediction with a range, even if some draws serve no one", () => {
    for (const end of ["predicted", "low", "high", "error"])
      expect(column(end).map(Number).filter(Number.isFinite)).toHaveLength(project.checks.keys.length);
    expect(column("low")).not.toContain(null);
  });
  it("every figure has a source with a title and an address, or a note of the judgement", () => {
    const known = new Set(checking.sources.map(({title}) => title));
    const without = column("key").filter((_, i) => {
      const titles = String(column("source")[i]).split("; ");
      const judged = titles.includes("Judgement of the authors");
      return !titles.every((title) => known.has(title)) || (judged && column("note")[i] === "");
    });
    expect(without).toEqual([]);
    expect(column("key").filter((_, i) => column("url")[i] === "")).toEqual(["dies-814"]);
  });
  it("the error is predicted over published, less 1, or over the middle of the band", () =>
    column("error").forEach((error, i) => {
      const [low, high] = [Number(column("published_low")[i]), Number(column("published_high")[i])];
      const centre = Number(column("published")[i] ?? Math.sqrt(low * high));
      expect(error).toBeCloseTo(Number(column("predicted")[i]) / centre - 1, 12);
    }));
  it("names an unknown cell, with a suggestion", () =>
    expect(() => crossCheckTable({...checking, checks: withCell("comparison.capital_per_pwer", "USD/MW")})).toThrow(
      "did you mean capital_per_power?"
    ));
  it("refuses a unit that does not go with the cell's", () =>
    expect(() => crossCheckTable({...checking, checks: withCell("comparison.capital_per_power", "USD")})).toThrow(
      "USD does not go with the model's MUSD/MW"
    ));
  it("refuses a month outside the run, and an unknown row of serving", () => {
    expect(() => crossCheckTable({...checking, checks: withCell("comparison.cash@600", "USD")})).toThrow("month 600");
    expect(() => crossCheckTable({...checking, checks: withCell("serving_check[power-b20].predicted", "kW")})).toThrow(
      '"power-b20"'
    );
  });
});
