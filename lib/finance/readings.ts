import {appraise, type Appraisal} from "./appraise.js";
import {set, type ProjectInputs} from "./project-inputs.js";
import {rangeOf} from "./two-way.js";

/** The same cluster, sold and financed more and more cautiously. */
export interface Reading {
  name: string;
  inputs: ProjectInputs;
  appraisal: Appraisal;
}

/**
 * A project as entered, then one step after another without what its return rests on: the anchor contract, a loan sized
 * to cash, the central price of today. Steps that the project has taken already are left out.
 */
export function readings(entered: ProjectInputs): Reading[] {
  const steps = [withoutContract, withPlainLoan, atLowPrice];
  return steps.reduce<Reading[]>(
    (found, step) => {
      const next = step(found.at(-1)!.inputs);
      return next ? [...found, {...next, appraisal: appraise(next.inputs)}] : found;
    },
    [{name: "as entered", inputs: entered, appraisal: appraise(entered)}]
  );
}

type Step = (inputs: ProjectInputs) => Omit<Reading, "appraisal"> | undefined;

const withoutContract: Step = (inputs) =>
  numberIn(inputs, "offtake_share") > 0
    ? {name: "without the anchor contract, sold at market prices", inputs: set(inputs, {offtake_share: 0})}
    : undefined;

const withPlainLoan: Step = (inputs) =>
  inputs.amortisation!.values[0] === "sculpted" && numberIn(inputs, "debt_share") > 0
    ? {
        name: "and with the maximum debt share, repaid in equal parts",
        inputs: {...inputs, amortisation: {values: ["straight"]}}
      }
    : undefined;

const atLowPrice: Step = (inputs) => {
  const {low, central} = rangeOf(inputs, "on_demand_price");
  const price = Number(low.toPrecision(3));
  return inputs.on_demand_price!.provenance?.[0] && price < central
    ? {name: `and at the low end of the on-demand price, ${price} USD an hour`, inputs: atPrice(inputs, price)}
    : undefined;
};

function atPrice(inputs: ProjectInputs, price: number): ProjectInputs {
  return set(inputs, {on_demand_price: price});
}

function numberIn(inputs: ProjectInputs, name: string): number {
  return Number(inputs[name]!.values[0]);
}
