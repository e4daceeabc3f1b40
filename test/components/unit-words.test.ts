import {expect, test} from "vitest";
import {unitWords} from "../../src/components/words/unit-words.js";

test.each([
  ["USD/month", "USD a month"],
  ["USD/user-month", "USD per user a month"],
  ["USD/Mtok", "USD per million tokens"],
  ["GPU-hour/month", "GPU-hours a month"],
  ["token/s", "tokens per second"],
  ["USD/kW-yr", "USD per kW a year"],
  ["tCO2e/month", "t CO₂e a month"],
  ["1/yr", "a year"],
  ["ms", "ms"]
])("%s is said as “%s”", (unit, words) => expect(unitWords(unit)).toBe(words));
