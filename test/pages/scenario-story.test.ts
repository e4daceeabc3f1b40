import {describe, expect, it} from "vitest";
import {storyInWords, storyLines, type CellAt, type Story} from "../../src/pages/scenarios/story.js";

const cells = (values: Record<string, number>): CellAt => {
  return (_, column, month) => (column === "balance" && month < 2 ? 1.2 : (values[column] ?? 100));
};
const before = {cost_per_token: 1, price_per_token: 2, balance: 0.9, tokens: 100};
const story = (after: Record<string, number>, changes: Partial<Story> = {}): Story => ({
  inputs: [
    {name: "Kernel learning", part: 0.6},
    {name: "other inputs", part: 0.4}
  ],
  from: {title: "Reference", at: cells({...before, power_share: 1, memory_share: 1})},
  to: {title: "Leap", at: cells({...before, power_share: 1, memory_share: 1, ...after})},
  ...{month: 4, months: 6, start: "2026-12"},
  ...changes
});

describe("the story of a difference", () => {
  const read = (one: Story): string[] => storyInWords(one).map((sentence) => sentence.replaceAll("\u202f", " "));

  it("goes from inputs over capacity and prices to output", () => {
    const words = read(story({cost_per_token: 0.5, price_per_token: 1, tokens: 150, demanded_hours: 80}));
    expect(words[0]).toBe("These inputs explain the difference: kernel learning (60 %), all others (40 %).");
    expect(words[1]).toMatch(/^Demand for GPU-hours falls by 20 % and supply of GPU-hours stays as it is/);
    expect(words[2]).toBe(
      "The cost of a million tokens falls by 50 % and their price falls by 50 %, since sellers keep their margin " +
        "over cost (100 %); use of tokens rises by 50 %."
    );
    expect(words.at(-1)).toBe("The same constraints bind in both.");
  });
  it("says when a constraint binds that did not", () => {
    const short: CellAt = (table, column, month) =>
      column === "power_share" && month >= 3
        ? 0.5
        : cells({...before, memory_share: 1, power_share: 1})(table, column, month);
    const words = read(story({}, {to: {title: "Crunch", at: short}}));
    expect(words.at(-1)).toBe("Sites with power are short in 3 of 6 months instead of 0, first in March 2027.");
  });
  it("a line is a value before and after, and the change between them", () => {
    const line = storyLines(story({}).from, story({tokens: 150}).to, 4).find(({what}) => what === "tokens")!;
    expect([line.from, line.to, line.change]).toEqual([100, 150, 0.5]);
  });
});
