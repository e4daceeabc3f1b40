import {expect, it} from "vitest";
import {measureWords} from "../../src/components/figure/measure.js";

it.each([
  ["Mtok/month, logarithmic", "million tokens a month, logarithmic"],
  ["1, logarithmic", "logarithmic"],
  ["1", ""],
  ["", ""],
  ["USD per million tokens, chat: 3 input to 1 output", "USD per million tokens, chat: 3 input to 1 output"]
])("below a chart, %j is %j", (unit, words) => expect(measureWords(unit)).toBe(words));
