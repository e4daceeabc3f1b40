import type {Inputs} from "../sheet/index.js";
import type {Case} from "./case.js";
import {predict} from "./predict.js";
import type {ServingFigure} from "./serving-figure.js";

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
