import {describe, expect, it} from "vitest";
import {boundedNumber} from "../../lib/sheet/index.js";

const bounds = {min: 0, max: 10_000};

describe("a number within bounds", () => {
  it.each([
    ["4,096", bounds, 4096],
    ["1.5k", bounds, 1500],
    ["40%", {...bounds, unit: "%"}, 40],
    ["40", {...bounds, unit: "%"}, 40],
    ["40%", {min: 0, max: 1, unit: "share"}, 0.4],
    ["7", {...bounds, whole: true}, 7]
  ])("“%s” within %j is %d", (text, within, value) => expect(boundedNumber(text, within)).toEqual({value}));
  it.each([
    ["", bounds],
    ["-1", bounds],
    ["10,001", bounds],
    ["40%", bounds],
    ["1.5", {...bounds, whole: true}]
  ])("“%s” is none within %j", (text, within) =>
    expect(boundedNumber(text, within)).toEqual({
      problem: `expected a ${"whole" in within ? "whole " : ""}number from 0 to 10,000, got “${text}”`
    })
  );
});
