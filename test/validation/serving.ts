import {loadValidation} from "../../data-loaders/run/validation.js";
import {predict, type Case, type Prediction} from "../../lib/validation/index.js";
import type {Inputs} from "../../lib/sheet/index.js";

/** The assumptions that predictions rest on. */
export const assumptions = loadValidation().inputs;

/** Llama 70B in FP8 on an H200, at a given number of requests, thousand tokens in and out. */
export const llama: Case = {
  model: "llama-3.3-70b",
  gpu: "H200-SXM-141GB",
  gpus: 1,
  tensor_parallel: 1,
  precision_weights: "FP8",
  mean_input_tokens: 1000,
  mean_output_tokens: 1000,
  concurrency_or_batch: 64
};

/** The prediction of one case. */
export function predictOne(one: Case, inputs: Inputs = assumptions): Prediction {
  return predict([one], inputs).cases[0]!;
}

/** The assumptions with every factor at what physics allows at most: all of the peaks, no fixed times, no traffic. */
export const roofline: Inputs = {
  ...assumptions,
  accelerator_family: replaced("accelerator_family", {
    compute_efficiency: 1,
    bandwidth_efficiency: 1,
    layer_latency: 0,
    link_efficiency: 1
  }),
  parameter: replaced("parameter", {software_maturity: 0, step_latency: 0, request_latency: 0})
};

function replaced(table: string, values: Record<string, number>): Inputs[string] {
  const {keys, columns} = assumptions[table]!;
  const ones = Object.entries(values).map(([name, value]) => [name, {values: keys.map(() => value)}]);
  return {keys, columns: {...columns, ...(Object.fromEntries(ones) as Inputs[string]["columns"])}};
}
