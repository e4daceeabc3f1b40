import type {Inputs} from "../sheet/index.js";
import {outputOf, prepare, type Design, type Study} from "../uncertainty/index.js";
import type {Case} from "./case.js";
import {configurationInputs} from "./configurations.js";
import {configure} from "./configure.js";
import {validation} from "./model.js";
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
  const figures = figuresIn(inputs);
  const {cases} = predict(
    figures.map(({key, at}) => caseOf(key, at)),
    inputs
  );
  return figures.map(({key, at}, row) => {
    const {output_tokens_per_s_per_gpu: output, server_w_per_gpu: power, reason} = cases[row]!;
    if (reason !== null) throw new Error(`serving_figure[${key}]: ${reason}`);
    const predicted = measured(at, output!, power!);
    const published = Number(at("value"));
    return {key, published, predicted, error: predicted / published - 1};
  });
}

/** What is predicted of each published cost and power in draws of all uncertain assumptions of serving, by its key. */
export function servingDraws(inputs: Inputs, design: Design): Map<string, Float64Array> {
  const figures = figuresIn(inputs);
  const configured = figures.map(({key, at}) => {
    const configuration = configure(caseOf(key, at), key, inputs);
    if ("reason" in configuration) throw new Error(`serving_figure[${key}]: ${configuration.reason}`);
    return [key, configuration] as const;
  });
  const study: Study = {
    inputs: configurationInputs(inputs, new Map(configured)),
    months: 1,
    start: "2026-12",
    design,
    correlations: [],
    outputs: figures.flatMap(({key}) => [rateOf(key), powerOf(key)]),
    at: [0],
    series: []
  };
  const draws = prepare(validation, study).run(0, design.draws);
  return new Map(
    figures.map(({key, at}) => {
      const powers = outputOf(study, draws, powerOf(key), 0);
      return [key, outputOf(study, draws, rateOf(key), 0).map((rate, i) => measured(at, rate, powers[i]!))];
    })
  );
}

const rateOf = (key: string): string => `measurement[${key}].predicted_rate`;
const powerOf = (key: string): string => `measurement[${key}].power`;

/** The cells of a row of `serving_figure`. */
type At = (name: string) => number | string | null;

function figuresIn(inputs: Inputs): {key: string; at: At}[] {
  const {keys, columns} = inputs.serving_figure!;
  return keys.map((key, row) => ({key, at: (name) => columns[name]!.values[row] ?? null}));
}

/** What was published, of output tokens per second and power of an accelerator. */
function measured(at: At, output: number, power: number): number {
  const [price, count] = [Number(at("gpu_price")), Number(at("accelerators"))];
  const [input, written] = [Number(at("input_length")), Number(at("output_length"))];
  return {
    "cost per output token": (price / 3600 / output) * 1e6,
    "cost per token": (price / 3600 / ((output * (input + written)) / written)) * 1e6,
    "server power": (power * count) / 1e3,
    "energy per output token": power / output
  }[at("measure") as ServingFigure["measure"]];
}

function caseOf(key: string, at: At): Case {
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
