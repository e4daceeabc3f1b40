import {table} from "../model/parameter.js";
import type {Table} from "../sheet/index.js";

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
