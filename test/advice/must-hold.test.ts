import {beforeAll, expect, it} from "vitest";
import {mustHold, type Required} from "../../lib/advice/must-hold.js";
import {whatIf} from "../../lib/model/what-if.js";
import {project} from "../model/project.js";

const chain = project.models.get("chain")!;
const question = {
  scenario: {overrides: [], formulas: [], start: "2026-12"},
  figure: "economy.cost_per_token",
  month: 3
};
const valueOf = whatIf(chain, question);
const now = valueOf([]);
const goal = 0.97 * now;
const set = (cell: string, value: number): number => valueOf([{cell, value: String(value), place: "test"}]);
let found: Required[];

beforeAll(() => {
  found = [...mustHold(chain, question, goal)];
});

it("inputs are ordered by their swings, which equal those of single runs", () => {
  const widths = found.map(({at_low, at_high}) => Math.abs(at_high - at_low));
  expect(widths).toEqual([...widths].sort((a, b) => b - a));
  const [{driver, at_low, at_high}] = found as [Required];
  expect(set(driver.cell, driver.low) / at_low).toBeCloseTo(1, 9);
  expect(set(driver.cell, driver.high) / at_high).toBeCloseTo(1, 9);
});

it("each required value alone brings the figure to the goal", () => {
  const known = found.filter(({value}) => value !== undefined);
  expect(known.length).toBeGreaterThan(2);
  expect(known.filter(({driver, value}) => !(Math.abs(set(driver.cell, value!) / goal - 1) < 1e-6))).toEqual([]);
});

it("a value lies within its range if the goal lies between the figures at its ends; jumps are separate", () => {
  const between = ({at_low, at_high}: Required): boolean => (at_low - goal) * (at_high - goal) < 0;
  const within = ({driver, value = NaN, jump = value}: Required): boolean => jump >= driver.low && jump <= driver.high;
  expect(found.filter((one) => between(one) && !within(one))).toEqual([]);
  const jumps = found.filter(({jump}) => jump !== undefined);
  expect(jumps).not.toEqual([]);
  expect(jumps.filter(({driver, jump}) => Math.abs(set(driver.cell, jump!) / goal - 1) < 1e-6)).toEqual([]);
});

it("a goal that nothing reaches leaves every value undefined", () => {
  const open = [...mustHold(chain, question, -1e6, 2)];
  expect(open.map(({value, jump}) => [value, jump])).toEqual([
    [undefined, undefined],
    [undefined, undefined]
  ]);
});
