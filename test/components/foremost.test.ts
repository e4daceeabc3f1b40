import {describe, expect, it} from "vitest";
import {extremesFinding, foremost, hindmost} from "../../src/components/words/foremost.js";
import {levelFinding} from "../../src/components/words/path-finding.js";

const items = (...values: number[]) => values.map((value, i) => ({name: "ABC"[i]!, value}));

describe("the foremost", () => {
  it.each([
    [[1, 3, 2], "B", "A"],
    [[-1, -3, -2], "A", "B"],
    [[2, 2, 1], undefined, "C"],
    [[1000, 1001, 1], undefined, "C"],
    [[0, 0], undefined, undefined],
    [[1, NaN, 2], undefined, undefined],
    [[1, Infinity], undefined, undefined],
    [[1], undefined, undefined],
    [[], undefined, undefined]
  ])("of %j is %s, the hindmost %s", (values, most, least) => {
    expect(foremost(items(...values))?.name).toBe(most);
    expect(hindmost(items(...values))?.name).toBe(least);
  });
  it("and the hindmost are told where they are alone in their place", () => {
    expect(extremesFinding("Tokens", items(1, 3, 2))).toBe("Tokens: highest in B, lowest in A");
    expect(extremesFinding("Tokens", items(2, 2, 1))).toBe("Tokens: lowest in C");
    expect(extremesFinding("Tokens", items(1, 1, 2))).toBe("Tokens: highest in C");
    expect(extremesFinding("Tokens", items(1, 1))).toBeUndefined();
    expect(extremesFinding("Tokens", items(1, NaN, 3))).toBeUndefined();
  });
});

describe("where a line ends", () => {
  const found = (...values: number[]): string => {
    const rows = values.map((central, i) => ({date: new Date(Date.UTC(2026, 11 + i)), central}));
    return String(levelFinding("Tokens", rows, "central"));
  };
  it.each([
    [[1, 9, 4], "Tokens: 4 times the initial level in February 2027"],
    [[2, 3], "Tokens: 50\u202f% above the initial level in January 2027"],
    [[2, 1], "Tokens: 50\u202f% below the initial level in January 2027"],
    [[1, 1.04], "Tokens: about the initial level in January 2027"],
    [[0, 1], "undefined"],
    [[-1, 1], "undefined"],
    [[1, -1], "undefined"],
    [[1, NaN], "undefined"],
    [[1], "undefined"]
  ])("%j", (values, words) => expect(found(...values)).toBe(words));
});
