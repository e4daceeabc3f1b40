import {expect, it} from "vitest";
import {goalSeek} from "../../lib/advice/goal-seek.js";
import {whatIf} from "../../lib/model/what-if.js";
import {numberAt} from "../../lib/sheet/index.js";
import {project, runWith} from "./project.js";

const chain = project.models.get("chain")!;
const month = 5;
const none = {overrides: [], formulas: [], start: "2026-12"};
const figure = "economy.cost_per_token";
const life = (value: string) => ({cell: "parameter.accelerator_life", value, place: "test"});

it("a what-if is the value of a whole run with the same inputs", () => {
  const valueOf = whatIf(chain, {scenario: none, figure, month});
  const whole = (cells: Record<string, string>): number => numberAt(runWith(cells, 12), figure, 0, month);
  expect(valueOf([])).toBe(whole({}));
  expect(valueOf([life("3.2")])).toBe(whole({"parameter.accelerator_life": "3.2"}));
  expect(valueOf([life("-1")])).toBeNaN();
});

it("a goal that is sought in a scenario is reached when the input is set", () => {
  const scenario = {...none, overrides: [{cell: "parameter.cost_of_capital", value: "0.1", place: "test"}]};
  const goal = whatIf(chain, {scenario: none, figure, month})([]);
  const valueOf = whatIf(chain, {scenario, figure, month});
  const {reached} = goalSeek((input) => valueOf([life(String(input))]), goal, 2, 8);
  expect(reached).toHaveLength(1);
  const set = {"parameter.cost_of_capital": "0.1", "parameter.accelerator_life": String(reached[0]!.input)};
  expect(Math.abs(numberAt(runWith(set, 12), figure, 0, month) / goal - 1)).toBeLessThan(1e-6);
});

it("a figure that is not there is refused with the nearest name", () => {
  expect(() => whatIf(chain, {scenario: none, figure: "economy.cost_per_tokens", month})).toThrow("cost_per_token");
});
