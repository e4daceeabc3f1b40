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

const evidenceColumns = ["measurement", "places", "residual", "influence", "noise"];

/** The assumptions with every factor at what physics allows at most: all of the peaks, no fixed times, no traffic. */
export const roofline: Inputs = {
  ...assumptions,
  accelerator_family: replaced("accelerator_family", {
    compute_efficiency: 1,
    bandwidth_efficiency: 1,
    layer_latency: 0,
    reduce_latency: 0,
    link_efficiency: 1,
    software_maturity: 0
  }),
  parameter: replaced("parameter", {
    ...{unpack_share: 1, expert_read_share: 1, expert_product_share: 1, kv_share: 1},
    ...{gather_share: 1, sparse_prefill_share: 1, state_share: 1},
    ...{step_latency: 0, exchange_latency: 0, index_latency: 0}
  }),
  serving_stack: replaced("serving_stack", {
    host_time: 0,
    first_token_time: 0,
    first_token_steps: 1,
    first_token_passes: 1
  }),
  kernel: replaced("kernel", {share: 1}),
  evidence: {keys: [], columns: Object.fromEntries(evidenceColumns.map((name) => [name, {values: []}]))}
};

function replaced(table: string, values: Record<string, number>): Inputs[string] {
  const {keys, columns} = assumptions[table]!;
  const ones = Object.entries(values).map(([name, value]) => [name, {values: keys.map(() => value)}]);
  return {keys, columns: {...columns, ...(Object.fromEntries(ones) as Inputs[string]["columns"])}};
}
