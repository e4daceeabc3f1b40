import {expect, it} from "vitest";
import {entryText} from "../../lib/sheet/entry-text.js";

it.each([
  ["12,000", "GPU", "12000"],
  ["1.5M", "GPU", "1500000"],
  ["12k (10k..15k)", "GPU", "12000 (10000..15000)"],
  ["12,000 (10,000..15,000)", "GPU", "12000 (10000..15000)"],
  ["1.5 (0.125..2)", "GPU", "1.5 (0.125..2)"],
  ["72.5 USD/MWh", "USD/kWh", "0.0725"],
  ["72,5 USD/MWh", "USD/kWh", "0.0725"],
  ["80 (70..90) USD/MWh", "USD/kWh", "0.08 (0.07..0.09)"],
  [" =1 + 1 ", "GPU", "=1 + 1"]
])("%s in %s is %s", (text, unit, expected) => expect(entryText(text, unit)).toBe(expected));

it.each([
  ["72.5 USD/MWh", "share"],
  ["5 apples", "GPU"],
  ["1.5,25 USD/MWh", "USD/kWh"],
  ["$35,000", "USD/GPU"],
  ["much", "GPU"]
])("%s in %s stays as it was typed, to be judged by the model", (text, unit) =>
  expect(entryText(text, unit)).toBe(text)
);
