import {describe, expect, it} from "vitest";
import {measure, projectInputs, set, spreads, termSwings, termsOfRun, usualChoice} from "../../lib/finance/index.js";
import {project, reference} from "../model/project.js";

const terms = termsOfRun(reference.run, {project_default: project.defaults});
const inputs = projectInputs(terms, usualChoice(terms));

describe("swings of terms", () => {
  const swings = termSwings(inputs, "npv");
  it("an end of a swing is the measure with that term set", () => {
    for (const {term, low, central, high} of swings.slice(0, 5)) {
      const {low: least, high: most} = inputs[term]!.provenance![0]!;
      const at = (value: number): number => measure(set(inputs, {[term]: value}), "npv")[0]!;
      expect([low, central, high]).toEqual([at(least), measure(inputs, "npv")[0]!, at(most)]);
    }
  });
  it("the widest comes first, and what moves nothing is left out", () => {
    const widths = swings.map(({low, central, high}) => Math.max(low, central, high) - Math.min(low, central, high));
    expect(widths).toEqual([...widths].sort((a, b) => b - a));
    expect(widths.at(-1)).toBeGreaterThan(0);
  });
  it("a term that is set has no swing", () => {
    const [{term} = {term: ""}] = swings;
    const fixed = termSwings(set(inputs, {[term]: Number(inputs[term]!.values[0])}), "npv");
    expect(fixed.map((swing) => swing.term)).not.toContain(term);
  });
});

it("a loss is a draw below zero: a project at a tenth of its price loses in all draws", () => {
  const [npv] = spreads(set(inputs, {price_level: 0.1}), 64, 1).filter(({measure}) => measure === "npv");
  expect(npv!.loss).toBe(1);
  const [free] = spreads(set(inputs, {price_level: 10}), 64, 1).filter(({measure}) => measure === "npv");
  expect(free!.loss).toBe(0);
});
