import {readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {chain} from "../../lib/model/index.js";
import {overrideFormulas, evaluate, numberAt} from "../../lib/sheet/index.js";
import {project} from "./project.js";

describe("a formula that is shown as an example works", () => {
  it.each([
    ["docs/guide.md", "fleet.it_capacity", "c.gpus * c.provisioned_power"],
    ["docs/guide.md", "economy.output_per_kwh", "[USD/kWh] c.productivity_value / c.grid_energy"]
  ])("%s: %s", (file, column, text) => {
    expect(readFileSync(file, "utf8")).toContain(text);
    const run = evaluate(overrideFormulas(chain, [{column, text}]), project.models.get("chain")!.inputs, {months: 1});
    expect(numberAt(run, column, 0, 0)).toBeGreaterThan(0);
  });
});

it("the Method page lists the functions that formulas may call from the model's own", () => {
  expect(readFileSync("src/method.md", "utf8")).toContain("formulas may call ${functionNames()}");
  expect(readFileSync("src/pages/method/words.ts", "utf8")).toContain("Object.entries(functions)");
});
