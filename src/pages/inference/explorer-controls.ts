import {html} from "htl";
import type {Question} from "../../lib/validation/explore.js";
import type {Inputs} from "../../lib/sheet/index.js";
import {choice, controls, type Option} from "../../components/form/controls.js";
import {numberField} from "../../components/form/number-field.js";
import {measures, type MeasureName} from "./serving-measures.js";

/** A question about serving, with the price of a GPU-hour if the reader gave one, and what is to be drawn. */
export interface ServingQuestion extends Question {
  price: number | undefined;
  measure: MeasureName;
}

/** The form of the question about serving; its `value` is the question. */
export function explorerControls({
  language_model,
  accelerator
}: Inputs): HTMLElement & {readonly value: ServingQuestion} {
  const model = choice("model", "Model", optionsOf(language_model!), "llama-3-3-70b");
  const chip = choice("chip", "Accelerator", optionsOf(accelerator!), "b200");
  const size = choice("gpus", "Served on", sizes, "72");
  const weights = choice("weights", "Weights", formats, "fp8");
  const input = numberField("input", "Input", {min: 1, max: 128_000, start: 4000, unit: "tokens"});
  const cached = numberField("cached", "of which cached", {min: 0, max: 100, start: 50, unit: "%"});
  const output = numberField("output", "Output", {min: 1, max: 128_000, start: 500, unit: "tokens"});
  const ttft = numberField("ttft", "First token within", {min: 1, max: 1e6, start: 2000, unit: "ms"});
  const tpot = numberField("tpot", "each further within", {min: 1, max: 1e5, start: 50, unit: "ms"});
  const price = numberField("price", "GPU-hour", {
    min: 0.01,
    max: 1000,
    start: "",
    unit: "USD",
    placeholder: "today's"
  });
  const measure = choice("show", "Show", measureOptions, "output_rate");
  const element = html`<div>
    ${controls(model, chip, weights, size)}${controls(input, cached, output)}${controls(ttft, tpot, price)}
    ${controls(measure)}
  </div>`;
  const value = (): ServingQuestion => ({
    language_model: model.value,
    accelerator: chip.value,
    accelerators: Number(size.value),
    weights: weights.value,
    input_length: Number(input.value),
    cached_share: Number(cached.value) / 100,
    output_length: Number(output.value),
    ttft_limit: Number(ttft.value),
    tpot_limit: Number(tpot.value),
    price: price.value === "" ? undefined : Number(price.value),
    measure: measure.value
  });
  return Object.defineProperty(element, "value", {get: value}) as HTMLElement & {readonly value: ServingQuestion};
}

const sizes: Option[] = [
  {value: "1", title: "1 GPU"},
  {value: "8", title: "up to 8 GPUs, prefill among decode"},
  {value: "72", title: "up to 72 GPUs, prefill apart where that helps"}
];

const formats: Option[] = [
  {value: "bf16", title: "16 bits"},
  {value: "fp8", title: "8 bits"},
  {value: "fp4", title: "4 bits"}
];

const measureOptions = Object.entries(measures).map(([value, {title}]) => ({value: value as MeasureName, title}));

function optionsOf({keys, columns}: Inputs[string]): Option[] {
  return keys.map((value, row) => ({value, title: String(columns.name!.values[row])}));
}
