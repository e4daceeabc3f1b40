import {describe, expect, it} from "vitest";
import {override} from "../../lib/model/scenario.js";
import {scenarioText} from "../../lib/model/scenario-text.js";
import {readScenario} from "../../lib/model/scenario.js";
import {DefinitionError, InputError} from "../../lib/sheet/index.js";
import {prepare} from "../../lib/uncertainty/study.js";
import {project} from "./project.js";

const {model, inputs} = project.models.get("chain")!;
const set = (cells: Record<string, string>) =>
  override(
    model,
    inputs,
    Object.entries(cells).map(([cell, value]) => ({cell, value, place: "test"}))
  );
const price = (held: typeof inputs, region: string) =>
  held.region!.columns.power_price!.values[held.region!.keys.indexOf(region)];
const texas = price(inputs, "texas") as number;

describe("a text that begins with = gives one input cell a value", () => {
  it.each([
    ["a number, in the unit of the cell", "=0.0892*1.1", 0.0892 * 1.1],
    ["another cell", "=region[texas].power_price * 1.2", texas * 1.2],
    ["a cell of its own row", "=water_price / water_price * region[texas].power_price", texas],
    ["functions", "=max(region[texas].power_price, 0)", texas],
    ["a parameter", "=parameter.accelerator_life / parameter.accelerator_life * region[texas].power_price", texas]
  ])("%s", (_, text, expected) => {
    const changed = set({"region[virginia].power_price": text});
    expect(price(changed, "virginia")).toBeCloseTo(expected, 12);
    expect(price(changed, "iowa")).toBe(price(inputs, "iowa"));
  });

  it("follows what it reads, in whatever order they are set", () => {
    const changed = set({
      "region[virginia].power_price": "=region[iowa].power_price * 2",
      "region[iowa].power_price": "=region[texas].power_price * 3",
      "region[texas].power_price": "0.05"
    });
    expect(price(changed, "virginia")).toBeCloseTo(0.3, 12);
  });

  it("gives way to a number that is set later", () =>
    expect(
      price(
        override(model, inputs, [
          {cell: "region[texas].power_price", value: "=0.1", place: "parent"},
          {cell: "region[texas].power_price", value: "0.2", place: "child"}
        ]),
        "texas"
      )
    ).toBe(0.2));

  it.each([
    ["an unknown column", "=region[iowa].power_prise", InputError, "did you mean power_price?"],
    ["an unknown row", "=region[iowas].power_price", InputError, "did you mean iowa?"],
    ["a computed column", "=cluster[atlas-b200].levelised_cost", InputError, "cluster.levelised_cost is computed"],
    ["a column that is looked up", "=facility[ashburn].power_price", InputError, "facility.power_price is computed"],
    ["a unit that does not fit", "=region[iowa].water_price", DefinitionError, "unit mismatch"],
    ["itself", "=region[virginia].power_price * 2", InputError, "circular reference"],
    ["an end too early", "=region[texas].power_price *", DefinitionError, "\n  region[texas].power_price *\n"],
    ["a word too many", "=region[texas].power_price 2", DefinitionError, "\n  region[texas].power_price 2\n"],
    ["decimals behind a comma", "=0,0892 * 1,1", DefinitionError, "use a decimal point, not a comma"],
    ["a power as spreadsheets write it", "=2 ^ 3", DefinitionError, "for powers, use a ** b"],
    ["a choice as spreadsheets write it", "=IF(1, 2, 3)", DefinitionError, "use test ? a : b"],
    ["no number", "=1/0", InputError, "has no value"]
  ] as const)("refuses %s", (_, text, kind, message) => {
    const attempt = () => set({"region[virginia].power_price": text});
    expect(attempt).toThrow(kind);
    expect(attempt).toThrow(message);
  });

  it("stands in YAML as it was typed", () => {
    const overrides = [{cell: "region[virginia].power_price", value: "=region[texas].power_price * 1.2"}];
    const text = scenarioText({title: "Mine", description: "", parent: "reference", overrides, formulas: []});
    expect(readScenario("mine", text, "mine.yaml").overrides).toMatchObject(overrides);
  });

  it("has a value of its own in each draw", () => {
    const cell = "region[virginia].power_price";
    const study = {
      inputs: set({[cell]: "=region[texas].power_price * 1.2"}),
      months: 1,
      start: "2026-12",
      design: {spread: "latin", draws: 64, seed: 1} as const,
      correlations: [],
      outputs: [cell, "region[texas].power_price", "facility[ashburn].power_price"],
      at: [0],
      series: []
    };
    const {values} = prepare(model, study).run(0, 64);
    const off = Array.from({length: 64}, (_, draw) => Math.abs(values[draw]! / values[64 + draw]! - 1.2));
    expect(Math.max(...off)).toBeLessThan(1e-12);
    expect(new Set(values.subarray(0, 64)).size).toBe(64);
  });
});
