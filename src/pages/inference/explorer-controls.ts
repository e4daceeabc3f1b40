import {html} from "htl";
import type {Question} from "../../lib/validation/explore.js";
import type {Inputs} from "../../lib/sheet/index.js";
import {choice, controls, type Option} from "../../components/form/controls.js";
import {numberField} from "../../components/form/number-field.js";
import {measures, type MeasureName} from "./serving-measures.js";

/** A question about serving, with the price of a GPU-hour if the reader gave one, and what is to be drawn. */
export interface ServingQuestion extends Question {
  price: number | undefined;
  /** Whether a GPU-hour is paid for at the market's price or at the chain's cost. */
  basis: Basis;
  /** Share of GPU-hours paid for that compute. */
  busy: number;
  /** What a million tokens in the mix of the requests sell at, if the reader says. */
  sold: number | undefined;
  measure: MeasureName;
}

/** What a GPU-hour is counted at. */
export type Basis = "rent" | "cost";

/** The form of the question about serving; its `value` is the question. */
export function explorerControls({
  language_model,
  accelerator,
  serving_stack
}: Inputs): HTMLElement & {readonly value: ServingQuestion} {
  const model = choice("model", "Model", optionsOf(language_model!), "llama-3-3-70b");
  const chip = choice("chip", "Accelerator", optionsOf(accelerator!), "b200");
  const size = choice("gpus", "Served on", sizes, "72");
  const weights = choice("weights", "Weights", formats, "fp8");
  const cache = choice("kv", "KV cache", cacheFormats);
  const stack = choice("stack", "Serving software", optionsOf(serving_stack!), "tuned");
  const drafts = choice("drafts", "Speculative decoding", draftOptions);
  const input = numberField("input", "Input", {min: 1, max: 128_000, start: 4000, unit: "tokens"});
  const cached = numberField("cached", "of which cached", {min: 0, max: 100, start: 50, unit: "%"});
  const output = numberField("output", "Output", {min: 1, max: 128_000, start: 500, unit: "tokens"});
  const ttft = numberField("ttft", "TTFT limit", {min: 1, max: 1e6, start: 2000, unit: "ms"});
  const tpot = numberField("tpot", "TPOT limit (p99)", {min: 1, max: 1e5, start: 50, unit: "ms"});
  const price = numberField("price", "Your GPU-hour price", {
    min: 0.01,
    max: 1000,
    start: "",
    unit: "USD",
    placeholder: "today's"
  });
  const basis = choice("basis", "GPU-hour price", basisOptions);
  const busy = numberField("busy", "Utilisation", {min: 1, max: 100, start: 100, unit: "%"});
  const sold = numberField("sold", "Token price", {
    min: 0.0001,
    max: 10_000,
    start: "",
    unit: "USD per million tokens",
    placeholder: "median"
  });
  const measure = choice("show", "Show", measureOptions, "output_rate");
  const element = html`<div>
    ${controls(model, chip, size)}${controls(weights, cache, stack, drafts)}${controls(input, cached, output)}
    ${controls(ttft, tpot)}${controls(basis, price, busy, sold)}${controls(measure)}
  </div>`;
  const value = (): ServingQuestion => ({
    language_model: model.value,
    accelerator: chip.value,
    accelerators: Number(size.value),
    weights: weights.value,
    ...(cache.value !== "" && {cache: cache.value}),
    stack: stack.value,
    drafts: drafts.value === "yes",
    input_length: Number(input.value),
    cached_share: Number(cached.value) / 100,
    output_length: Number(output.value),
    ttft_limit: Number(ttft.value),
    tpot_limit: Number(tpot.value),
    price: numberOr(price.value),
    basis: basis.value,
    busy: Number(busy.value) / 100,
    sold: numberOr(sold.value),
    measure: measure.value
  });
  return Object.defineProperty(element, "value", {get: value}) as HTMLElement & {readonly value: ServingQuestion};
}

function numberOr(text: string): number | undefined {
  return text === "" ? undefined : Number(text);
}

const sizes: Option[] = [
  {value: "1", title: "1 GPU"},
  {value: "2", title: "up to 2 GPUs"},
  {value: "4", title: "up to 4 GPUs"},
  {value: "8", title: "up to 8 GPUs"},
  {value: "16", title: "up to 16 GPUs, disaggregated prefill if it helps"},
  {value: "72", title: "up to 72 GPUs, disaggregated prefill if it helps"}
];

const floats: Option[] = [
  {value: "bf16", title: "16 bits (BF16)"},
  {value: "fp8", title: "8 bits (FP8)"},
  {value: "fp4", title: "4 bits (FP4)"}
];

const formats: Option[] = [
  {value: "auto", title: "as published"},
  ...floats,
  {value: "w4a16", title: "4 bits stored, 16 bits computed"}
];

const cacheFormats: Option[] = [{value: "", title: "default for the weights"}, ...floats];

const draftOptions: Option[] = [
  {value: "no", title: "none"},
  {value: "yes", title: "draft model, as in benchmarks"}
];

const basisOptions: Option<Basis>[] = [
  {value: "rent", title: "market price, on-demand"},
  {value: "cost", title: "the chain’s cost, including capital"}
];

const measureOptions = Object.entries(measures).map(([value, {title}]) => ({value: value as MeasureName, title}));

function optionsOf({keys, columns}: Inputs[string]): Option[] {
  return keys.map((value, row) => ({value, title: String(columns.name!.values[row])}));
}
