import {expect, it} from "vitest";
import {loadValidation} from "../../data-loaders/run/validation.js";
import {servedRates} from "../../lib/greenfield/index.js";

const {inputs} = loadValidation();

it("accelerators serve fewer tokens of a larger model, and none within limits that none meets", () => {
  const small = servedRates(inputs, {model: "llama-3-1-8b", ttft: 2000, tpot: 50});
  const large = servedRates(inputs, {model: "llama-3-3-70b", ttft: 2000, tpot: 50});
  expect(small.get("b200")!).toBeGreaterThan(large.get("b200")!);
  expect(large.get("b200")!).toBeGreaterThan(0);
  const strict = servedRates(inputs, {model: "llama-3-3-70b", ttft: 2000, tpot: 0.01});
  expect([...strict.values()].every((rate) => rate === 0)).toBe(true);
});

it("an unknown model is named, with a suggestion", () =>
  expect(() => servedRates(inputs, {model: "llama-3-3-70", ttft: 2000, tpot: 50})).toThrow("llama-3-3-70b"));
