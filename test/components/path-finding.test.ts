import {describe, expect, it} from "vitest";
import {pathFinding} from "../../src/components/words/path-finding.js";

describe("how a number develops over months", () => {
  const found = (...values: number[]): string => {
    const rows = values.map((tokens, i) => ({date: new Date(Date.UTC(2026, 11 + i)), tokens}));
    return String(pathFinding("Tokens", rows, "tokens"));
  };
  it.each([
    [[1, 2, 4], "Tokens grow to 4 times their initial level by February 2027"],
    [[2, 1.5, 1], "Tokens fall by 50\u202f% by February 2027"],
    [[1, 3, 2], "Tokens peak at 3 times their initial level in January 2027"],
    [[1, 1.04, 1.02], "Tokens end about where they began"],
    [[0, 1, 2], "undefined"],
    [[1, 1, 1], "Tokens end about where they began"],
    [[1, NaN, 4], "Tokens grow to 4 times their initial level by February 2027"],
    [[1, 3, NaN], "undefined"],
    [[1, -1], "undefined"],
    [[1], "undefined"],
    [[], "undefined"]
  ])("%j", (values, words) => expect(found(...values)).toBe(words));
});
