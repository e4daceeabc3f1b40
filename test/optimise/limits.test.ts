import {describe, expect, it} from "vitest";
import {withLimits} from "../../lib/optimise/index.js";
import {limits, tiny} from "./tiny.js";

const data = tiny({years: 2, limits: limits({power: {north: [10, 20]}, capital: [1e6, 2e6]})});
const changed = (...entries: string[]) =>
  withLimits(
    data,
    entries.map((entry) => {
      const [cell, value] = entry.split("=") as [string, string];
      return {cell, value, place: `--limit ${entry}`};
    })
  );

describe("withLimits", () => {
  it("a region's limit holds in all years", () => expect(changed("power[north]=5").power.north).toEqual([5, 5]));
  it("or in one, and the other keeps its own", () =>
    expect(changed("power[north,2028]=5").power.north).toEqual([10, 5]));
  it("the same for limits without a region", () => {
    expect(changed("capital=3").capital).toEqual([3, 3]);
    expect(changed("capital[2027]=3").capital).toEqual([3, 2e6]);
  });
  it("none takes a limit away; where there was none, other years stay without", () => {
    expect(changed("power[north]=none").power.north).toEqual([Infinity, Infinity]);
    expect(changed("memory[2027]=4").memory).toEqual([4, Infinity]);
    expect(changed("carbon=none").carbon).toBe(null);
  });
  it("the last of several holds", () => expect(changed("carbon=4", "carbon=5").carbon).toBe(5));
  it("the data's own limits stay as they are", () => {
    changed("power[north]=5");
    expect(data.limits.power.north).toEqual([10, 20]);
  });
  it.each([
    ["pwer[north]=1", 'unknown limit "pwer"\n  did you mean power?'],
    ["power=1", "power needs a region: use power[north]=number"],
    ["power[nort]=1", 'unknown region "nort"\n  did you mean north?'],
    ["power[north,2029]=1", 'unknown year "2029"'],
    ["power[north,2027,x]=1", "expected [region] or [region,year]"],
    ["capital[north]=1", 'unknown year "north"'],
    ["carbon[2027]=1", "carbon takes no brackets: use carbon=number"],
    ["carbon=much", 'expected a number of at least 0 in tCO2e, or none for no limit, got "much"'],
    ["carbon=-1", "expected a number of at least 0"],
    ["carbon=", "expected a number of at least 0"],
    ["service=1.5", 'expected a share from 0 to 1, or none for no limit, got "1.5"']
  ])("%s says what is wrong", (entry, message) => expect(() => changed(entry)).toThrow(message));
});
