import {table} from "../model/parameter.js";
import type {Inputs, Table} from "../sheet/index.js";
import type {Case} from "./case.js";
import {predict} from "./predict.js";

/** A published cost or power of serving, with the configuration that it was found on. */
export interface ServingFigure {
  figure: string;
  measure: "cost per output token" | "cost per token" | "server power" | "energy per output token";
  unit: string;
  model: string;
  gpu: string;
  precision: string;
  scenario: string;
  published: number;
  accelerators: number;
  input_length: number;
  output_length: number;
  tokens_per_step: number;
  tpot_limit: number;
  gpu_price: number;
  value: number;
}

export const servingFigure: Table<ServingFigure> = table<ServingFigure>(
  "serving_figure",
  "Published costs and powers of serving, with the configurations that they were found on.",
  ({text, date, input}) => ({
    figure: text("What was published"),
    measure: text<ServingFigure["measure"]>("What is compared"),
    unit: text("Unit of the value"),
    model: text("Model, as the publisher names it"),
    gpu: text("Accelerator, as the publisher names it"),
    precision: text("Number format of the weights"),
    scenario: text("How it was found, in the publisher's words"),
    published: date("Date of the figure"),
    accelerators: input("GPU", "Accelerators of the system"),
    input_length: input("token", "Mean input tokens of a request, where stated"),
    output_length: input("token", "Mean output tokens of a request, where stated"),
    tokens_per_step: input("token", "Tokens that a decode step gives a request"),
    tpot_limit: input("ms/token", "Limit on the time per output token, where stated"),
    gpu_price: input("USD/GPU-hour", "Price of a GPU-hour that the publisher counts with"),
    value: input("1", "Published value, in its unit")
  })
);

/** A published figure beside the model's, in the published unit. */
export interface ServingCheck {
  key: string;
  published: number;
  predicted: number;
  error: number;
}

/** Predicts each published cost and power. Throws where a configuration can't be predicted. */
export function servingChecks(inputs: Inputs): ServingCheck[] {
  const {keys, columns} = inputs.serving_figure!;
  const at = (name: string, row: number) => columns[name]!.values[row] ?? null;
  const {cases} = predict(
    keys.map((key, row) => caseOf(key, (name) => at(name, row))),
    inputs
  );
  return keys.map((key, row) => {
    const {
      output_tokens_per_s_per_gpu: output,
      total_tokens_per_s_per_gpu: total,
      server_w_per_gpu: power,
      reason
    } = cases[row]!;
    if (reason !== null) throw new Error(`serving_figure[${key}]: ${reason}`);
    const [price, count] = [Number(at("gpu_price", row)), Number(at("accelerators", row))];
    const predicted = {
      "cost per output token": (price / 3600 / output!) * 1e6,
      "cost per token": (price / 3600 / total!) * 1e6,
      "server power": (power! * count) / 1e3,
      "energy per output token": power! / output!
    }[at("measure", row) as ServingFigure["measure"]];
    const published = Number(at("value", row));
    return {key, published, predicted, error: predicted / published - 1};
  });
}

function caseOf(key: string, at: (name: string) => number | string | null): Case {
  const [text, number] = [(name: string) => at(name) as string | null, (name: string) => at(name) as number | null];
  return {
    id: key,
    source: text("scenario"),
    model: text("model"),
    gpu: text("gpu"),
    precision_weights: text("precision"),
    scenario: text("scenario"),
    gpus: number("accelerators"),
    mean_input_tokens: number("input_length"),
    mean_output_tokens: number("output_length"),
    tpot_limit_ms: number("tpot_limit"),
    ...(Number(number("tokens_per_step")) > 1 && {spec_decoding: "mtp"})
  };
}
